import type { FieldValue } from '#shared/domain/document.ts';
import type { Box } from '#shared/domain/reading.ts';
import { valueTypeOf } from '#shared/domain/value-types.ts';
import type { Place, SecondReading } from '#shared/ports/second-reader.ts';
import { slipsBetween } from '#shared/rules/closest-word.ts';
import type { Slot, Values } from './value-slots.ts';

/**
 * A name written or typed where one signs is a signature (a typed name with intent counts, R.S. 9:2607). Strokes of a tidy
 * hand may look like print; that they read as the name of the one who signs settles it.
 */
const nameOf = (id: string) => `${id}, as a name`;

/** More around the ink: a first name and a last name come as pieces of their own. */
const reach = 0.004;

/**
 * A place to sign, or a yes that was read from one: a statement without a box is attested by the signature below it. A no
 * is not: the box may only have been overlooked.
 */
export const isSigning = ({ field, value: { value, raw } }: Slot): boolean =>
  valueTypeOf(field) === 'signature' || (field === 'attestationChecked' && value === true && raw === null);

/** The places where something was written to sign, to be read as text beside being looked at as strokes. */
export function namesToRead(slots: readonly Slot[], page: number): Place[] {
  return slots.flatMap((slot): Place[] => {
    const { value, box, page: own } = slot.value;
    const isSigned = isSigning(slot) && value === true && own === page && box !== null;
    return isSigned ? [{ id: nameOf(slot.id), look: 'text', box: wider(box) }] : [];
  });
}

const wider = ([left, top, width, height]: Box): Box => [left, top, Math.min(1 - left, width + reach), height];

/** What the look at strokes said, or a yes where it could not tell and the name of the document's person stands there. */
export function signedBy(
  slot: Slot,
  second: SecondReading,
  values: Values,
  readings: ReadonlyMap<string, SecondReading>,
): SecondReading {
  if (second.look !== 'signature' || second.present !== null) return second;
  const read = readings.get(nameOf(slot.id));
  if (read?.look !== 'text' || read.text === null || !bearsName(read.text, values.fields.legalName)) return second;
  return { ...second, present: true, confidence: read.confidence };
}

/** First and last name side by side but for a slip or two, or the last name behind the first letter of the first. */
function bearsName(text: string, name: FieldValue | undefined): boolean {
  if (typeof name?.value !== 'string') return false;
  const parts = name.value
    .split(/\s+/)
    .map(lettersOf)
    .filter((part) => part.length > 1);
  const [first = '', last = ''] = [parts[0], parts.filter((part) => !/^(?:jr|sr|ii|iii|iv)$/.test(part)).at(-1)];
  const written = lettersOf(text);
  if (first === '' || first === last) return false;
  return (
    isNear(written, first + last) || (written.startsWith(first.charAt(0)) && last.length >= 4 && written.includes(last))
  );
}

/** Of the letters of a name; the words of a form share far fewer with it. */
const slipsMax = 0.2;
/** A line to sign on holds no more. */
const lettersMax = 60;

function isNear(written: string, name: string): boolean {
  if (name.length < 6) return false;
  const starts = Array.from(
    { length: Math.max(1, Math.min(written.length, lettersMax) - name.length + 1) },
    (_, at) => at,
  );
  return starts.some((at) => slipsBetween(written.slice(at, at + name.length), name) <= name.length * slipsMax);
}

const lettersOf = (text: string) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '');
