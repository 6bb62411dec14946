import { type Check, fine, found, minutesBefore } from '#shared/domain/watch.ts';
import { listReviewsSince } from '#shared/records/review-records.ts';
import type { WatchPorts } from '../watch-ports.ts';

/** A case that a person does not answer fails never; somebody hears of it after so many days, and a supervisor after twice as many. */
const days = { somebody: 5, supervisor: 10 } as const;

/** Cases that wait for a person, or for a second one, longer than anybody should wait for an answer. */
export async function waitingCases({ records }: Pick<WatchPorts, 'records'>, now: string): Promise<Check> {
  const until = (since: number) => minutesBefore(now, since * 24 * 60);
  const tasks = await Promise.all(
    (['open', 'waiting-for-second'] as const).map((state) => listReviewsSince(records, state, until(days.somebody))),
  );
  const all = tasks.flat().sort((one, other) => (one.openedAt < other.openedAt ? -1 : 1));
  if (all.length === 0) return fine(`No case waits for a person for more than ${days.somebody} days.`);
  const longest = all.filter(({ openedAt }) => openedAt <= until(days.supervisor)).length;
  const escalated =
    longest === 0
      ? ''
      : ` ${longest} of them for more than ${days.supervisor}: a supervisor should take or hand out these.`;
  const words = all.length === 1 ? 'One case waits' : `${all.length} cases wait`;
  return found(
    `${words} for a person for more than ${days.somebody} days.${escalated}`,
    all.map(({ reference }) => reference),
  );
}
