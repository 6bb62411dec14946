import { bottomOf, boxAround, topOf } from '#shared/reading/box-geometry.ts';
import { type Block, blockAbove, blockBelow, type Part, partOf } from './blocks-of-page.ts';
import { findDates } from './dates.ts';
import { findHours } from './hours.ts';
import { isPersonName, organisationScore } from './person-name.ts';

/** After these words the name of the person follows. */
const beforeName =
  /\b(?:certif(?:y|ies|ied|ying)|confirm(?:s|ed|ation|ing)?|verif(?:y|ies|ied|ication)|acknowledges?|attests?|recogni[sz]es?|states?|letter|document|known|certifica|hace constar)\b(?:\s+\p{L}+){0,3}?\s+(?:that|que)\b[:,]?|\b(?:presented|awarded|granted|issued|given|conferred|bestowed|otorgad[oa]|presentad[oa]|conced(?:e|ido)|entregad[oa]|otorga)\s+(?:\p{L}+\s+)?(?:to|upon|a)\b[:,]?|\b(?:certifica|reconoce)\s+a\b|\bcongratulations\b[,!:]?|\bthis (?:acknowledges|recognizes|certifies|is to certify)\b[:,]?(?!\s+that)/giu;

/** After these words the training follows. */
const beforeTitle =
  /\b(?:for\s+|upon\s+)?(?:the\s+)?(?:successful(?:ly)?\s+|satisfactor(?:il)?y\s+|fully\s+)?(?:completing|attending|participating\s+in|taking\s+part\s+in|finishing|completion\s+of|participation\s+in|attendance\s+(?:at|in|of))\b|\b(?:has\s+|have\s+)?(?:successfully\s+|satisfactorily\s+|fully\s+)?(?:attended\s+and\s+(?:successfully\s+)?completed|completed|attended|participated\s+in|took\s+part\s+in|taken\s+part\s+in|finished|fulfilled|met|passed|was\s+present\s+(?:at|for))\b|\b(?:ha\s+)?(?:complet[óo]|completado|asisti[óo]\s+a|participado\s+en|particip[óo]\s+en)|\bpor\s+(?:haber\s+|su\s+)?(?:completado|completar|finalizado|finalizar|concluido|concluir|aprobado|aprobar|asistir\s+al?|asistido\s+al?|asistencia\s+al?|participar\s+en|participado\s+en|participaci[oó]n\s+en|finalizaci[oó]n\s+de)(?![\p{L}])/giu;

const stopOfName =
  /[\s,]+(?:has|have|had|for|who|on|in|is|was|did|attended|completed|participated|took|earned|received|passed|graduated|obtained|fulfilled|met|finished|successfully|satisfactorily|of|from|ha|por|asistió|completó|participó)\b/u;

const fillers =
  /^(?:\s*(?:in\s+and\s+completed|and\s+completed|the\s+following|all(?:\s+the)?\s+(?:of\s+the\s+)?requirements\s+(?:of|for)|the\s+requirements\s+(?:of|for)|requirements\s+(?:of|for)|our|the|a|an|this|in|of|at|el|la|un|una|de|del|al|satisfactoriamente|exitosamente|con\s+[ée]xito|successfully|online|live|virtual|in-person|annual|approved|continuing\s+education|continuing|education|professional\s+development|(?:\d+|all|all\s+\d+|two|three|four|five|six)\s+(?:sessions?|modules?|parts?|classes|days|weeks)\s+(?:of|in)|(?:\d+(?:\.\d+)?|one|two|three|four|five|six|seven|eight|half|full|all)[\s-]?(?:contact\s+)?(?:hours?|hrs?|minutes?|min|days?|weeks?)(?:\s+of)?))*(?<noun>\s*(?:training|trainings|course|workshop|webinar|class|seminar|program|session|presentation|activity|event|conference|module|educational activity|curso|taller|capacitaci[oó]n|seminario|conferencia|entrenamiento|adiestramiento)(?![p{L}])(?:\s+(?:course|session|program|event|series|workshop))?)?(?<called>\s*(?:entitled|titled|called|named|known\s+as|titulad[oa]|on\s+the\s+topic\s+of|on))?\s*[:,]?\s*/;

