import type { Facts } from '../facts.ts';
import { minimumOf } from '../judge-year.ts';
import type { Programme } from '../programme.ts';

/** Worked out from period.md. */
const ofPeriod = [
  'kind of period',
  'period start',
  'period last day',
  'due day',
  'window opens',
  'window closes',
  'hours carried over',
];
export const ofLateness = ['days late', 'late step'];

/** Sums and counts of trainings: they hang on credits.md and on the lists of topics. */
const ofTrainings = [
  'counted hours',
  'ethics hours',
  'core hours',
  'hours in review',
  'trainings without guidance form',
  'named excluded trainings',
  'possible mandatory trainings',
  'clinical trainings',
  'trainings with unclear topic',
  'trainings without approval',
  'trainings without evidence',
  'repeated trainings',
];

export const surplus = 'core hours with ethics surplus';

/** Which pages beside the rules say something else: the same for everybody, and found by reading all of them. */
export type OtherPages = {
  readonly period: boolean;
  readonly counting: boolean;
  readonly measures: boolean;
  readonly credentials: boolean;
};

export function otherPages(before: Programme, after: Programme): OtherPages {
  const { measures: oldMeasures, ...oldCounting } = before.counting;
  const { measures: newMeasures, ...newCounting } = after.counting;
  const period = !isSame(before.period, after.period);
  const counting = !isSame(oldCounting, newCounting) || !isSame(wordsOf(before), wordsOf(after));
  return {
    period,
    counting,
    // a measure may name another one, so they are taken together
    measures: counting || period || !isSame(oldMeasures, newMeasures),
    credentials: !isSame(before.credentials, after.credentials),
  };
}

/** The stored facts that the later pages would have worked out in another way: they may not be carried over. */
export function staleFacts(
  before: Programme,
  after: Programme,
  other: OtherPages,
  { facts, year }: { readonly facts: Facts; readonly year: number },
): string[] {
  const isOtherMinimum =
    other.counting || minimumOf(before, 'ethics hours', year) !== minimumOf(after, 'ethics hours', year);
  const measures = [...before.counting.measures, ...after.counting.measures];
  return [
    ...(other.period ? [...ofPeriod, ...ofLateness] : []),
    ...(other.counting ? ofTrainings : []),
    ...(other.measures ? measures.map(({ name }) => name) : []),
    ...(isOtherMinimum ? [surplus] : []),
    ...(other.credentials ? ['credential'] : []),
    ...otherwiseStated(before, after, facts),
  ];
}

/** Of another kind now, or never told by anybody and now with another value for that. */
function otherwiseStated(before: Programme, after: Programme, facts: Facts): string[] {
  return before.conditions.stated
    .filter(({ name, kind, unlessTold }) => {
      const now = after.conditions.stated.find((each) => each.name === name);
      if (now?.kind !== kind) return true;
      return now.unlessTold !== unlessTold && facts[name] === unlessTold;
    })
    .map(({ name }) => name);
}

/** From which stored facts a page works out this one; null where no page does. */
export function inputsOf(name: string, programme: Programme, year: number): string[] | null {
  const countedFrom = programme.period.periods.filter(({ fromYear }) => fromYear <= year).at(-1)?.countedFrom;
  const period = countedFrom ? [countedFrom] : [];
  if (ofPeriod.includes(name)) return period;
  if (ofLateness.includes(name)) return [...period, 'report day'];
  if (name === surplus) return ['core hours', 'ethics hours'];
  return ['report year', 'last day of report year', 'today'].includes(name) ? [] : null;
}

/** By what titles are sorted: the words and the map, whatever examples stand beside them. */
function wordsOf({ topics }: Programme): unknown {
  const words = topics.pages.map(({ name, alone, besidePeers, hints, nearMisses }) => {
    return { name, alone, besidePeers, hints, nearMisses };
  });
  const signals = topics.signals.map(({ kind, phrases }) => ({ kind, phrases }));
  const map = topics.map.map(({ topic, countsAs, onlyBesidePeers }) => ({ topic, countsAs, onlyBesidePeers }));
  return { words, signals, map };
}

/** Alike but for where it stands and who is quoted for it. */
function isSame(one: unknown, other: unknown): boolean {
  const plain = (value: unknown) =>
    JSON.stringify(value, (key, each) => (key === 'source' || key === 'line' ? undefined : each));
  return plain(one) === plain(other);
}
