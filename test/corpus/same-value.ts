import type { FieldValue } from '#shared/domain/document.ts';

/**
 * When two values are the same: as the programme's scoring compares them. Names by their words in any order, titles by
 * their letters, hours as numbers, days exactly.
 */
export type Value = FieldValue['value'];

export type ValueType = 'name' | 'day' | 'number' | 'yes-no' | 'phone' | 'email' | 'text';

const fieldsOf: Record<Exclude<ValueType, 'text'>, readonly string[]> = {
  name: ['attendeeName', 'legalName', 'holderName'],
  day: ['completedOn', 'startedOn', 'signatureDate', 'initialTrainingDate', 'dateOfBirth', 'awardedOn'],
  number: ['hours', 'ethicsHours', 'totalHours', 'totalEthicsHours', 'caregiverExperienceMonths', 'reportingYear'],
  'yes-no': [
    'attestationChecked',
    'signaturePresent',
    'mandatoryForJob',
    'livedExperience',
    'recoveryTwelveMonths',
    'priorApproved',
  ],
  phone: ['phone'],
  email: ['email'],
};
const types = ['name', 'day', 'number', 'yes-no', 'phone', 'email'] as const;
export const typeOf = (field: string): ValueType => types.find((type) => fieldsOf[type].includes(field)) ?? 'text';

const words = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const letters = (text: string) => words(text).replaceAll(' ', '');
const sorted = (text: string) => words(text).split(' ').sort().join(' ');
const digits = (text: string) => text.replace(/\D/g, '').slice(-10);
const number = (text: string) => (/^\s*-?\d+(\.\d+)?\s*$/.test(text) ? Number(text) : Number.NaN);

const isEmpty = (value: Value | undefined): value is null | undefined | '' =>
  value === null || value === undefined || value === '';

export function isSame(field: string, truth: Value, got: Value | undefined): boolean {
  if (typeof truth === 'boolean') return got === truth;
  if (isEmpty(truth)) return isEmpty(got);
  if (isEmpty(got) || typeof got === 'boolean' || typeof truth !== 'string') return false;
  return compare[typeOf(field)](truth, got);
}

const compare: Record<ValueType, (truth: string, got: string) => boolean> = {
  name: (truth, got) => sorted(truth) === sorted(got),
  day: (truth, got) => truth === got.trim(),
  number: (truth, got) => Math.abs(number(truth) - number(got)) < 1e-9,
  'yes-no': () => false,
  phone: (truth, got) => digits(truth) === digits(got),
  email: (truth, got) => truth.toLowerCase() === got.trim().toLowerCase(),
  text: (truth, got) => letters(truth) === letters(got),
};

/** 0 to 1: how alike two titles are by their shared words; one inside the other is nearly the same. */
export function alike(a: string, b: string): number {
  const [x, y] = [words(a), words(b)];
  if (x === '' || y === '') return 0;
  if (x === y) return 1;
  const [p, q] = [x.split(' '), y.split(' ')];
  const rest = [...q];
  const shared = p.filter((word) => {
    const at = rest.indexOf(word);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  }).length;
  const dice = (2 * shared) / (p.length + q.length);
  const [short, long] = x.length < y.length ? [x, y] : [y, x];
  return long.includes(short) && short.length >= 12 ? Math.max(dice, 0.9) : dice;
}

/** The best pairs first, each of either side at most once; a closeness of 0 is no pair. */
export function paired<A, B>(left: readonly A[], right: readonly B[], closeness: (a: A, b: B) => number): Map<A, B> {
  const pairs = left
    .flatMap((a) => right.map((b) => ({ a, b, close: closeness(a, b) })))
    .filter(({ close }) => close > 0);
  pairs.sort((p, q) => q.close - p.close);
  const found = new Map<A, B>();
  const taken = new Set<B>();
  for (const { a, b } of pairs) {
    if (found.has(a) || taken.has(b)) continue;
    found.set(a, b);
    taken.add(b);
  }
  return found;
}
