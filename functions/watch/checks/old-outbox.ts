import { type Check, foundOrFine, minutesBefore } from '#shared/domain/watch.ts';
import { listWaitingAnswers } from '#shared/records/answer-records.ts';
import type { WatchPorts } from '../watch-ports.ts';

/** The sweep of waiting answers has had several tries at each by then. */
const oldMinutes = 60;

/** Letters that were written and that no relay has taken. */
export async function oldOutbox({ records }: WatchPorts, now: string): Promise<Check> {
  const latest = minutesBefore(now, oldMinutes);
  const old = (await listWaitingAnswers(records)).filter(({ answer }) => answer.writtenAt <= latest);
  return foundOrFine(
    old.map(({ submissionId }) => submissionId),
    {
      one: 'answer waits for more than an hour to be sent',
      many: 'answers wait for more than an hour to be sent',
      none: 'No answer waits longer than an hour.',
    },
  );
}
