import { asAttachment } from '#shared/domain/as-attachment.ts';
import { noteTaken } from '#shared/records/history-records.ts';
import { evidencePack } from '../cases/evidence-pack.ts';
import { findCase } from '../cases/find-case.ts';
import type { ConsoleDeps } from '../console-deps.ts';
import type { Handlers } from '../handlers.ts';

/** The whole of a case leaves the desk: only freshly proven, and written down before it goes. */
export function evidenceRoutes(deps: ConsoleDeps): Pick<Handlers, 'evidence'> {
  return {
    async evidence(context) {
      const { asker, submissionId } = context.var;
      const found = await findCase(deps.records, context.req.param('reference'));
      if (found === null || asker === null) return context.notFound();
      const pack = await evidencePack(deps, found, asker.staff);
      const entry = {
        at: deps.clock.now(),
        by: 'person',
        action: 'exported',
        codes: [],
        who: asker.staff.staffId,
      } as const;
      await noteTaken(deps.records, submissionId, { ...entry, codes: [] });
      context.header('content-type', 'application/zip');
      context.header('content-disposition', asAttachment(`${found.submission.reference}-evidence.zip`));
      return context.body(Uint8Array.from(pack));
    },
  };
}
