import type { RecordStore } from '#shared/ports/record-store.ts';
import { findPeople } from './judgement-records.ts';
import { listTouchedMails, type TouchedMail } from './touched-records.ts';

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
  for (const mail of await listTouchedMails(records))
    for (const specialistId of await peopleOfTouchedMail(records, mail)) people.add(specialistId);
  return people;
}
