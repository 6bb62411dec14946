import type { RecordStore } from '#shared/ports/record-store.ts';
import { findPeople } from './judgement-records.ts';
import { listTouchedMails, type TouchedMail } from './touched-records.ts';

/** A table far away answers several at once as quickly as one. */
const atOnce = 16;

/** Everybody whom a mail that changed is about: whose case files changed with it, and who was found in it. */
export async function peopleOfTouchedMail(
  records: RecordStore,
  { submissionId, people }: Pick<TouchedMail, 'submissionId' | 'people'>,
): Promise<string[]> {
  const found = await findPeople(records, submissionId);
  const matched = (found?.people ?? []).flatMap(({ specialistId }) => specialistId ?? []);
  return [...new Set([...people, ...matched])];
}

/** Everybody whom the mails are about that changed since the last sweep: until the next one their touch is the mail's alone. */
export async function peopleOfTouchedMails(records: RecordStore): Promise<ReadonlySet<string>> {
  const people = new Set<string>();
  const mails = await listTouchedMails(records);
  for (let from = 0; from < mails.length; from += atOnce) {
    const found = await Promise.all(mails.slice(from, from + atOnce).map((mail) => peopleOfTouchedMail(records, mail)));
    for (const specialistId of found.flat()) people.add(specialistId);
  }
  return people;
}
