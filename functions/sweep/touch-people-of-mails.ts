import { type RecordStore, writesAtOnceMax } from '#shared/ports/record-store.ts';
import { findPeople } from '#shared/records/judgement-records.ts';
import {
  listTouchedMails,
  type TouchedMail,
  touchPersonWrite,
  untouchMailWrite,
} from '#shared/records/touched-records.ts';

/**
 * A mail that changed leaves one touch, whoever it is about: here everybody it is about gets theirs. The mail's own goes last,
 * and stays where the mail changed again meanwhile: then this night, or the next, finds it once more.
 */
export async function touchPeopleOfMails(records: RecordStore): Promise<void> {
  for (const mail of await listTouchedMails(records)) {
    const people = await peopleOf(records, mail);
    const most = writesAtOnceMax - 1;
    while (people.length > most) await records.write(people.splice(0, most).map(touchPersonWrite));
    const written = await records.write([...people.map(touchPersonWrite), untouchMailWrite(mail)]);
    if (written === 'conflict' && people.length > 0) await records.write(people.map(touchPersonWrite));
  }
}

async function peopleOf(records: RecordStore, { submissionId, people }: TouchedMail): Promise<string[]> {
  const found = await findPeople(records, submissionId);
  const matched = (found?.people ?? []).flatMap(({ specialistId }) => specialistId ?? []);
  return [...new Set([...people, ...matched])];
}
