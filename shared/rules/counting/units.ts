import { type HoursHundredths, parseHours } from '#shared/domain/hours.ts';

/** What one unit on a certificate stands for, from the table of units in credits.md. */
export type Unit = {
  /** lower case, as on certificates: "ceu", "contact hours" */
  readonly words: readonly string[];
  /** null: it cannot be said in general */
  readonly hoursEach: HoursHundredths | null;
  /** the conversion is only a proposal: a person confirms it */
  readonly needsPerson: boolean;
};

export type Units = {
  readonly units: readonly Unit[];
  /** 60, or 50 where a training hour is shorter; null when not published */
  readonly minutesInHour: number | null;
  /** none: what is no whole hundredth goes to a person; otherwise down to that many hundredths, never up */
  readonly roundDownTo: number | null;
};

export type Converted =
  | { readonly hours: HoursHundredths; readonly needsPerson: boolean }
  | { readonly hours: null; readonly why: 'no number' | 'unit not known' | 'not exact' | 'not published' };

/** "0.3" and "CEU" → hours, exactly or not at all: 50 minutes are no whole hundredth of an hour. */
export function inHours({ units, minutesInHour, roundDownTo }: Units, amount: string, unit: string): Converted {
  const written = parseHours(amount);
  if (written === null || written === 0) return { hours: null, why: 'no number' };
  const word = unit.toLowerCase().replace(/[.()]/g, '').replace(/\s+/g, ' ').trim();
  if (/^min(ute)?s?$/.test(word)) {
    if (minutesInHour === null) return { hours: null, why: 'not published' };
    return exactly(written, minutesInHour, roundDownTo, false);
  }
  const known = units.find((each) => each.words.includes(word));
  if (!known) return { hours: null, why: 'unit not known' };
  if (known.hoursEach === null) return { hours: null, why: 'not published' };
  return exactly(written * known.hoursEach, 100, roundDownTo, known.needsPerson);
}

function exactly(product: number, divisor: number, roundDownTo: number | null, needsPerson: boolean): Converted {
  const step = roundDownTo ?? 1;
  const isExact = product % divisor === 0;
  if (!isExact && roundDownTo === null) return { hours: null, why: 'not exact' };
  const hours = Math.floor(product / divisor / step) * step;
  return { hours, needsPerson };
}
