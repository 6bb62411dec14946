import type { SubmissionId } from '#shared/domain/ids.ts';
import type { MailFacts } from '#shared/domain/submission.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { findPointed, referenceKey } from '#shared/records/submission-records.ts';

/** Who quotes more has copied a list. */
const namesMost = 5;

/** The cases whose reference somebody wrote, or quoted with our letter: a mail program may leave the thread out. */
export async function namedCases(
  records: RecordStore,
  prefix: string,
  { subject, bodyText }: Pick<MailFacts, 'subject' | 'bodyText'>,
): Promise<SubmissionId[]> {
  const form = new RegExp(`(?<![A-Z0-9-])${prefix}-20\\d\\d-[0-9A-HJKMNP-TV-Z]{6}(?:-\\d{2,3})?(?![A-Z0-9-])`, 'gi');
  const named = [...`${subject}\n${bodyText}`.matchAll(form)].map(([reference]) => reference.toUpperCase());
  const found = await Promise.all(
    [...new Set(named)].slice(0, namesMost).map((reference) => findPointed(records, referenceKey(reference))),
  );
  return found.filter((id) => id !== null);
}
