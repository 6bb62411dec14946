import type { SortedKind } from './kind-phrases.ts';

/**
 * What a paper is made of, whatever its wording: rows of trainings with a day and hours each, grades, a day of birth, who
 * sends it to whom. Papers worded like no other are still told by it. `lines` are plain lower case.
 */
export function makeupOf(lines: readonly string[]): Readonly<Record<SortedKind, number>> {
  const text = lines.join('\n');
  const rows = lines.filter((line) => hasDay.test(line) && hoursInRow.test(line)).length;
  return {
    certificate: certificateMakeup(text, rows),
    'ce-report': weigh(text, reportParts) + (rows >= 2 ? 3 : 0),
    'ceu-guidance': weigh(text, guidanceParts),
    'training-application': weigh(text, applicationParts),
    'education-evidence': weigh(text, educationParts) + (gradesIn(lines) >= 2 ? 3 : 0),
    other: weigh(text, strangerParts) + repeated(text),
  };
}

type Part = readonly [RegExp, number];
const weigh = (text: string, parts: readonly Part[]) =>
  parts.reduce((total, [pattern, weight]) => total + (pattern.test(text) ? weight : 0), 0);

const months =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre';
export const hasDay = new RegExp(
  `\\b\\d{1,2}[/.-]\\d{1,2}(?:[/.-]\\d{2,4})?\\b|\\b(?:19|20)\\d\\d-\\d\\d-\\d\\d\\b|\\b(?:${months})\\.? \\d{1,2}\\b|\\b\\d{1,2}(?:st|nd|rd|th)? (?:de |of |day of )?(?:${months})\\b`,
);
const hoursInRow = /\s[\d.]{1,5}\s*(?:hrs?|hours?|ceus?|horas)?\b(?![/:-])/;

const certificateParts: readonly Part[] = [
  [/\b(?:complet\w+|attend(?:ed|ance|ee)|participa\w+|achievement|asist\w+|earned|passed)\b/, 1.5],
  [
    /\b\d{1,2}(?:\.\d+)?\)? (?:\w+ )?(?:hours?|hrs?|ceus?|credits?|horas)\b|\b(?:hours|credits|ceus|units)\b[^.\n]{0,24}\d/,
    1.5,
  ],
  [/\b(?:attendee|participant|student|learner|employee|trainee|awarded|presented|certifies|issued to|reconoce)\b/, 1],
  [/\b(?:training|course|workshop|webinar|event|class|seminar|topic|summit|conference|curso|taller|seminario)\b/, 1],
  [/\b(?:instructor|trainer|presenter|sponsor(?:ed)?|provider|director|coordinat\w+|administrator|supervisor)\b/, 0.5],
  [/\b(?:certificate|certifies|certify|verification|verify|certificado|constancia|professional development)\b/, 1.5],
];

/** A certificate has all of it: somebody, something done, and how long or when. */
function certificateMakeup(text: string, rows: number): number {
  const whole = weigh(text, certificateParts) + (hasDay.test(text) ? 1 : 0);
  const isForm = /\b(?:applicant|lived experience|my total|attest)\b/.test(text) || rows > 4;
  return isForm ? whole / 2 : whole;
}

const reportParts: readonly Part[] = [
  [/\bethics?\b/, 0.5],
  [/\b(?:attest\w*|affirm|pledge|adhere|abide|atestiguo)\b/, 1],
  [/\b(?:ethics attestation|code of ethics|ethical code|codigo de etica)\b/, 1],
  [/\b(?:total|sum)\b/, 0.5],
  [/\bceus? for (?:19|20)\d\d\b|\bdecember 31\b|\byear ending\b|\bby december\b/, 1],
  [/\brf?pss\b/, 0.5],
];
const guidanceParts: readonly Part[] = [
  [/\bcompetenc\w+/, 1],
  [/\b(?:mandatory|mandated|required|requirement)\b.{0,30}\b(?:job|work|employment|employer)\b|\bemployer make\b/, 1.5],
  [/\b(?:requested|claimed|asking|ask for)\b/, 1],
  [/\b(?:credit|count)\b.{0,20}\b(?:training|ceus?)\b/, 1],
];
const applicationParts: readonly Part[] = [
  [/\b(?:date of birth|birth ?date|d\.?o\.?b|born|nacimiento)\b/, 1],
  [/\bapplicant|\bcandidate|\bsolicitante/, 1.5],
  [/\brecovery\b/, 0.5],
  [/\b(?:parish|parroquia)\b/, 0.5],
  [/\b(?:education|schooling|school completed)\b/, 1],
  [/\bwhy\b|\bwhat makes you\b/, 1],
  [/\b(?:child|parent|caregiver|caring for)\b/, 1],
];
const educationParts: readonly Part[] = [
  [/\b(?:university|college|high school|academy|preparatoria|secundaria)\b/, 1],
  [/\b(?:diploma|degree|transcript|bachelor|ged|hiset)\b/, 1],
  [/\b(?:graduat\w+|conferred|gpa|registrar|faculty)\b/, 1],
];
const strangerParts: readonly Part[] = [
  [/^to ?:/m, 1],
  [/^from ?:/m, 2],
  [/^(?:subject|re) ?:/m, 2],
  [/\bunsubscribe\b|\bshop now\b|\bcheck ?out\b|\bsave \d+ ?%/, 4],
  [/\bi (?:\w+ ){0,3}recommend\b|\bletter of recommendation\b/, 5],
];

/** Prices, times of the day, questions: one of them says nothing, several do. */
function repeated(text: string): number {
  const prices = text.match(/\$ ?\d/g)?.length ?? 0;
  const times = text.match(/^\d{1,2}[:.]\d\d\b/gm)?.length ?? 0;
  const questions = text.match(/\?(?:\s|$)/gm)?.length ?? 0;
  return (prices >= 2 ? 1.5 : 0) + (times >= 3 ? 4 : 0) + (questions >= 4 ? 1 : 0);
}

/** Lines that end in a grade: a list of courses of a school. */
const gradesIn = (lines: readonly string[]) =>
  lines.filter((line) => /\s(?:\d(?:\.\d+)?\s+)?[a-df][+-]?$|^[a-df][+-]?$/.test(line)).length;
