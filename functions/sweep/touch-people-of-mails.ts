import { type RecordStore, writesAtOnceMax } from '#shared/ports/record-store.ts';
import { peopleOfTouchedMail } from '#shared/records/people-of-touched-mails.ts';
import { listTouchedMails, touchPersonWrite, untouchMailWrite } from '#shared/records/touched-records.ts';

/**
 * A mail that changed leaves one touch, whoever it is about: here everybody it is about gets theirs. The mail's own goes last,
 * and stays where the mail changed again meanwhile: then this night, or the next, finds it once more.
 */
export async function touchPeopleOfMails(records: RecordStore): Promise<void> {
  for (const mail of await listTouchedMails(records)) {
    const people = await peopleOfTouchedMail(records, mail);
    const most = writesAtOnceMax - 1;
    while (people.length > most) await records.write(people.splice(0, most).map(touchPersonWrite));
    const written = await records.write([...people.map(touchPersonWrite), untouchMailWrite(mail)]);
    if (written === 'conflict' && people.length > 0) await records.write(people.map(touchPersonWrite));
  }
}
