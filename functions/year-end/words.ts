import type { StandingWord } from '#shared/domain/standing-word.ts';
import type { Interval, Share } from '#shared/domain/wilson.ts';
import { wilson } from '#shared/domain/wilson.ts';
import type { Came } from './unresolved.ts';

export const standingInWords: Readonly<Record<StandingWord, string>> = {
  'not-yet-due': 'Not yet due',
  'nothing-received': 'Nothing received',
  'in-progress': 'In progress',
  'documents-incomplete': 'Documents incomplete',
  'in-review': 'In review',
  met: 'Met',
  'past-deadline-unresolved': 'Past the deadline, unresolved',
  inactive: 'Inactive',
  closed: 'Closed by a person',
  'cannot-tell': 'Cannot tell',
};

export const cameInWords: Readonly<Record<Came, string>> = {
  nothing: 'Nothing came',
  'in-time': 'Something came in time',
  late: 'Something came after the last day',
};

/** "missing-certificate" → "Missing certificate" */
export const codeInWords = (code: string): string =>
  `${code.charAt(0).toUpperCase()}${code.slice(1).replaceAll('-', ' ')}`;

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
const range = ({ low, high }: Interval) => `${percent(low)} to ${percent(high)}`;

/** "12 of 80, 15.0 % (95 % range 8.8 % to 24.4 %)"; a share of nothing is not measured, never 0 %. */
export function shareInWords(share: Share): string {
  const bounds = wilson(share);
  if (bounds === null) return 'not measured: there was nothing to look at';
  return `${share.of} of ${share.all}, ${percent(share.of / share.all)} (95 % range ${range(bounds)})`;
}

/** Share, least and most in percent, for a table; blanks where nothing was looked at. */
export function shareInCells(share: Share): readonly (string | number)[] {
  const bounds = wilson(share);
  if (bounds === null) return [share.of, share.all, 'not measured', '', ''];
  const figures = [share.of / share.all, bounds.low, bounds.high].map((each) => Number((each * 100).toFixed(2)));
  return [share.of, share.all, ...figures];
}

export const daysInWords = (days: number | null): string =>
  days === null ? 'not measured' : `${days.toFixed(1)} days`;
