import { findAnswer } from '#shared/records/answer-records.ts';
import { listSubmissions } from '../cases/list-submissions.ts';
import type { ConsoleDeps } from '../console-deps.ts';
import type { Handlers } from '../handlers.ts';
import { outboxPage } from '../pages/outbox-page.ts';
import { pageOf } from './page-of.ts';

const casesPerPage = 25;

/** Answers stand with their cases, so the list walks the cases, newest first. */
export function outboxRoutes(deps: ConsoleDeps): Pick<Handlers, 'outbox'> {
  return {
    async outbox(context) {
      const { submissions } = await listSubmissions(deps.records, deps.clock.now());
      const page = pageOf(submissions, context.req.query('page'), casesPerPage);
      const lines = await Promise.all(
        page.items.map(async (submission) => {
          const found = await findAnswer(deps.records, submission.submissionId);
          return { submission, answer: found?.answer ?? null };
        }),
      );
      return context.html(outboxPage(context.var.frame, { lines, page }));
    },
  };
}
