import { daysBetween } from './day-arithmetic.ts';
import type { QueueLine } from './queue-line.ts';

/** How near a deadline has to be for each step of urgency, the most urgent first; anything else is one step below the last. */
const stepsOfDays = [3, 7, 14, 30] as const;
/** So many days of waiting lift a case by one step, and so on for ever: nothing starves under what is new. */
export const daysPerStep = 5;

export const orderInWords = `Nearest deadline first, and a step up for each ${daysPerStep} days that a case has waited; then what has the fewest open questions and missing things, then the fewest papers, then the oldest.`;

/** Smaller comes first, number by number; then the text. No two mails have the same one. */
export type QueueRank = { steps: readonly [urgency: number, open: number, papers: number]; text: string };

/** `today` is the day where the programme lives, `receivedOn` the one on which the mail came. */
export function rankOf(line: QueueLine, { today, receivedOn }: { today: string; receivedOn: string }): QueueRank {
  const waited = Math.max(0, daysBetween(receivedOn, today));
  const urgency = stepOf(line.due, today) - Math.floor(waited / daysPerStep);
  const open = line.codes.length + line.missingCount;
  return { steps: [urgency, open, line.documents], text: `${line.receivedAt}#${line.submissionId}` };
}

/** A deadline that has passed cannot be met any more by being quick: such a case rises by its waiting alone. */
function stepOf(due: string | null, today: string): number {
  const left = due === null ? -1 : daysBetween(today, due);
  const step = left < 0 ? -1 : stepsOfDays.findIndex((days) => left <= days);
  return step < 0 ? stepsOfDays.length : step;
}

export function compareRanks(one: QueueRank, other: QueueRank): number {
  for (const [at, step] of one.steps.entries()) {
    const difference = step - (other.steps[at] ?? 0);
    if (difference !== 0) return difference;
  }
  if (one.text === other.text) return 0;
  return one.text < other.text ? -1 : 1;
}

/** A place in the order as a word in an address: what comes after it stays after it, whoever leaves the list meanwhile. */
export const placeOf = ({ steps, text }: QueueRank): string => [...steps, text].join('~');

/** Null: no place of ours. */
export function rankAt(place: string): QueueRank | null {
  const [, urgency, open, papers, text] = /^(-?\d{1,6})~(\d{1,6})~(\d{1,6})~([\w:.#+-]{1,100})$/.exec(place) ?? [];
  if (text === undefined) return null;
  return { steps: [Number(urgency), Number(open), Number(papers)], text };
}
