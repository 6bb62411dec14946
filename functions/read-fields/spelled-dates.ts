/** Diplomas and solemn certificates write their dates out: "this twenty-second day of May, two thousand and nine". */
const ones =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = 'ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ordinals =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );
const days = [
  ...ordinals,
  ...ordinals.slice(0, 9).map((ordinal) => `twenty[\\s-]+${ordinal}`),
  'thirtieth',
  'thirty[\\s-]+first',
];

const one = `(?:${ones.join('|')})\\b`;
const ten = `(?:${tens.join('|')})\\b`;
const small = `(?:${ten}[\\s-]+${one}|${ten}|${one})`;

/** Parts of a pattern: a day and a year in words. */
export const spelledDay = `(?:${days.join('|')})\\b`;
export const spelledYear = `(?:two\\s+thousand\\b(?:\\s+and\\b)?(?:[\\s-]+${small})?|nineteen[\\s-]+${small}|twenty[\\s-]+${small})`;

/** "4", "4th", "twenty-second" */
export function spelledDayOf(text: string): number {
  const figure = Number.parseInt(text, 10);
  if (!Number.isNaN(figure)) return figure;
  return days.findIndex((day) => new RegExp(`^${day}$`, 'i').test(text.trim())) + 1;
}

/** "two thousand and nine", "nineteen ninety-eight", "twenty twenty-six" */
export function spelledYearOf(text: string): number {
  const words = text
    .toLowerCase()
    .split(/[\s-]+/)
    .filter((word) => word !== 'and' && word !== '');
  const isThousand = words[1] === 'thousand';
  const century = !isThousand && words[0] === 'nineteen' ? 1900 : 2000;
  const rest = words.slice(isThousand ? 2 : 1);
  return rest.reduce((sum, word) => sum + Math.max(ones.indexOf(word) + 1, (tens.indexOf(word) + 1) * 10), century);
}
