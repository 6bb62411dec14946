import type { YearLived } from '../run-year.ts';
import { yearTruth } from '../truth.ts';
import { isWorkingDay, localDay } from '../world/local-time.ts';
import type { Check } from './check.ts';

/** Who was reminded had something to send; once a day, on a working day, never at an address that took no mail before. */
export function remindersRight({ reminders, mails, wish, office }: YearLived): Check {
  const seen = new Set<string>();
  const broken = reminders.flatMap(({ person, at }) => {
    const day = localDay(at);
    const key = `${person.specialistId} on ${day}`;
    const isTwice = seen.has(key);
    seen.add(key);
    const until = mails.mailsOf(person.specialistId).filter((mail) => Date.parse(mail.at) <= Date.parse(at));
    const { isDue, isWhole } = yearTruth(person, wish.year, until);
    const year = Number(day.slice(0, 4));
    return [
      ...(isTwice ? [`${key}: twice`] : []),
      ...(isWorkingDay(day) ? [] : [`${key}: the office is closed`]),
      ...(year === wish.year && !isDue ? [`${key}: nothing is due`] : []),
      ...(year === wish.year && isWhole ? [`${key}: all was in`] : []),
    ];
  });
  const { refused } = office.mailbox;
  const again = refused.filter((address, at) => refused.indexOf(address) !== at);
  return {
    says: 'who was reminded had something to send: once a day, on working days, at addresses that take mail',
    looked: reminders.length,
    broken: [...broken, ...again.map((address) => `${address} took no mail, and was tried again`)],
  };
}

/** Whoever had sent nothing a month before the last day had heard from the office by then, unless their mailbox is gone. */
export function nobodyForgotten({ people, reminders, mails, wish, office }: YearLived): Check {
  const eve = Date.parse(`${wish.year}-12-01T06:00:00Z`);
  const heard = new Set(
    reminders.filter(({ at }) => Date.parse(at) < eve).map(({ person: { specialistId } }) => specialistId),
  );
  const quiet = people.filter(
    (person) =>
      yearTruth(person, wish.year, []).isDue &&
      !mails.mailsOf(person.specialistId).some(({ at }) => Date.parse(at) < eve) &&
      !office.mailbox.refused.includes(person.email),
  );
  return {
    says: 'whoever had sent nothing by December was reminded before',
    looked: quiet.length,
    broken: quiet.filter(({ specialistId }) => !heard.has(specialistId)).map(({ specialistId }) => specialistId),
  };
}
