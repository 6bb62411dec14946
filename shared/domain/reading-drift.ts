import { type ReadFigures, tallied } from './read-figures.ts';
import { type Interval, wilson } from './wilson.ts';

/** With fewer values in one of the two times nobody can say whether anything changed. */
export const seenMin = 50;

/** `earlier` and `lately`: between which shares of its values people correct, by Wilson's bounds. */
export type Drift = Pick<ReadFigures, 'field' | 'medium'> & { earlier: Interval; lately: Interval };
export type DriftFound = { drifted: Drift[]; compared: number; tooFew: number };

/**
 * Fields that people correct more often than they used to, by how the page was read: the least share that is likely now lies above
 * the largest that was likely before. What was seen too seldom is counted and nothing is said about it.
 */
export function readingDrift(earlier: readonly ReadFigures[], lately: readonly ReadFigures[]): DriftFound {
  const before = new Map(tallied(earlier).map((one) => [keyOf(one), one]));
  const now = tallied(lately);
  const pairs = now.map((one) => ({ one, was: before.get(keyOf(one)) }));
  const enough = pairs.flatMap(({ one, was }) =>
    was !== undefined && was.seen >= seenMin && one.seen >= seenMin ? [{ one, was }] : [],
  );
  const drifted = enough.flatMap(({ one, was }) => {
    const [earlierShare, latelyShare] = [shareOf(was), shareOf(one)];
    if (earlierShare === null || latelyShare === null || latelyShare.low <= earlierShare.high) return [];
    return [{ field: one.field, medium: one.medium, earlier: earlierShare, lately: latelyShare }];
  });
  return { drifted, compared: enough.length, tooFew: pairs.length - enough.length };
}

const keyOf = ({ field, medium }: ReadFigures) => `${field} ${medium}`;
const shareOf = ({ corrected, seen }: ReadFigures) => wilson({ of: corrected, all: seen });
