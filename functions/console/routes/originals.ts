import { fileIdSchema, type SubmissionId } from '#shared/domain/ids.ts';
import { listFiles } from '#shared/records/file-records.ts';
import { findSubmission } from '#shared/records/submission-records.ts';
import { noteOpened } from '../access/note-opening.ts';
import { findOriginal, isGone, mayTake, mayTakeMail } from '../cases/original.ts';
import { asAttachment, neutralName } from '../cases/safe-file-name.ts';
import type { ConsoleDeps } from '../console-deps.ts';
import type { DeskContext, Handlers } from '../handlers.ts';
import { accessPage } from '../pages/access-page.ts';

/** Should a browser show a download all the same, it shows it where nothing runs and nothing of ours is reached. */
const downloadPolicy = "default-src 'none'; sandbox; frame-ancestors 'none'";

/** What strangers sent, byte for byte: only ever as a download, under an address of its own. */
export function originalRoutes(deps: ConsoleDeps): Pick<Handlers, 'original' | 'rawMail'> {
  async function send(
    context: DeskContext,
    submissionId: SubmissionId,
    what: { key: string; name: string; code: string },
  ) {
    const { asker } = context.var;
    // gone: destroyed by a retention period
    if (asker === null || !(await deps.files.has(what.key))) return context.notFound();
    const bytes = await deps.files.read(what.key);
    await noteOpened(deps, asker, submissionId, { what: 'downloaded-original', codes: [what.code] });
    context.header('content-security-policy', downloadPolicy);
    context.header('content-type', 'application/octet-stream');
    context.header('content-disposition', asAttachment(what.name));
    return context.body(Uint8Array.from(bytes));
  }

  return {
    async original(context) {
      const { submissionId, frame, asker } = context.var;
      const fileId = fileIdSchema.parse(context.req.param('fileId'));
      const submission = (await findSubmission(deps.records, submissionId))?.submission;
      const original = submission ? await findOriginal(deps.records, submission, fileId) : null;
      if (original === null) return context.notFound();
      if (!mayTake(asker?.staff.roles ?? [], original.kept))
        return context.html(accessPage(frame, original.kept === 'supervisor' ? 'private-paper' : 'quarantined'), 403);
      const { fileKey, attachment } = original.file;
      return send(context, submissionId, {
        key: fileKey,
        name: neutralName(`${submission?.reference}-${fileId}`, attachment),
        code: fileId,
      });
    },

    async rawMail(context) {
      const { submissionId, frame, asker } = context.var;
      const submission = (await findSubmission(deps.records, submissionId))?.submission;
      const files = await listFiles(deps.records, submissionId);
      // the mail holds every paper that came with it
      if (!submission || files.some(({ file }) => isGone(file))) return context.notFound();
      const all = files.map(({ file }) => file);
      if (!mayTakeMail(asker?.staff.roles ?? [], submission, all))
        return context.html(accessPage(frame, 'quarantined'), 403);
      const name = `${submission.reference}.eml`;
      return send(context, submissionId, { key: submission.rawKey, name, code: 'mail' });
    },
  };
}
