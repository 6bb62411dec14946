import type { FileRecord } from '#shared/domain/document.ts';
import type { Place } from '#shared/domain/ledger.ts';
import type { FileKey } from '#shared/ports/file-store.ts';
import type { MailRows } from '#shared/records/mail-rows.ts';

/** The bytes that the file store must still have: the raw mail, what was found in it, and what was read of that. */
export function filesOfMail({ submission, files }: Pick<MailRows, 'submission' | 'files'>): FileKey[] {
  const raw = submission === null ? [] : [submission.rawKey];
  return [
    ...raw,
    ...files.flatMap(({ fileKey, readingKey }) => [fileKey, ...(readingKey === null ? [] : [readingKey])]),
  ];
}

/** Where a file of a mail is: read and filed, refused or only a decoration, or where its mail is. */
export function placeOfFile({ isDecoration, refused }: FileRecord, ofMail: Place): Place {
  if (ofMail !== 'filed') return ofMail;
  return isDecoration || refused !== null ? 'refused' : 'filed';
}
