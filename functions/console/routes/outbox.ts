import { findAnswer } from '#shared/records/answer-records.ts';
import { walkSubmissions } from '../cases/walk-submissions.ts';
import type { ConsoleDeps } from '../console-deps.ts';
import type { Handlers } from '../handlers.ts';
import { outboxPage } from '../pages/outbox-page.ts';

const casesPerPage = 25;

/** Answers stand with their cases, so the list walks the cases, newest first, a page at a time. */
export function outboxRoutes(deps: ConsoleDeps): Pick<Handlers, 'outbox'> {
  return {
    async outbox(context) {
      const from = context.req.query('from');
      const { submissions, ...page } = await walkSubmissions(deps.records, deps.clock.now(), {
        from,
        limit: casesPerPage,
      });
      const lines = await Promise.all(
        submissions.map(async (submission) => {
          const found = await findAnswer(deps.records, submission.submissionId);
          return { submission, answer: found?.answer ?? null };
        }),
      );
      return context.html(outboxPage(context.var.frame, { lines, page: { ...page, from } }));
    },
  };
}
