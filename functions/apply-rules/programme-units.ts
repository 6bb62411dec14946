import { formatHours, parseHours } from '#shared/domain/hours.ts';
import type { Reason } from '#shared/domain/reason.ts';
import { type Converted, inHours, type Units } from '#shared/rules/counting/units.ts';
import type { Programme } from '#shared/rules/programme.ts';
import { type ClaimDocument, fieldOf, textOf } from './claim.ts';

/** The most that a single certificate of a day or two is for; what a table of units makes of it may not go beyond. */
const hoursMost = 16_00;

/**
 * A certificate with its hours as this programme's own table of units counts what is printed: "0.6 CEU", "90 minutes", "1
 * semester credit". What the table does not know, or leaves to a person, is not counted by the machine. Hours are hours.
 */
export function inProgrammeUnits(claim: ClaimDocument, { counting: { units } }: Programme): ClaimDocument {
  const printed = claim.document.kind === 'certificate' ? printedAmount(claim) : null;
  if (printed === null) return claim;
  const converted = convert(units, printed);
  const before = textOf(fieldOf(claim, 'hours'));
  if (converted.hours === null) return withHours(claim, `${printed.amount ?? ''} ${printed.words[0]}`.trim(), true);
  const isAsRead = before !== null && parseHours(before) === converted.hours;
  const isDoubtful = converted.needsPerson || (!isAsRead && converted.hours > hoursMost);
  if (isAsRead && !isDoubtful) return claim;
  return withHours(claim, formatHours(converted.hours), isDoubtful || fieldOf(claim, 'ethicsHours') !== null);
}

/** The first of the words that the programme's table knows is the unit. */
type Printed = { amount: string | null; words: readonly string[] };

/** What stands on the paper, where it is not hours; null where it is, or where the paper names no unit. */
function printedAmount(claim: ClaimDocument): Printed | null {
  const field = fieldOf(claim, 'hours');
  const unit = textOf(fieldOf(claim, 'creditUnit'));
  if (field === null || unit === null) return null;
  // the reader has made hours of what is printed: back to the figure itself
  const read = textOf(field) === null ? null : parseHours(textOf(field) ?? '');
  const figure = /\d+(?:[.,]\d+)?/.exec(field.raw ?? '')?.[0].replace(',', '.') ?? null;
  const times = (from: number, to: number) => (read === null ? figure : formatHours((read * to) / from));
  switch (unit) {
    case 'minutes':
      return { amount: times(1, 60), words: ['minutes'] };
    case 'CEU':
      return { amount: times(1, 1), words: ['ceu'] };
    case 'IACET CEU':
      return { amount: times(10, 1), words: ['iacet ceu', 'ceu'] };
    case 'credits':
      return { amount: times(1, 1), words: ['credits'] };
    case 'semester credit':
    case 'quarter credit':
      return { amount: figure, words: [unit] };
    default:
      return null;
  }
}

function convert(units: Units, { amount, words }: Printed): Converted {
  const tried = words.map((word) => inHours(units, amount ?? '', word));
  const found = tried.find((each) => each.hours !== null || each.why !== 'unit not known');
  return found ?? { hours: null, why: 'unit not known' };
}

const doubt: Reason = {
  code: 'unit-ambiguous',
  text: 'A person has to say how many hours the printed units stand for.',
  field: 'hours',
};

function withHours(claim: ClaimDocument, value: string, isDoubtful: boolean): ClaimDocument {
  const { document } = claim;
  const hours = document.fields.hours;
  if (!hours) return claim;
  const isSaid = document.reasons.some(({ code, field }) => code === 'unit-ambiguous' && field === 'hours');
  const reasons = isDoubtful && !isSaid ? [...document.reasons, doubt] : document.reasons;
  return { ...claim, document: { ...document, fields: { ...document.fields, hours: { ...hours, value } }, reasons } };
}
