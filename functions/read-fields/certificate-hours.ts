import type { Box } from '#shared/domain/reading.ts';
import { type Block, partOf } from './blocks-of-page.ts';
import { amountOf, findHours, type HoursMention } from './hours.ts';
import type { Found } from './value-near-label.ts';

/** An amount on a certificate: of the whole, or of ethics alone. */
export type AmountMention = HoursMention & {
  isEthics: boolean;
  weight: number;
  page: number;
  box: Box;
  sureness: number;
  how: Found['how'];
};

const ethicsBehind =
  /^\W*(?:(?:hours?|credits?|ceus?)\W*)?(?:(?:are|is|were|was|in|of|for|on|as|de|qualif(?:y|ies|ied)|count(?:s|ed)?|applie[sd]|apply|approved|credited|dedicated|devoted|toward|towards|to|address(?:es|ed)?|cover(?:s|ed|ing)?)\W+){0,4}(?:the (?:area|topic) of\W*)?(?:ethic|[ée]tica)/i;
const ethicsBefore =
  /(?:ethics|[ée]tica)(?:\W+(?:hours?|credits?|ceus?|component|content|portion))?\W*(?:of|is|are)?\W*$/i;
const bareEthics =
  /\b(?:including|includes?|included|of which|of these|of this|thereof|with|incluye)\W+(?<amount>\d{1,3}(?:[.,]\d{1,3})?|\p{L}+(?:\s*\(\d+(?:\.\d+)?\))?)\W+(?:are |is |in |of |for |hours? |de )*(?:ethic|[ée]tica)/giu;
const notTheWhole = /(?:per|each|a|every)\W+(?:day|session|week|module)|(?:at least|minimum|must|required)\W*$/i;

export function amountsInText(blocks: readonly Block[]): AmountMention[] {
  return blocks.flatMap((block) => [...withUnit(block), ...ethicsWithoutUnit(block)]);
}

function withUnit(block: Block): AmountMention[] {
  const text = block.text.replace(/\n/g, ' ');
  return findHours(text).map((mention) => {
    const before = text.slice(Math.max(0, mention.start - 40), mention.start);
    const behind = sameThought(block.text.slice(mention.end, mention.end + 45));
    const isEthics =
      /ethic|[ée]tica/i.test(mention.raw) ||
      ethicsBehind.test(behind) ||
      (ethicsBefore.test(before) && !/,|;|\band\b/.test(before.slice(-4)));
    const isPartial = notTheWhole.test(behind.slice(0, 14)) || notTheWhole.test(before);
    const isTotal = /\btotal\b/i.test(before) || /\btotal\b/i.test(mention.raw);
    const isEarned = /\b(?:earn|award|complet|credit|receiv|worth|approved|duration)\w*\W+(?:\p{L}+\W+){0,4}$/iu.test(
      before,
    );
    const weight =
      2 + (isTotal ? 3 : 0) + (isEarned ? 1 : 0) + (mention.unit === 'contact hours' ? 1 : 0) - (isPartial ? 4 : 0);
    const { box, page, sureness } = partOf(block, mention.start, mention.end);
    return { ...mention, isEthics, weight, page, box, sureness, how: 'phrase' };
  });
}

/** A line that begins with a capital says something of its own: "1.5 hours / Ethics: lines we do not cross". */
function sameThought(behind: string): string {
  const end = /(?<!\b(?:in|of|for|on|de|en|the|are|is|were|was)\s*)\n(?=\p{Lu}[\p{Ll}’']|\p{Lu}+\b\W*:)/u.exec(behind);
  return (end ? behind.slice(0, end.index) : behind).replace(/\n/g, ' ');
}

/** "6.0 contact hours, including 1.0 in ethics": the second amount has no unit of its own. */
function ethicsWithoutUnit(block: Block): AmountMention[] {
  const text = block.text.replace(/\n/g, ' ');
  return [...text.matchAll(bareEthics)].flatMap((match): AmountMention[] => {
    const thousandths = amountOf(match.groups?.amount ?? '');
    if (thousandths === null) return [];
    const value = String(thousandths / 1000);
    const { box, page, sureness } = partOf(block, match.index, match.index + match[0].length);
    const place = { start: match.index, end: match.index + match[0].length, raw: match[0] };
    return [
      { value, unit: 'hours', doubt: null, ...place, isEthics: true, weight: 3, page, box, sureness, how: 'phrase' },
    ];
  });
}

export type Total = { mention: AmountMention; value: string | null; isDoubtful: boolean; isDisputed: boolean };

/** The hours of the whole: agreed by every amount, or the one called total; two units that differ tenfold are IACET's. */
export function totalOf(mentions: readonly AmountMention[]): Total | null {
  const whole = mentions
    .filter((mention) => !mention.isEthics && mention.weight > 0)
    .sort((a, b) => b.weight - a.weight);
  const [best] = whole.length > 0 ? whole : mentions.filter((mention) => mention.weight > 0);
  if (best === undefined) return null;
  const contact = whole.find((mention) => mention.value !== null && !isCeu(mention)) ?? best;
  const ceu = whole.find(isCeu);
  if (ceu && contact !== ceu && isTenfold(contact.value, ceu.value))
    return { mention: contact, value: contact.value, isDoubtful: true, isDisputed: false };
  const chosen = best.value === null ? contact : best;
  const equals = whole.filter(
    (mention) => mention.weight >= chosen.weight - 1 && mention.value !== null && mention.value !== chosen.value,
  );
  const isDoubtful = whole.some((mention) => mention.doubt !== null && (mention === chosen || isCeu(mention)));
  return { mention: chosen, value: chosen.value, isDoubtful, isDisputed: equals.length > 0 };
}

const isCeu = (mention: AmountMention) => mention.unit === 'CEU' || mention.unit === 'IACET CEU';
const isTenfold = (hours: string | null, ceus: string | null) =>
  hours !== null && ceus !== null && Number(hours) === Number(ceus) * 10;

export function ethicsOf(mentions: readonly AmountMention[]): AmountMention | null {
  return (
    mentions.filter((mention) => mention.isEthics && mention.value !== null).sort((a, b) => b.weight - a.weight)[0] ??
    null
  );
}
