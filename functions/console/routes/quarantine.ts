import type { Submission } from '#shared/domain/submission.ts';
import { listFiles } from '#shared/records/file-records.ts';
import { isQuarantined } from '../cases/original.ts';
import { walkSubmissions } from '../cases/walk-submissions.ts';
import type { ConsoleDeps } from '../console-deps.ts';
import type { Handlers } from '../handlers.ts';
import { quarantinePage } from '../pages/quarantine-page.ts';

const casesPerPage = 25;

const isSuspect = ({ outcome, reasons }: Submission) =>
  outcome === 'quarantined' || reasons.some(({ code }) => code === 'unsafe-file');

export function quarantineRoutes({ records, clock }: ConsoleDeps): Pick<Handlers, 'quarantine'> {
  return {
    async quarantine(context) {
      const from = context.req.query('from');
      const { submissions: suspect, ...page } = await walkSubmissions(records, clock.now(), {
        from,
        limit: casesPerPage,
        isWanted: isSuspect,
      });
      const cases = await Promise.all(
        suspect.map(async (submission) => {
          const files = (await listFiles(records, submission.submissionId)).map(({ file }) => file);
          return { submission, files: files.filter((file) => isQuarantined(submission, file)) };
        }),
      );
      return context.html(quarantinePage(context.var.frame, cases, { ...page, from }));
    },
  };
}
