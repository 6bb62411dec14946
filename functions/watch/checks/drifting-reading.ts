import { type Drift, readingDrift, seenMin } from '#shared/domain/reading-drift.ts';
import { type Check, cannotTell, fine, found } from '#shared/domain/watch.ts';
import type { Interval } from '#shared/domain/wilson.ts';
import { numbersOfMonth } from '#shared/records/month-numbers.ts';
import type { WatchPorts } from '../watch-ports.ts';

/** This month and the one before it, against the four before those. */
const months = { lately: [0, 1], earlier: [2, 3, 4, 5] } as const;

/** Do people correct what the machine read more often than they used to? */
export async function driftingReading({ records }: WatchPorts, now: string): Promise<Check> {
  const readIn = async (backs: readonly number[]) => {
    const numbers = await Promise.all(backs.map((back) => numbersOfMonth(records, monthBack(now, back))));
    return numbers.flatMap(({ read }) => read);
  };
  const { drifted, compared, tooFew } = readingDrift(await readIn(months.earlier), await readIn(months.lately));
  const unsaid =
    tooFew === 0 ? '' : ` Of ${tooFew} more, fewer than ${seenMin} values were seen in one of the two times.`;
  if (drifted.length > 0) return found(`${drifted.map(inWords).join('; ')}.${unsaid}`, drifted.map(nameOf));
  if (compared === 0) return cannotTell(`No field was seen ${seenMin} times lately and ${seenMin} times before.`);
  return fine(`Of ${compared} fields none is corrected more often than in the months before.${unsaid}`);
}

const nameOf = ({ field, medium }: Drift) => `${field} (${medium})`;
const inWords = (drift: Drift) =>
  `${nameOf(drift)} is now corrected in ${range(drift.lately)} of cases, before in ${range(drift.earlier)}`;
const range = ({ low, high }: Interval) => `${(low * 100).toFixed(1)} to ${(high * 100).toFixed(1)} %`;

function monthBack(now: string, back: number): string {
  const number = Number(now.slice(0, 4)) * 12 + Number(now.slice(5, 7)) - 1 - back;
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
}
