import type { ReasonCode } from '#shared/domain/reason.ts';

export type CreditUnit =
  | 'hours'
  | 'contact hours'
  | 'CE hours'
  | 'CEU'
  | 'IACET CEU'
  | 'credits'
  | 'semester credit'
  | 'quarter credit'
  | 'minutes';

/**
 * An amount of training as it stands in a text. `value` is in hours, an exact decimal without trailing zeros ("2.5");
 * null when it cannot be said exactly. `doubt` is unit-ambiguous where a person should look at the unit.
 */
export type HoursMention = {
  value: string | null;
  unit: CreditUnit | null;
  doubt: Extract<ReasonCode, 'unit-ambiguous'> | null;
  start: number;
  end: number;
  raw: string;
};

const numberWords = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
  'twenty',
]; // prettier-ignore
const spanishNumbers = ['cero', 'uno', 'dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve', 'diez'];
const vulgar: Readonly<Record<string, number>> = { '¼': 25, '½': 50, '¾': 75 };

const words = [...numberWords, ...spanishNumbers, 'una'].sort((a, b) => b.length - a.length).join('|');
const wordAmount = `(?:${words})(?:\\s+and\\s+(?:a\\s+|one[\\s-]*)?(?:half|quarter)|\\s+y\\s+media)?`;
/** "one half (0.5)": the figure in the brackets counts. */
const partAmount = '(?:(?:one|a|three)[\\s-]+)?(?:half|quarters?)(?:\\s+(?:of\\s+)?an)?';
const figureAmount = '(?:\\d{1,4}\\s?[¼½¾]|\\d{1,4}(?:\\s+|-)[13]/[24]|\\d{0,4}[.,]\\d{1,4}|\\d{1,4}|[¼½¾])';
const amount = `(?:(?:${wordAmount}|${partAmount})\\s*\\(\\s*${figureAmount}\\s*\\)|${figureAmount}|\\b(?:${wordAmount}|half\\s+an|an?(?=\\s+hour)))`;
const hourWord = '(?:hours?|hrs?\\b\\.?|horas?|hour\\(s\\)|hr\\(s\\))';
const before =
  '(?:(?:of|approved|total|live|training|instructional|classroom|continuing|professional|education(?:al)?|development|clock|contact|credit|ce|ceu|peer|support|ethics|core|in-person|credits?)\\s+){0,6}';
const units = [
  `(?<academic>(?<term>semester|quarter)[\\s-]+(?:hour[\\s-]+)?(?:credits?|hours?)\\b(?:[\\s-]+hours?\\b)?)`,
  `(?<ceu>(?:${before})?(?:iacet\\s+)?(?:c\\.?e\\.?u\\.?(?:['’]?s|\\(s\\))?(?!\\s*${hourWord})|(?:continuing\\s+education\\s+units?|unidad(?:es)?\\s+de\\s+educaci[oó]n\\s+continua)(?:\\s*\\(s\\))?(?:\\s*\\(?ceus?\\)?)?)\\b\\)?)`,
  `(?<hour>horas?\\s+de\\s+\\p{L}+|(?:${before})?${hourWord}|(?:ceh|cec|pdh)'?s?\\b)`,
  `(?<minute>min(?:ute)?s?\\b|minutos)`,
  `(?<credit>(?:${before})?(?:ce\\s+|[A-Z]{3,6}\\s+(?=ce))?(?:credits?|cr[eé]ditos?|ce'?s?|points?)\\b)`,
].join('|');
const mention = new RegExp(`(?<![\\p{L}\\d.,/$:]|\\d[-–])(?<amount>${amount})[\\s-]*(?:${units})`, 'giu');
const spelledMinutes = 'fifteen|twenty|thirty|forty-five|forty five|quince|treinta|cuarenta y cinco';
const minuteValues: Readonly<Record<string, number>> = {
  ...{ fifteen: 15, twenty: 20, thirty: 30, 'forty-five': 45, 'forty five': 45 },
  ...{ quince: 15, treinta: 30, 'cuarenta y cinco': 45 },
};
const hoursAndMinutes = new RegExp(
  `(?<![\\d.])(?<h>\\d{1,3}|\\b(?:${words}|an)(?:\\s*\\(\\d{1,3}\\))?)\\s*(?:hours?|hrs?|h|horas?)\\b\\.?,?\\s*(?:(?:and|y|con)\\s+)?(?<m>\\d{1,2}|${spelledMinutes})(?:\\s*\\(\\d{1,2}\\))?\\s*(?:minutes?|mins?|m|minutos)\\b\\.?`,
  'giu',
);
/** "an hour and a half", "2 horas y media" */
const hoursAndHalf = new RegExp(
  `(?<![\\p{L}\\d.,/$:])(?<h>\\d{1,3}|(?:${words}|an))\\s+(?:hours?|horas?)\\s+(?:and\\s+(?:a|one)[\\s-]*(?<part>half|quarter)|y\\s+(?<parte>media|cuarto))\\b`,
  'giu',
);
const clockHours = /(?<![\d:.])(?<h>\d{1,2}):(?<m>[0-5]\d)\s*(?:hours?|hrs?|h|horas?)\b\.?/giu;
const partOfAnHour =
  /(?<!\b(?:and|y)\s+(?:an?\s+|one[\s-])?)\b(?<part>half|three[\s-]quarters|(?:a|one)[\s-]quarter)[\s-]+(?:of\s+)?(?:an?\s+)?(?:(?:contact|credit|clock|training|ce)\s+)?hours?\b/giu;

