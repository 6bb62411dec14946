import type { HoursHundredths } from '#shared/domain/hours.ts';
import { type Bounds, boundsAsFacts } from '../bounds.ts';
import type { Facts } from '../facts.ts';
import type { CountedCredit } from './counted-credit.ts';
import { type Fits, fits, type Selector } from './selector.ts';

/** What a programme counts, from its page credits.md: hours or trainings of a kind. */
export type Measure = {
  readonly name: string;
  readonly counts: 'hours' | 'trainings';
  readonly where: Selector;
  /** of some hours only so many count: "at most 5 hours where mode is self paced" */
  readonly limit: { readonly hours: HoursHundredths; readonly where: Selector } | null;
  /** what another measure has above an amount is added: "surplus of ethics hours above 3" */
  readonly surplus: { readonly measure: string; readonly above: number } | null;
  /** hours that the period before leaves over are added: "hours carried over" */
  readonly addsCarriedOver: boolean;
  /** the whole period, or the part of it that has least */
  readonly over: 'period' | 'leanest part';
  readonly inWords: string;
  readonly line: number;
};

/** What is not counted, or only when a person says so. */
export type Exclusion = {
  readonly where: Selector;
  readonly tier: 'not counted' | 'a person decides';
  readonly why: string;
  readonly source: string;
};

export type Span = { readonly start: string; readonly lastDay: string };
export type Counting = {
  readonly measures: readonly Measure[];
  readonly exclusions: readonly Exclusion[];
  /** a training in two topics counts in each of them */
  readonly countsInEach: boolean;
};

const none: Bounds = { least: 0, most: 0 };

/**
 * Every measure over the trainings of a period, as facts: exact, or from and to. `period` is null when nobody can say which
 * days it has; then no training is certain to lie inside. `carried`: hours left over from the period before. Pure, and the order of the trainings does not matter.
 */
export function measure(
  counting: Counting,
  credits: readonly CountedCredit[],
  period: readonly Span[] | null,
  carried: Bounds = none,
): Facts {
  const bounds = new Map<string, Bounds>();
  for (const each of counting.measures) {
    const over = each.over === 'period' ? wholeOf(period) : (period ?? [null]);
    const counted = over.map((span) => countOne(each, counting, credits, span)).reduce(lesser);
    const own = plusSurplus(each, counted, bounds);
    bounds.set(each.name, each.addsCarriedOver ? sum([own, carried]) : own);
  }
  return Object.assign({}, ...[...bounds].map(([name, value]) => boundsAsFacts(name, value)));
}

function wholeOf(period: readonly Span[] | null): readonly (Span | null)[] {
  const [first, last] = [period?.[0], period?.at(-1)];
  return first && last ? [{ start: first.start, lastDay: last.lastDay }] : [null];
}

function countOne(
  { counts, where, limit }: Measure,
  { exclusions, countsInEach }: Counting,
  credits: readonly CountedCredit[],
  span: Span | null,
): Bounds {
  const inside = credits.map((credit) => ({
    credit,
    isIn: allOf([
      fits(where, credit, countsInEach),
      fitsStatus(credit),
      fitsDay(credit, span),
      ...exclusions.map((each) => fitsBeside(each, credit, countsInEach)),
    ]),
  }));
  if (counts === 'trainings') return sum(inside.map(({ isIn }) => within(isIn, 100)).map(asCount));
  const limited = inside.map((each) => ({
    ...each,
    isLimited: limit ? fits(limit.where, each.credit, countsInEach) : ('no' as const),
  }));
  // what may fall under the limit is taken to do so for the least, and not to for the most
  const free = (isLimited: Fits[]) => sum(limited.filter((each) => isLimited.includes(each.isLimited)).map(hoursOf));
  const least = free(['no']).least + Math.min(free(['yes', 'maybe']).least, limit?.hours ?? 0);
  const open = free(['no', 'maybe']).most;
  const capped = free(['yes']).most ?? Number.POSITIVE_INFINITY;
  return { least, most: open === null ? null : open + Math.min(capped, limit?.hours ?? 0) };
}

const asCount = ({ least, most }: Bounds): Bounds => ({ least: least / 100, most: most === null ? null : most / 100 });

function hoursOf({ credit, isIn }: { credit: CountedCredit; isIn: Fits }): Bounds {
  if (isIn === 'no') return none;
  return credit.hours === null ? { least: 0, most: null } : within(isIn, credit.hours);
}

function within(isIn: Fits, amount: number): Bounds {
  return { least: isIn === 'yes' ? amount : 0, most: isIn === 'no' ? 0 : amount };
}

function sum(all: readonly Bounds[]): Bounds {
  return all.reduce(
    (total, each) => ({
      least: total.least + each.least,
      most: total.most === null || each.most === null ? null : total.most + each.most,
    }),
    none,
  );
}

function lesser(one: Bounds, other: Bounds): Bounds {
  const most = [one.most, other.most].filter((each) => each !== null);
  return { least: Math.min(one.least, other.least), most: most.length === 0 ? null : Math.min(...most) };
}

function plusSurplus({ surplus }: Measure, own: Bounds, known: ReadonlyMap<string, Bounds>): Bounds {
  const from = surplus ? known.get(surplus.measure) : undefined;
  if (!surplus || !from) return own;
  const above = (amount: number) => Math.max(0, amount - surplus.above);
  const most = own.most === null || from.most === null ? null : own.most + above(from.most);
  return { least: own.least + above(from.least), most };
}

function allOf(each: readonly Fits[]): Fits {
  if (each.includes('no')) return 'no';
  return each.includes('maybe') ? 'maybe' : 'yes';
}

function fitsStatus({ status }: CountedCredit): Fits {
  return status === 'counted' ? 'yes' : status === 'undecided' ? 'maybe' : 'no';
}

function fitsDay({ completedOn }: CountedCredit, span: Span | null): Fits {
  if (completedOn === null || span === null) return 'maybe';
  return span.start <= completedOn && completedOn <= span.lastDay ? 'yes' : 'no';
}

/** Whether a training stays in beside an exclusion. One that may be meant is left to a person, whatever the tier. */
function fitsBeside({ where, tier }: Exclusion, credit: CountedCredit, countsInEach: boolean): Fits {
  const isMeant = credit.isConfirmed ? 'no' : fits(where, credit, countsInEach);
  if (isMeant === 'no') return 'yes';
  return isMeant === 'yes' && tier === 'not counted' ? 'no' : 'maybe';
}
