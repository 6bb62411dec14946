import type { DocumentRecord, FieldValue } from './document.ts';
import { titleLikeness } from './title-likeness.ts';

/** What the numbers printed on two certificates say of them: the same paper, two papers, or nothing. */
export type Numbers = 'same' | 'different' | 'nothing';

type Certificate = Pick<DocumentRecord, 'fields' | 'reading'>;

/** Below it a recogniser may have taken one sign for another. */
const sureFrom = 0.9;
/** Shorter ones ("No. 12") run on from one event to the next. */
const signsMin = 4;
const providersAlikeFrom = 0.6;

/**
 * A number is its issuer's: alone it says nothing of two issuers. Two numbers are only different where both were surely read
 * and what differs is more than a sign that a recogniser takes for another.
 */
export function numbersOf(one: Certificate, other: Certificate): Numbers {
  const [first, second] = [numberIn(one), numberIn(other)];
  if (first === null || second === null) return 'nothing';
  const isSeen = one.reading === 'ocr' || other.reading === 'ocr';
  const isSame = isSeen ? unmistaken(first) === unmistaken(second) : first === second;
  if (isSame) return first.length >= signsMin && haveOneIssuer(one, other) ? 'same' : 'nothing';
  const areSure = [one, other].every(({ fields }) => (fields.certificateId?.confidence ?? 0) >= sureFrom);
  return areSure && signsBetween(unmistaken(first), unmistaken(second)) >= (isSeen ? 2 : 1) ? 'different' : 'nothing';
}

function numberIn({ fields }: Certificate): string | null {
  const signs = textOf(fields.certificateId)
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  return signs === '' ? null : signs;
}

const textOf = (value: FieldValue | undefined) => (typeof value?.value === 'string' ? value.value : '');

/** Signs that a recogniser takes for one another become one sign. */
const lookalikes = new Map(
  [...'O0Q0D0I1L1S5B8Z2G6'.matchAll(/(.)(.)/g)].map(([, sign = '', other = '']) => [sign, other]),
);
const unmistaken = (number: string) => [...number].map((sign) => lookalikes.get(sign) ?? sign).join('');

/** In how many places they differ; one sign more or less shifts all that follow, and is no other number by itself on a picture. */
function signsBetween(one: string, other: string): number {
  if (one.length !== other.length) return Math.abs(one.length - other.length);
  return [...one].filter((sign, at) => sign !== other[at]).length;
}

function haveOneIssuer(one: Certificate, other: Certificate): boolean {
  const [first, second] = [textOf(one.fields.provider), textOf(other.fields.provider)];
  return first !== '' && second !== '' && titleLikeness(first, second) >= providersAlikeFrom;
}
