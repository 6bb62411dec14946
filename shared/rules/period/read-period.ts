import { parseHours } from '#shared/domain/hours.ts';
import type { CarryOver } from '../counting/carry-over.ts';
import { type Problem, readPage } from '../markdown-page.ts';
import { type Reader, readRows, readSettings, type Shape } from '../read-settings.ts';
import type { LateStep } from './late.ts';
import type { FirstPeriod, Offset, PeriodRule } from './period.ts';

export type Waiver = {
  readonly reason: string;
  readonly evidence: string;
  readonly effect: string;
  readonly source: string;
};
export type PeriodPage = {
  /** the first year rises from one to the next */
  readonly periods: readonly PeriodRule[];
  readonly lateSteps: readonly LateStep[];
  readonly carryOver: CarryOver;
  readonly waivers: readonly Waiver[];
};

const months = 'January February March April May June July August September October November December'.split(' ');
const date = `(?:${months.join('|')}) \\d{1,2}`;
const offsetShape: Shape = {
  pattern: new RegExp(
    `^(?:on the last day|(\\d{1,3}) days (before|after) the last day|(${date})( of the next year)?)$`,
  ),
  example: '"on the last day", "14 days before the last day", "October 1" or "January 31 of the next year"',
};

const shapes: Readonly<Record<string, Shape>> = {
  'a period is': {
    pattern: /^(calendar year|fixed date|anniversary|end of month)$/,
    example: 'calendar year, fixed date, anniversary or end of month',
    mustBeKnown: true,
  },
  length: { pattern: /^(12|24|36|48|60) months$/, example: '12, 24, 36, 48 or 60 months' },
  'ends on': {
    pattern: new RegExp(`^(?:(${date})(?: of (odd|even) years)?|its own day)$`),
    example: '"December 31", "September 1 of odd years" or "its own day"',
    mustBeKnown: true,
  },
  'counted from': {
    pattern: /^(first training day|certification day)$/,
    example: 'first training day or certification day',
  },
  'first period': {
    pattern:
      /^(?:(next calendar year|immediate)|(waived) if certified less than (\d+) months before its end|(provisional) for (\d+) months)$/,
    example:
      '"next calendar year", "immediate", "waived if certified less than 12 months before its end" or "provisional for 6 months"',
  },
  'sub-periods': { pattern: /^(?:none|(\d+) months)$/, example: '"none" or "12 months"' },
  'window opens': offsetShape,
  due: offsetShape,
  'window closes': offsetShape,
};

const carryOverShapes: Readonly<Record<string, Shape>> = {
  'hours left over': { pattern: /^(kept|lost)$/, example: '"kept" or "lost"' },
  'at most': { pattern: /^(?:no limit|([\d.]+) hours)$/, example: '"no limit" or "5 hours"' },
  'kept for': { pattern: /^(\d+) periods?$/, example: '"1 period"' },
  'missed hours': {
    pattern: /^(may be made up|cannot be made up)$/,
    example: '"may be made up" or "cannot be made up"',
  },
};

/** period.md: one section "From 2024" for each time the period itself changed, then what holds around it. */
export function readPeriodPage(path: string, text: string): { read: PeriodPage; problems: Problem[] } {
  const reader: Reader = { page: readPage(path, text), problems: [] };
  const periods = reader.page.sections.flatMap(({ heading }) => {
    const year = /^From (\d{4})$/.exec(heading)?.[1];
    return year === undefined ? [] : [readPeriod(reader, heading, Number(year))];
  });
  const say = (says: string) => reader.problems.push({ page: path, line: 1, says });
  if (periods.length === 0) say('add a section such as "## From 2024" with the settings of the period.');
  if (periods.some((period, at) => period.fromYear <= (periods[at - 1]?.fromYear ?? 0)))
    say('the years of the sections "From …" must rise.');
  return { read: { periods, ...readAround(reader) }, problems: reader.problems };
}

function readAround(reader: Reader): Omit<PeriodPage, 'periods'> {
  const lateSteps = readRows(reader, 'When a report is late', ['up to days', 'step', 'fee', 'what it means', 'source']);
  const kept = readSettings(reader, 'Hours left over', carryOverShapes);
  const yes = (name: string, word: string) => (kept(name) === null ? null : kept(name)?.[1] === word);
  return {
    lateSteps: lateSteps.map(({ cells }) => ({
      upToDays: /^\d+$/.test(cells['up to days'] ?? '') ? Number(cells['up to days']) : null,
      step: cells.step ?? '',
      fee: cells.fee ?? '',
      effect: cells['what it means'] ?? '',
      source: cells.source ?? '',
    })),
    carryOver: {
      isAllowed: yes('hours left over', 'kept'),
      atMost: parseHours(kept('at most')?.[1] ?? ''),
      keptFor: numberIn(kept('kept for')?.[1]),
      makeUp: yes('missed hours', 'may be made up'),
    },
    waivers: readRows(reader, 'Waivers', ['reason', 'evidence', 'effect', 'source']).map(({ cells }) => ({
      reason: cells.reason ?? '',
      evidence: cells.evidence ?? '',
      effect: cells.effect ?? '',
      source: cells.source ?? '',
    })),
  };
}

function readPeriod(reader: Reader, heading: string, fromYear: number): PeriodRule {
  const setting = readSettings(reader, heading, shapes);
  const basis = ['calendar year', 'fixed date', 'anniversary', 'end of month'] as const;
  const anchors = ['first training day', 'certification day'] as const;
  const ends = setting('ends on');
  const years = ends?.[2] === 'odd' || ends?.[2] === 'even' ? ends[2] : 'every';
  return {
    fromYear,
    basis: basis.find((each) => each === setting('a period is')?.[1]) ?? 'calendar year',
    countedFrom: anchors.find((each) => each === setting('counted from')?.[1]) ?? null,
    months: numberIn(setting('length')?.[1]),
    endsOn: { ...dateIn(ends?.[1] ?? 'December 31'), years },
    subPeriodMonths: numberIn(setting('sub-periods')?.[1]),
    firstPeriod: firstPeriodIn(setting('first period')),
    windowOpens: offsetIn(setting('window opens')),
    due: offsetIn(setting('due')),
    windowCloses: offsetIn(setting('window closes')),
  };
}

function firstPeriodIn(match: RegExpExecArray | null): FirstPeriod | null {
  if (!match) return null;
  if (match[2] === 'waived') return { is: 'waived', months: Number(match[3]) };
  if (match[4] === 'provisional') return { is: 'provisional', months: Number(match[5]) };
  return match[1] === 'immediate' ? { is: 'immediate' } : { is: 'next calendar year' };
}

function offsetIn(match: RegExpExecArray | null): Offset | null {
  if (!match) return null;
  if (match[3]) return { is: 'date', ...dateIn(match[3]), nextYear: match[4] !== undefined };
  const days = Number(match[1] ?? 0);
  return { is: 'days from the last day', days: match[2] === 'before' ? -days : days };
}

function dateIn(written: string): { month: number; day: number } {
  const [month = '', day = ''] = written.split(' ');
  return { month: months.indexOf(month) + 1, day: Number(day) };
}

function numberIn(written: string | undefined): number | null {
  return written === undefined ? null : Number(written);
}
