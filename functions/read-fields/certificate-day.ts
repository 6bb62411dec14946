import type { Box } from '#shared/domain/reading.ts';
import type { Block } from './blocks-of-page.ts';
import { partOf } from './blocks-of-page.ts';
import { type DateMention, findDates } from './dates.ts';
import type { Found } from './value-near-label.ts';

/** A date of a certificate and how well it fits the day of completion; below zero it is another kind of date. */
export type DayMention = DateMention & { weight: number; page: number; box: Box; sureness: number; how: Found['how'] };

const otherDates =
  /(?:expir\w*|valid (?:until|through|thru)|renew\w*|birth|d\.?o\.?b\.?|rev(?:ised|ision)?\.?|approv(?:al|ed)\w*|effective|version|due|before|by)\W*(?:date|on|period)?\W*$/i;
const issued =
  /(?:issued?(?: date)?|date (?:of )?(?:issue|issued)|printed|generated|signed|dated|created|as of|emitido)\W*(?:on|el)?\W*$/i;
const completed =
  /(?:\bon|\bcompleted|\bcompletion(?: date)?|\battended|\bheld|\bfrom|\bconducted|\bfor attending|\btraining date|\bfecha|\bel|\bduring|\bthis|\bdates?(?: of (?:training|attendance|completion))?)\W*(?:the|on)?\W*$/i;
const story = /\b(?:completed|attended|participated|took part|hours?|training|course|webinar|workshop|earned)\b/i;

/** Dates in running text and standing alone; a letter's own date at its top tells nothing about the training. */
export function daysInText(blocks: readonly Block[]): DayMention[] {
  const isLetter = blocks.some((block) => /^(?:to whom it may concern|dear\b|re:|subject:)/i.test(block.text));
  return blocks.flatMap((block) =>
    findDates(block.text).map((date) => {
      const { box, page, sureness } = partOf(block, date.start, date.end);
      return { ...date, weight: weightOf(block, date, isLetter), page, box, sureness, how: 'phrase' as const };
    }),
  );
}

function weightOf(block: Block, date: DateMention, isLetter: boolean): number {
  const before = block.text.slice(Math.max(0, date.start - 50), date.start).replace(/\s+/g, ' ');
  if (otherDates.test(before)) return -6;
  if (issued.test(before)) return -2;
  const isAlone = block.text.trim().length < date.raw.length + 14;
  if (isLetter && isAlone) return -3;
  if (block.box[1] < 0.06 && block.box[3] < 0.02 && isAlone) return -3;
  return 1 + (completed.test(before) ? 3 : 0) + (story.test(block.text) ? 1 : 0) + (date.startedOn === null ? 0 : 1);
}

/** The day that fits best; `isDisputed` when another day fits as well. */
export function bestDay(mentions: readonly DayMention[]): { best: DayMention; isDisputed: boolean } | null {
  const real = mentions.filter((mention) => mention.day !== null).sort((a, b) => b.weight - a.weight);
  const [best] = real.length > 0 ? real : mentions;
  if (best === undefined || best.weight <= -5) return null;
  const rivals = real.filter(
    (other) => other.day !== best.day && other.weight >= best.weight && !isPartOf(other, best),
  );
  return { best, isDisputed: rivals.length > 0 || best.weight < 0 };
}

/** The first day of a range is no rival of the range. */
const isPartOf = (other: DayMention, best: DayMention) =>
  best.startedOn !== null && other.day !== null && other.day >= best.startedOn && other.day <= (best.day ?? '');