/** Longer texts are not certificates; the bound keeps the search short. */
const lettersMax = 20_000;

/** Every amount of hours with its unit, in order. */
export function findHours(text: string): HoursMention[] {
  const bounded = text.slice(0, lettersMax);
  const found: HoursMention[] = [];
  found.push(...compoundHours(bounded));
  for (const match of bounded.matchAll(mention)) {
    const [start, end] = [match.index, match.index + match[0].length];
    if (found.some((other) => start < other.end && end > other.start)) continue;
    const groups = match.groups ?? {};
    const thousandths = amountOf(groups.amount ?? '');
    if (thousandths !== null && !isYear(thousandths)) found.push(withUnit(match, thousandths, groups, text));
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Hours with a part of an hour: "3 hrs 30 min", "1:30 hours", "an hour and a half", "three-quarters of an hour". */
function compoundHours(text: string): HoursMention[] {
  const quarters = (part: string) => (/^three/i.test(part) ? 750 : /half|media/i.test(part) ? 500 : 250);
  const amounts = [
    ...[...text.matchAll(hoursAndMinutes), ...text.matchAll(clockHours)].map((match) => {
      const minutes = match.groups?.m?.toLowerCase() ?? '';
      const thousandths = minutesInThousandths((minuteValues[minutes] ?? Number(minutes)) * 1000);
      return { match, thousandths: wholeHours(match) + thousandths };
    }),
    ...[...text.matchAll(hoursAndHalf)].map((match) => ({
      match,
      thousandths: wholeHours(match) + quarters(match.groups?.part ?? match.groups?.parte ?? ''),
    })),
    ...[...text.matchAll(partOfAnHour)].map((match) => ({ match, thousandths: quarters(match.groups?.part ?? '') })),
  ];
  return amounts.map(({ match, thousandths }) => mentionOf(match, thousandths, 'hours'));
}

const wholeHours = ({ groups }: RegExpExecArray) => {
  const amount = groups?.h ?? '';
  return /^an?$/i.test(amount) ? 1000 : (amountOf(amount) ?? Number.NaN);
};

/** "March 2, 2026 / Total hours": the figure is of the line above. No training has a thousand hours. */
const isYear = (thousandths: number) => thousandths >= 1_000_000;

type Match = { 0: string; index: number };

function withUnit(
  match: Match,
  thousandths: number,
  groups: Partial<Record<string, string>>,
  text: string,
): HoursMention {
  if (groups.academic !== undefined) return asAcademic(match, groups.term ?? '');
  if (groups.minute !== undefined) return mentionOf(match, minutesInThousandths(thousandths), 'minutes');
  if (groups.ceu !== undefined) return asCeu(match, thousandths, text);
  if (groups.credit !== undefined) return mentionOf(match, thousandths, 'credits');
  const unit = /contact/i.test(groups.hour ?? '')
    ? 'contact hours'
    : /\bce\b|continuing|ceh/i.test(groups.hour ?? '')
      ? 'CE hours'
      : 'hours';
  return mentionOf(match, thousandths, unit);
}

/** How many hours it stands for is the programme's to say, and a person's to confirm. */
function asAcademic(match: Match, term: string): HoursMention {
  return mentionOf(match, Number.NaN, /semester/i.test(term) ? 'semester credit' : 'quarter credit');
}

/** A tenth of a CEU is an hour where the unit is IACET's; a whole "CEU" is the programme's own word for an hour. */
function asCeu(match: Match, thousandths: number, text: string): HoursMention {
  const isTenths = thousandths > 0 && thousandths < 1000;
  if (!isTenths && !/\biacet\b/i.test(text)) return mentionOf(match, thousandths, 'CEU');
  return { ...mentionOf(match, thousandths * 10, 'IACET CEU'), doubt: 'unit-ambiguous' };
}

function mentionOf(match: Match, thousandths: number, unit: CreditUnit): HoursMention {
  const value = decimalOf(thousandths);
  const isPlain = value !== null && thousandths > 0;
  const place = { start: match.index, end: match.index + match[0].length, raw: match[0] };
  return {
    value: thousandths === 0 ? '0' : value,
    unit,
    doubt: isPlain || thousandths === 0 ? null : 'unit-ambiguous',
    ...place,
  };
}

/** Minutes that are no whole hundredth of an hour (50 minutes) have no exact decimal: not a number, for a person. */
function minutesInThousandths(minutes: number): number {
  return minutes % 60 === 0 ? minutes / 60 : Number.NaN;
}

function decimalOf(thousandths: number): string | null {
  if (!Number.isInteger(thousandths)) return null;
  const whole = Math.trunc(thousandths / 1000);
  const fraction = String(thousandths % 1000)
    .padStart(3, '0')
    .replace(/0+$/, '');
  return fraction === '' ? String(whole) : `${whole}.${fraction}`;
}

/** "two (2)", "1 1/2", "2½", "1,5", "three and a half" in thousandths; the figure in brackets wins over the word. */
export function amountOf(text: string): number | null {
  const inBrackets = /\(\s*([^)]+?)\s*\)/.exec(text)?.[1];
  const plain = (inBrackets ?? text).trim().toLowerCase();
  const mixed = /^(\d{1,4})?\s*-?\s*(?:([¼½¾])|([13])\/([24]))$/.exec(plain);
  if (mixed) {
    const share = mixed[2] ? (vulgar[mixed[2]] ?? 0) * 10 : (Number(mixed[3]) * 1000) / Number(mixed[4]);
    return Number(mixed[1] ?? 0) * 1000 + share;
  }
  const decimal = /^(\d{0,4})(?:[.,](\d{1,4}))?$/.exec(plain);
  if (decimal && plain !== '') return decimalAmount(decimal[1] ?? '', decimal[2] ?? '');
  return spelledAmount(plain);
}

function decimalAmount(whole: string, fraction: string): number | null {
  const trimmed = fraction.replace(/0+$/, '');
  if (trimmed.length > 3) return null;
  return Number(whole || '0') * 1000 + Number(trimmed.padEnd(3, '0'));
}

function spelledAmount(text: string): number | null {
  if (/^half\s+an$/.test(text)) return 500;
  if (/^an?$/.test(text)) return 1000;
  const [first = '', ...rest] = text.split(/\s+/);
  const whole = Math.max(numberWords.indexOf(first), spanishNumbers.indexOf(first === 'una' ? 'uno' : first));
  if (whole < 0) return null;
  const tail = rest.join(' ');
  if (tail === '') return whole * 1000;
  return whole * 1000 + (/quarter/.test(tail) ? 250 : 500);
}

/**
 * Hours in a place that is labelled as such, with or without a unit beside them: "3", "3.0 hrs", "2 ½". `label` may name
 * the unit. Null when there is no amount.
 */
export function readHours(text: string, label = ''): HoursMention | null {
  const [first] = findHours(text);
  if (first) return first;
  const bare = new RegExp(`^\\s*(?<amount>${amount})\\s*(?:h\\b\\.?)?\\s*$`, 'iu').exec(text.replace(/[:*]/g, ' '));
  const thousandths = amountOf(bare?.groups?.amount ?? '');
  if (!bare || thousandths === null) return null;
  const match = { 0: text.trim(), index: 0 };
  if (/\bc\.?e\.?u|continuing education unit/i.test(label)) return asCeu(match, thousandths, `${label} ${text}`);
  if (/\bmin(ute)?s?\b/i.test(label)) return mentionOf(match, minutesInThousandths(thousandths), 'minutes');
  return mentionOf(match, thousandths, unitOfLabel(label));
}

function unitOfLabel(label: string): CreditUnit {
  if (/contact/i.test(label)) return 'contact hours';
  if (/\bce\b|continuing education/i.test(label)) return 'CE hours';
  return /credit/i.test(label) && !/hour/i.test(label) ? 'credits' : 'hours';
}