const quotes: Readonly<Record<string, string>> = { '“': '”', '"': '"', '«': '»', '‘': '’', '„': '“' };
const connectors =
  /[\s,;(–—-]+(?:on|dated|held|from|during|given|conducted|for|totall?ing|consisting|of|and|with|worth|a|an|total|earning|earned|has|is|was|awarded|received|approved|del?|el|the|at|via|lasting|completed)\s*$/iu;
const cutTitle =
  /\s*[·|•]\s*|[\s,]+(?:presented|provided|hosted|sponsored|offered|conducted|facilitated|instructed|taught|given|delivered|organi[sz]ed)\s+(?:by|on|at|via|in)\b|[\s,]+(?:through|by)\s+(?=(?:\p{Lu}[\p{L}’'&.-]*\s+(?:(?:of|for|and|the|&)\s+)*){1,5}(?:Education|Cent(?:er|re)|Institute|Network|Academy|University|College|School|Department|Alliance|Association|Coalition|Council|Services|Foundation|Collective|Collaborative|Society|Inc|LLC|Solutions|Consulting|Group|Clinic|Training)\b)|[\s,]+and\s+(?:has|have|is|was|earned|received|awarded)\b|[\s,]+(?:held|which|who|offered|earning|consisting|totall?ing|worth)\b|[\s,]+for\s+(?:a\s+total|\d)|[.!](?=\s+[\p{Lu}]|\s*$)|[\s,]+(?:impartid[oa]|ofrecid[oa])\s+por\b/u;

export type Named = Part & { weight: number };

/** Places where a person is named, the most certain first. */
export function namesIn(blocks: readonly Block[]): Named[] {
  const named = blocks.flatMap((block) =>
    [...block.text.matchAll(beforeName)].flatMap(
      (match) => nameAfter(blocks, block, match.index + match[0].length) ?? [],
    ),
  );
  const subjects = blocks.flatMap((block) =>
    [...block.text.matchAll(beforeTitle)].flatMap((match) => nameBefore(blocks, block, match.index) ?? []),
  );
  const greeted = blocks.flatMap((block) => greeting(block) ?? []);
  return [...named, ...subjects, ...greeted].sort((a, b) => b.weight - a.weight);
}

function nameAfter(blocks: readonly Block[], block: Block, from: number): Named | null {
  const start = from + (block.text.slice(from).match(/^\s*/)?.[0].length ?? 0);
  if (start >= block.text.length) {
    const below = blockBelow(blocks, block);
    return below && nameAt(below, 0, 3);
  }
  return nameAt(block, start, 3);
}

/** Up to the word that says what the person did, or the line's end. */
function nameAt(block: Block, start: number, weight: number): Named | null {
  const rest = block.text.slice(start);
  const stop = stopOfName.exec(rest)?.index;
  const line = rest.search(/\n/);
  const ends = [stop, rest.search(/!|[.,;:](?=\s+\p{Ll})|$/u), line < 0 ? rest.length : line].filter(
    (end) => end !== undefined && end > 0,
  );
  for (const end of ends) {
    if (end === undefined) continue;
    const part = partOf(block, start, start + end);
    if (isPersonName(part.text)) return { ...part, weight };
  }
  return null;
}

/** Nothing, or only what joins a name above to the training below: "is hereby recognized for the". */
const leadsOn =
  /^[\s~*•·–—-]*(?:(?:who|is|was|has|have|been|hereby|recognized|recognised|honou?red|commended|awarded|presented|granted|given|this|the|a|certificate|award|of|achievement|completion|for|in|recognition|acknowledge?ment|appreciation|upon|his|her|their|having|outstanding|and|por|su|al|haber|ha)\b[\s,]*)*$/i;

/** "Dana Fontenot took part in …": the subject before the verb, or the block above it. */
function nameBefore(blocks: readonly Block[], block: Block, at: number): Named | null {
  const before = block.text.slice(0, at);
  const words = /(?:^|[\n.:,]|\bthat\b)\s*([^\n.:,]+?(?:\s(?:[JS]r|I{2,3})\.?)?)\s*$/u.exec(before);
  if (words?.[1] !== undefined) {
    const part = partOf(block, at - words[0].length + words[0].indexOf(words[1]), at);
    if (isPersonName(part.text)) return { ...part, weight: 2 };
  }
  if (!leadsOn.test(before)) return null;
  const above = blockAbove(blocks, block);
  const last = above?.lines.at(-1);
  if (!above || last === undefined) return null;
  const start = above.text.length - last.text.length;
  return isPersonName(last.text) ? { ...partOf(above, start, above.text.length), weight: 2 } : null;
}

function greeting(block: Block): Named | null {
  const match = /^(?:dear|estimad[oa]|hello|hi)\s+([^,:\n]+)[,:]/iu.exec(block.text);
  if (!match?.[1] || !isPersonName(match[1])) return null;
  const start = match[0].indexOf(match[1]);
  return { ...partOf(block, start, start + match[1].length), weight: 1 };
}

/** Places where the training is named after what the person did, the most certain first. */
export function titlesIn(blocks: readonly Block[], isLabelled: (line: string) => boolean): Named[] {
  const found = blocks.flatMap((block) =>
    [...block.text.matchAll(beforeTitle)].flatMap((match) => titleAfter(blocks, block, match, isLabelled) ?? []),
  );
  const called = blocks.flatMap((block) =>
    [...block.text.matchAll(/\b(?:entitled|titled|titulad[oa])[:,]?\s*/giu)].flatMap(
      (match) => titleAt(blocks, block, match.index + match[0].length, 3, isLabelled) ?? [],
    ),
  );
  return [...found, ...called].sort((a, b) => b.weight - a.weight);
}

function titleAfter(
  blocks: readonly Block[],
  block: Block,
  match: RegExpMatchArray,
  isLabelled: (line: string) => boolean,
): Named | null {
  const from = (match.index ?? 0) + match[0].length;
  const rest = block.text.slice(from);
  const isShouted = match[0] === match[0].toUpperCase();
  const skipped = isShouted ? new RegExp(fillers.source, 'i').exec(rest) : fillers.exec(rest);
  const weight = 1 + (skipped?.groups?.noun ? 1 : 0) + (skipped?.groups?.called ? 1 : 0);
  const start = from + (skipped?.[0].length ?? 0);
  if (start < block.text.length) return titleAt(blocks, block, start, weight, isLabelled);
  const below = blockBelow(blocks, block);
  return below && topOf(below.box) > bottomOf(block.box) - 0.03
    ? titleAt(blocks, below, 0, weight + 1, isLabelled)
    : null;
}

function titleAt(
  blocks: readonly Block[],
  block: Block,
  start: number,
  weight: number,
  isLabelled: (line: string) => boolean,
): Named | null {
  const rest = block.text.slice(start);
  const close = quotes[rest[0] ?? ''];
  const quoted = close === undefined ? -1 : rest.indexOf(close, 1);
  if (quoted > 3) return titleFrom(block, start + 1, start + quoted, weight + 3);
  const end = endOfTitle(block, start, isLabelled);
  const title = titleFrom(block, start, start + trimmedLength(block.text.slice(start, start + end)), weight);
  const isOpen =
    close !== undefined || /(?:[:,–-]|\s(?:and|or|for|the|of|in|to|with|a|an|y|de|del|para))$/iu.test(rest);
  if (title === null || end < rest.length) return title;
  if (!isOpen) return start === 0 ? withSecondLine(blocks, block, title, isLabelled) : title;
  const whole = rest
    .replace(/\s+/g, ' ')
    .replace(/^[“"«‘]/u, '')
    .trim();
  return withLineBelow(blocks, block, { ...title, text: whole }, close);
}

/** A title set wide goes on in the next line: until its quotation mark closes, or because it cannot end with "and". */
function withLineBelow(blocks: readonly Block[], block: Block, title: Named, close: string | undefined): Named {
  const below = blockBelow(blocks, block, 0.08);
  const isAlike = below && Math.abs((below.lines[0]?.box[3] ?? 0) - (block.lines[0]?.box[3] ?? 0)) < 0.004;
  const ends = below && close !== undefined ? below.text.indexOf(close) : (below?.text.length ?? -1);
  if (!below || !isAlike || ends < 1) return title;
  const more = partOf(below, 0, ends);
  return {
    ...title,
    text: `${title.text} ${more.text}`,
    box: boxAround([title.box, more.box]),
    weight: title.weight + (close ? 3 : 0),
  };
}

/** A wide title in a size of its own goes on in the next line of that size, unless that line is an organisation's or a person's. */
function withSecondLine(
  blocks: readonly Block[],
  block: Block,
  title: Named,
  isLabelled: (line: string) => boolean,
): Named {
  const below = blockBelow(blocks, block, 0.05);
  const [own, next] = [block.lines.at(-1)?.box[3] ?? 0, below?.lines[0]?.box[3] ?? 0];
  const sizes = blocks.flatMap((one) => one.lines.map((line) => line.box[3])).sort((a, b) => a - b);
  const isOwnSize = own > (sizes[Math.floor(sizes.length / 2)] ?? own) * 1.15 && Math.abs(own - next) < own * 0.05;
  if (!below || !isOwnSize || block.box[2] < 0.35 || topOf(below.box) - bottomOf(block.box) > own * 1.3) return title;
  const isOther = isLabelled(below.text) || organisationScore(below.text) >= 3 || cutTitle.test(` ${below.text}`);
  if (isOther || findDates(below.text).length > 0 || findHours(below.text).length > 0) return title;
  return { ...title, text: `${title.text} ${below.text.replace(/\n/g, ' ')}`, box: boxAround([title.box, below.box]) };
}

function titleFrom(block: Block, start: number, end: number, weight: number): Named | null {
  const part = partOf(block, start, end);
  const text = part.text
    .replace(/^[“"«‘]|[”"»’]$/gu, '')
    .replace(/[\s,;:.–—-]+$/u, '')
    .trim(); // prettier-ignore
  const isTitle = /^[\p{Lu}\d“"¿¡]/u.test(text) && text.length >= 4 && text.split(' ').length <= 28;
  return isTitle && findDates(text).length === 0 ? { ...part, text, weight } : null;
}

/** Without quotation marks a title ends where a date, an amount of hours, a provider or the next sentence begins. */
function endOfTitle(block: Block, start: number, isLabelled: (line: string) => boolean): number {
  const rest = block.text.slice(start);
  const ends = [rest.length, cutTitle.exec(rest)?.index ?? rest.length];
  for (const { start: at } of [...findDates(rest), ...findHours(rest)]) if (at > 0) ends.push(at);
  let at = 0;
  for (const [i, line] of rest.split('\n').entries()) {
    if (i > 0 && (isLabelled(line) || !goesOn(block, line))) ends.push(at);
    at += line.length + 1;
  }
  return Math.min(...ends);
}

/** A second line belongs to the title unless it names an organisation, a person, or begins a sentence of its own. */
function goesOn(block: Block, line: string): boolean {
  const at = block.lines.findIndex((one) => one.text === line || one.text.endsWith(line));
  const [before, own] = [block.lines[at - 1], block.lines[at]];
  if (before === undefined || own === undefined) return true;
  if (organisationScore(line) >= 3) return false;
  return before.box[2] > block.box[2] * 0.6;
}

function trimmedLength(text: string): number {
  let kept = text.trimEnd();
  for (let cut = connectors.exec(kept); cut; cut = connectors.exec(kept)) kept = kept.slice(0, cut.index);
  const noun = /\s+(?:training|course|workshop|webinar|class|seminar)$/u.exec(kept);
  return noun ? noun.index : kept.length;
}
