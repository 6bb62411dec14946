import { isDue } from '#shared/domain/answer.ts';
import type { Letter } from '#shared/domain/letter.ts';
import { segments } from '#shared/domain/segment.ts';
import { type Check, foundOrFine, minutesBefore } from '#shared/domain/watch.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { listWaitingAnswers } from '#shared/records/answer-records.ts';
import { pageOfLettersToSend } from '#shared/records/letter-records.ts';
import type { WatchPorts } from '../watch-ports.ts';

/** The sweep of waiting answers has had several tries at each by then. */
const oldMinutes = 60;
/** Fifty thousand reminders of one morning go out in two and a half hours at ten a second. */
const oldReminderMinutes = 4 * 60;

/** Letters that were written and that no relay has taken: answers, and reminders in the middle of their hours. */
export async function oldOutbox({ records }: Pick<WatchPorts, 'records'>, now: string): Promise<Check> {
  const latest = minutesBefore(now, oldMinutes);
  const answers = (await listWaitingAnswers(records)).filter(({ answer }) => isDue(answer, latest));
  const reminders = await lateReminders(records, { now, latest: minutesBefore(now, oldReminderMinutes) });
  return foundOrFine([...answers.map(({ submissionId }) => submissionId), ...reminders], {
    one: 'letter waits to be sent: an answer for more than an hour, or a reminder for more than four',
    many: 'letters wait to be sent: answers for more than an hour, or reminders for more than four',
    none: 'No answer waits longer than an hour, and no reminder longer than four.',
  });
}

/** Outside their hours reminders wait as they should. */
async function lateReminders(
  records: RecordStore,
  { now, latest }: { now: string; latest: string },
): Promise<string[]> {
  const late: string[] = [];
  for (const segment of segments) {
    let after: string | undefined;
    do {
      const paging = { now: latest, limit: 200, ...(after === undefined ? {} : { after }) };
      const page = await pageOfLettersToSend(records, segment, paging);
      const own = page.letters.map(({ letter }) => letter);
      const isLate = ({ hours }: Letter) => hours.some(({ from, until }) => from <= latest && now <= until);
      late.push(...own.filter(isLate).map(({ specialistId, line }) => `${specialistId} ${line}`));
      after = page.after;
    } while (after !== undefined);
  }
  return late;
}
