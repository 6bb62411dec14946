import { type Block, type Part, partOf } from './blocks-of-page.ts';
import { findDates } from './dates.ts';
import { isPersonName, organisationScore } from './person-name.ts';

const given =
  'presented|provided|hosted|sponsored|offered|conducted|facilitated|organi[sz]ed|delivered|issued|produced|led|given|approved and offered|brought to you';
const byWhom = new RegExp(
  `\\b(?:${given})\\s+(?:(?:online|live|virtually|jointly|in person|free of charge)\\s+)?by\\b[:,]?\\s*|\\b(?:impartid|ofrecid|organizad|otorgad|presentad|patrocinad|auspiciad)[oa]s?\\s+por\\b[:,]?\\s*`,
  'giu',
);
/** What follows may be a part of a title as well: it counts only where it is plainly an organisation's name. */
const perhapsBy =
  /\b(?:(?:training|course|workshop|webinar|class|seminar|program|session|event)\s+(?:of|by|from)|through)\s+/giu;
/** "Cypress Wellness Education hereby certifies that": the organisation is the one who speaks. */
const speaks =
  /^(?<who>[^\n.:]{4,80}?)\s+(?:hereby\s+|proudly\s+|gladly\s+|is\s+(?:pleased|proud|honou?red)\s+to\s+)*(?:certif(?:y|ies)|awards?|presents?|confers?|recogni[sz]es?|acknowledges?|verif(?:y|ies)|attests?|confirms?|grants?|issues?|otorga|certifica|hace\s+constar|reconoce|concede)\b/iu;
const speaksOfItself = /^(?:this|we|i|it|the undersigned|esto|este|por)\b|\b(?:certificate|letter|document)\b/i;

const months =
  '[Jj]an|[Ff]eb|[Mm]ar|[Aa]pr|[Mm]ay|[Jj]un|[Jj]ul|[Aa]ug|[Ss]ep|[Oo]ct|[Nn]ov|[Dd]ec|[Ee]ne|[Aa]br|[Aa]go|[Dd]ic|[Mm]on|[Tt]ue|[Ww]ed|[Tt]hu|[Ff]ri|[Ss]at|[Ss]un|[Ll]unes|[Mm]artes|[Mm]i[eé]rcoles|[Jj]ueves|[Vv]iernes|[Ss][aá]bado|[Dd]omingo';
/** Where an organisation's name ends in a running text; "Center for Recovery in Louisiana" is one name. */
const ends = [
  '\\n',
  '\\s+[·|•–—]\\s+|\\s+-\\s+',
  '[.;](?=\\s|$)(?<!\\b(?:\\p{Lu}|[Ii]nc|[Cc]o|[Cc]orp|[Ll]td|[Ss]t|[Ss]te|[Mm]t|[Dd]r|[Jj]r|[Ss]r)\\.)',
  `,?\\s+(?:on|in|at|from|during|this|el|en|del?)\\s+(?=(?:the\\s+)?(?:\\d|(?:${months})\\w*\\b))`,
  ',?\\s+on\\s+(?=the\\b)',
  ',?\\s+(?:in|en)\\s+(?:partnership|collaboration|cooperation|association|conjunction|colaboraci[oó]n|alianza|asociaci[oó]n)\\b',
  ',?\\s+(?:in|at|en)\\s+(?=[^\\n,]{3,30},\\s*(?:[A-Z]{2}\\b|Louisiana|Luisiana|Texas|Mississippi|Arkansas))',
  ',?\\s+(?:for|to|at|in|with|a|and)\\s+(?=\\p{Ll}(?!l\\b)|\\d)(?!(?:and|for|of|the|in)\\s+\\p{Lu})',
  ',?\\s+(?:via|held|which|who|dated|consisting|lasting|totall?ing|completed|earning|worth)\\b',
  ',?\\s+(?:for|of)\\s+(?=(?:one|two|three|four|five|six|seven|eight|half|a\\s+total)\\b)',
  ",?\\s+a\\s+(?=\\p{Lu}[\\p{L}.’' -]{2,40}$)",
];
const end = new RegExp(ends.join('|'), 'u');
const endOfDate = /[\s,(–—-]+(?:(?:on|held|dated|el|from)\s*)?(?:(?:mon|tue|wed|thu|fri|sat|sun)\w*,?\s*)?$/iu;

/** The organisation's name at the beginning of a text, without the day, the town or the partner that follow it. */
export function organisationAt(text: string): { text: string; length: number } {
  const day = findDates(text)[0];
  const before = day && day.start > 0 ? text.slice(0, day.start).replace(endOfDate, '') : text;
  const name = before.slice(0, end.exec(before)?.index ?? before.length);
  return { text: tidyName(name), length: name.length };
}

export const tidyName = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:by\s+)?(?:the|el|la)\s+(?=\p{Lu})/iu, '')
    .replace(/[\s,;:(]+(?:a|to|on|in|at|for|and|of|by|el|en)?[\s,;:(]*$/u, '')
    .replace(/(?<!\b(?:inc|co|corp|ltd))\.$/i, '');

const small = /^(?:of|for|the|and|in|at|to|de|del|la|las|los|el|y|e|en|para|&|[–-])$/u;

/** Every word of a name begins with a capital, but the small ones. */
export function isProperName(text: string): boolean {
  const words = text.trim().split(/\s+/);
  return /^\p{Lu}/u.test(text.trim()) && words.every((word) => /^["“(]?[\p{Lu}\d]/u.test(word) || small.test(word));
}

/** Organisations that are said to give the training or the certificate, in the order of the page. */
export function organisationsIn(blocks: readonly Block[]): Part[] {
  return blocks.flatMap((block) => [
    ...[...block.text.matchAll(byWhom)].flatMap((match) => named(block, match.index + match[0].length) ?? []),
    ...(speaker(block) ?? []),
    ...[...block.text.matchAll(perhapsBy)].flatMap((match) => {
      const part = named(block, match.index + match[0].length);
      return part !== null && isProperName(part.text) && organisationScore(part.text) > 1 ? [part] : [];
    }),
  ]);
}

function named(block: Block, from: number): Part | null {
  const start = from + (/^\s*/.exec(block.text.slice(from))?.[0].length ?? 0);
  const { text, length } = organisationAt(block.text.slice(start));
  const part = partOf(block, start, start + length);
  const isName = /^\p{Lu}/u.test(text) && !isPersonName(text);
  const isOrganisation = isName || (organisationScore(text) > 0 && !/^an?\s/i.test(text));
  return isOrganisation && text.length > 2 ? { ...part, text } : null;
}

function speaker(block: Block): Part[] | null {
  let at = 0;
  for (const line of block.lines) {
    const who = speaks.exec(line.text)?.groups?.who;
    if (who !== undefined && isProperName(who) && !speaksOfItself.test(who) && !isPersonName(who)) {
      return [{ ...partOf(block, at, at + who.length), text: tidyName(who) }];
    }
    at += line.text.length + 1;
  }
  return null;
}
