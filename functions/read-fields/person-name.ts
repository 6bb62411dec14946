import { asName } from './field-values.ts';

/** Words of papers that no person is called by; a line with one of them is not a name. */
const notNames = new Set(
  `certificate certification completion attendance participation achievement appreciation training trainings course workshop
  webinar center centre institute network academy university college school department board office agency alliance association
  coalition council services service foundation program programme collective society health hospital recovery support peer
  peers ethics ethical continuing education hours credits contact participant attendee name title date provider sponsor director
  manager coordinator instructor presenter registrar chair president successfully completed attended presented awarded the this
  that and for with has have been hereby certifies certify letter confirmation signature louisiana state whom concern section
  conference summit gathering live online thank you congratulations total inc llc records only your our please facilitator
  trainer officer executive supervisor official academic transcript diploma degree bachelor master associate equivalency score exam high upon
  registrar trustees faculty regents wellness education collaborative workforce alliance gardens consulting solutions learning studio partners supervisors student of to in at by on from report form statement specialist specialists`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

const part = /^(?:\p{Lu}[\p{L}'’.-]*|de|del|la|las|los|da|dos|di|van|von|der|den|du|le|y|st\.?|bin|al|ibn)$/u;
const suffix = /^(?:jr|sr|ii|iii|iv)\.?$/i;

/** A line that can be the name of a person: two to six words with capitals, none of them a word of papers. */
export function isPersonName(text: string): boolean {
  const name = asName(text, { field: 'name', label: '', isDayFirst: false })?.value;
  if (name === undefined || name.length > 60) return false;
  const words = name
    .replace(/,/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== ''); // prettier-ignore
  if (words.length < 2 || words.length > 6) return false;
  const isEveryPart = words.every((word) => part.test(word) || suffix.test(word));
  const isPaper = words.some((word) => notNames.has(word.toLowerCase().replace(/[^\p{L}]/gu, '')));
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  return isEveryPart && !isPaper && capitals >= 2 && words.some((word) => word.replace(/[^\p{L}]/gu, '').length >= 2);
}

const organisation =
  /\b(?:cent(?:er|re)|institute|network|academy|university|college|school|department|board|office|agency|alliance|association|coalition|council|services?|foundation|program(?:me)?|collective|society|health|hospital|inc|llc|l\.l\.c|ltd|corp(?:oration)?|company|group|partners(?:hip)?|project|initiative|federation|union|church|clinic|online|learning|solutions|consult(?:ing|ants)|collaborative|cooperative|workforce|wellness|education|gardens?|authority|commission|bureau|league|community|trainings?|systems?|ministries|house|district|parish|studio|e-?learning|extra mile|nami|samhsa|naadac|centro|instituto|universidad|red|asociaci[oó]n)\b\.?/gi;
const lastWord =
  /(?:cent(?:er|re)|institute|network|academy|university|college|school|department|agency|alliance|association|coalition|council|services|foundation|collective|collaborative|cooperative|society|hospital|inc|llc|corporation|company|group|partnership|project|initiative|federation|clinic|online|solutions|consulting|authority|commission|bureau|league|program|board of \p{L}+|department of [\p{L} ]+)\W*$/iu;

/** In Spanish the kind of organisation stands first. */
const firstWord =
  /^(?:la |el |los |las )?(?:centro|red|instituto|fundaci[oó]n|asociaci[oó]n|alianza|academia|coalici[oó]n|consejo|escuela|universidad|departamento|cooperativa|casa|grupo|hospital|cl[ií]nica|organizaci[oó]n|proyecto|comunidad) (?:de|del|para|y|latin|comunitari|nacional|estatal|\p{Lu})/iu;

/** 0 for a line without any word of organisations, more the more clearly it is one. */
export function organisationScore(text: string): number {
  const words = text.trim().split(/\s+/);
  if (words.length > 10 || !/\p{Lu}/u.test(text)) return 0;
  const mentions = [...text.matchAll(organisation)].length;
  return (lastWord.test(text) || firstWord.test(text) ? 3 : 0) + Math.min(mentions, 2);
}
