import type { FieldValue } from '#shared/domain/document.ts';
import type { Reason } from '#shared/domain/reason.ts';
import { findDates, turnedDay } from './dates.ts';
import { readHours } from './hours.ts';
import { guessShare, withFigures, withMailSigns } from './misread-figures.ts';
import type { Found } from './value-near-label.ts';

/** A value with what was found doubtful about it. */
export type Reading = { value: FieldValue; reasons: Reason[] };

/** What a text says as a value of one kind; null when it is not such a value. `share` lowers the confidence. */
type Parsed = { value: string; share?: number; reasons?: Reason[] };
export type Parse = (text: string, context: Context) => Parsed | null;
export type Context = { field: string; label: string; isDayFirst: boolean };

/** How sure a value is by the way it was found; the words' own sureness is multiplied in. */
const surenessBy: Readonly<Record<Found['how'], number>> = {
  field: 0.985,
  'same-line': 0.97,
  cell: 0.97,
  beside: 0.97,
  above: 0.955,
  below: 0.955,
  phrase: 0.94,
  guess: 0.9,
};

export const confidenceOf = (found: Found, share = 1) =>
  Math.round(surenessBy[found.how] * found.sureness * share * 1000) / 1000;

/** The first place whose text is a value of the kind wanted. Empty places and texts that are no such value give null. */
export function firstValue(places: readonly Found[], parse: Parse, context: Context): Reading | null {
  const [first] = places;
  if (first === undefined) return null;
  for (const place of places) {
    if (place.text === '') return { value: valueFrom(place, null, 0.97), reasons: [] };
    const parsed = parse(place.text, context);
    if (parsed) return { value: valueFrom(place, parsed.value, parsed.share), reasons: parsed.reasons ?? [] };
  }
  return { value: valueFrom(first, null, 0.5), reasons: [unclear(context.field)] };
}

export function valueFrom(found: Found, value: FieldValue['value'], share = 1): FieldValue {
  const raw = found.text === '' ? null : found.text.slice(0, 500);
  return { value, confidence: confidenceOf(found, share), page: found.page, box: found.box, raw };
}

export function unclear(field: string): Reason {
  return { code: 'low-confidence', text: 'What is written here could not be read with certainty.', field };
}

/** Longer texts are stories, not a name or a title. */
const lettersMax = 300;

export const asText: Parse = (text) => {
  const value = text
    .replace(/\s+/g, ' ')
    .replace(/^[\s:_–—-]+|[\s_]+$/g, '')
    .slice(0, lettersMax); // prettier-ignore
  return value === '' ? null : { value };
};

/** What cannot be read as it stands is read once more with its misread signs mended, as a guess. */
function orMended(parse: Parse, mend: (text: string) => string): Parse {
  return (text, context) => {
    const plain = parse(text, context);
    const mended = plain === null ? mend(text) : text;
    const guess = mended === text ? null : parse(mended, context);
    return plain ?? (guess && { ...guess, share: guessShare });
  };
}

const plainDate: Parse = (text, { field, isDayFirst }) => {
  const [date] = findDates(text);
  if (date === undefined) return null;
  if (date.day === null) return null;
  if (date.order !== 'either' || !isDayFirst) return { value: date.day };
  const reason: Reason = {
    code: 'date-ambiguous',
    text: 'The day and the month of a date could be the other way round.',
    field,
  };
  return { value: turnedDay(date.day), share: 0.5, reasons: [reason] };
};

export const asDate = orMended(plainDate, withFigures);

export const asYear: Parse = (text) => {
  const years = [...text.matchAll(/\b(20\d{2})\b/g)].map((match) => match[1] ?? '');
  const [first, ...others] = years;
  if (first === undefined || others.some((year) => year !== first)) return null;
  return { value: first };
};

const plainHours: Parse = (text, { field, label }) => {
  const amount = readHours(text, label);
  if (amount === null || amount.value === null) return null;
  if (amount.doubt === null) return { value: amount.value };
  return { value: amount.value, share: 0.8, reasons: [unitDoubt(field)] };
};

export const asHours = orMended(plainHours, withFigures);

export function unitDoubt(field: string): Reason {
  return { code: 'unit-ambiguous', text: 'It is not certain how many hours the printed units stand for.', field };
}

const plainEmail: Parse = (text) => {
  const joined = text.replace(/\s*([@.])\s*/g, '$1');
  const found = /[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/u.exec(joined);
  return found ? { value: found[0] } : null;
};

export const asEmail = orMended(plainEmail, withMailSigns);

const plainPhone: Parse = (text) => {
  const found = /\+?1?[\s.-]*\(?\d{3}\)?[\s./-]*\d{3}[\s.-]*\d{4}(?:\s*(?:x|ext\.?)\s*\d+)?/i.exec(text);
  return found ? { value: found[0].trim() } : null;
};

export const asPhone = orMended(plainPhone, withFigures);

export const asCredential: Parse = (text) => {
  const isFamily = /\bRFPSS\b|famil/i.test(text);
  const isPeer = /(?<!F)\bR?\.?PSS\b|\bCPSS\b|\bpeer\b/i.test(text.replace(/family\s+peer/gi, 'family'));
  if (isFamily === isPeer) return null;
  return { value: isFamily ? 'RFPSS' : 'RPSS' };
};

const courtesy = /^(?:mr|mrs|ms|miss|mx|dr|sr|sra|srta)\.?\s+(?=\p{Lu})/iu;
const credentials =
  /(?:,\s*|\s+)(?:R?F?PSS|CPSS|CPRSS|CPS|NCPS|LPC|LCSW|LMSW|LAC|CAC|RN|BSW|MSW|MA|BA|MS|BS|PhD|M\.Ed\.?|Ph\.D\.?)(?=$|,|\s)/gu; // prettier-ignore

/** A person's name as printed, without "Ms." before it and credentials behind it; "Jr." stays. */
export const asName: Parse = (text) => {
  const value = text
    .replace(/\s+/g, ' ')
    .replace(/^[\s:_/~*•·❖✦★«»“”"–—-]+|[\s_:;,~*•·❖✦★«»“”"–—-]+$/gu, '')
    .replace(/^\(?\d{1,2}[.)]+\s+(?=\p{Lu})/u, '')
    .replace(courtesy, '')
    .replace(credentials, '')
    .replace(/[\s,]+$/, '')
    .trim();
  const isName = value.length >= 2 && value.length <= 80 && !/[\d@]/.test(value) && value.split(' ').length <= 7;
  return isName ? { value } : null;
};
