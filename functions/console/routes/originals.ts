import { asAttachment } from '#shared/domain/as-attachment.ts';
import type { Download } from '#shared/domain/download.ts';
import { fileIdSchema, type SubmissionId } from '#shared/domain/ids.ts';
import { listFiles } from '#shared/records/file-records.ts';
import { findSubmission } from '#shared/records/submission-records.ts';
import { originalElsewhere } from '../access/hand-over-original.ts';
import { noteOpened } from '../access/note-opening.ts';
import { findOriginal, isGone, mayTake, mayTakeMail } from '../cases/original.ts';
import { neutralName } from '../cases/safe-file-name.ts';
import type { ConsoleDeps } from '../console-deps.ts';
import type { DeskContext, Handlers } from '../handlers.ts';
import { accessPage } from '../pages/access-page.ts';

/** Should a browser show a download all the same, it shows it where nothing runs and nothing of ours is reached. */
const downloadPolicy = "default-src 'none'; sandbox; frame-ancestors 'none'";

/**
 * What strangers sent, byte for byte: only ever as a download. The desk asks who may and writes it down; the bytes come from
 * another origin, by a link that works once, or from here where the host was given none.
 */
export function originalRoutes(deps: ConsoleDeps): Pick<Handlers, 'original' | 'rawMail'> {
  async function send(
    context: DeskContext,
    submissionId: SubmissionId,
    { fileKey, name, what }: Pick<Download, 'fileKey' | 'name' | 'what'>,
  ) {
    const { asker } = context.var;
    // gone: destroyed by a retention period
    if (asker === null || !(await deps.files.has(fileKey))) return context.notFound();
    await noteOpened(deps, asker, submissionId, { what: 'downloaded-original', codes: [what] });
    const download = { submissionId, what, fileKey, name, staffId: asker.staff.staffId };
    const elsewhere = await originalElsewhere(deps, context.req.url, download);
    if (elsewhere !== null) return context.redirect(elsewhere, 303);
    const bytes = await deps.files.read(fileKey);
    context.header('content-security-policy', downloadPolicy);
    context.header('content-type', 'application/octet-stream');
    context.header('content-disposition', asAttachment(name));
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
        fileKey,
        name: neutralName(`${submission?.reference}-${fileId}`, attachment),
        what: fileId,
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
      return send(context, submissionId, { fileKey: submission.rawKey, name, what: 'mail' });
    },
  };
}
