import type { Application } from '#shared/domain/application.ts';
import { dayIn, yearOf } from '#shared/domain/calendar.ts';
import type { DocumentKind, DocumentRecord } from '#shared/domain/document.ts';
import { hoursInWords } from '#shared/domain/hours.ts';
import type { Judgement } from '#shared/domain/judgement.ts';
import type { ReasonCode } from '#shared/domain/reason.ts';
import type { MailFacts, Submission } from '#shared/domain/submission.ts';
import { answerIdIn, firstLanguage } from '#shared/rules/answers/answer-language.ts';
import { reportDirections } from '#shared/rules/destination.ts';
import { fillLetter, type WordedLetter } from '#shared/rules/letters.ts';
import { missingInWords, missingOf } from '#shared/rules/nearest-miss.ts';
import { personPeriods } from '#shared/rules/period/person-periods.ts';
import type { Programme } from '#shared/rules/programme.ts';
import { dayInLanguage } from '#shared/rules/reminders/language.ts';
import { canBeSaidIn, missingInLanguage } from '#shared/rules/reminders/missing-in-language.ts';
import { composeApplicantLetter, isForApplicant } from './applicant-letter.ts';
import { asList } from './as-list.ts';
import { type Line, sayLines, wordsIn } from './say-lines.ts';
import type { SeveralPeople } from './several-people.ts';

export type LetterFacts = {
  submission: Submission;
  documents: readonly DocumentRecord[];
  judgement: Judgement | null;
  /** the earlier mail that a duplicate repeats, with what became of it */
  earlier: { reference: string; judgement: Judgement | null } | null;
  /** only the address on file, proved, is told what a person sent and what counts */
  isVerified: boolean;
  /** what the mail applied for, or the earlier mail that it repeats */
  applications: readonly Application[];
  /** what came with it; a locked mail is one encrypted as a whole */
  brought?: 'nothing' | 'files' | 'a locked mail' | undefined;
  /** where it is about more than one person */
  several?: SeveralPeople | null;
  /** it goes to somebody whose papers another sent */
  isSentForThem?: boolean;
  /** left out: the first language of the programme */
  language?: string | undefined;
};

/** What is wrong with a file itself: whoever sent it may hear so, for it tells nothing of anybody. */
const saidToAnybody: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'link-instead-of-file',
  'encrypted-file',
  'unsupported-file',
  'unsafe-file',
  'too-large',
  'illegible',
]);

export const isAboutFile = (code: ReasonCode): boolean => saidToAnybody.has(code) || code === 'sensitive-document';

/** The answer in plain words. Somebody we are not sure of hears only that the mail arrived, and what anybody could do. */
export function composeLetter(programme: Programme, facts: LetterFacts): WordedLetter {
  const language = facts.language ?? firstLanguage(programme);
  const say = (lines: readonly Line[]) => asList(sayLines(programme, language, lines));
  if (isForApplicant(programme, facts))
    return composeApplicantLetter(programme, { ...facts, language }, say(whatArrived(facts.documents)));
  const { submission, earlier, isVerified } = facts;
  const judgement = earlier ? earlier.judgement : facts.judgement;
  const receivedDay = dayIn(programme.timeZone, submission.envelope.receivedAt);
  const said = [...submission.reasons, ...(earlier?.judgement?.reasons ?? [])].map((reason) => reason.code);
  const all = [...said, ...(facts.several?.codes ?? [])];
  // what could be done about a doubt says what is on file: a stranger only hears what is wrong with the files
  const codes = [...new Set(all)].filter((code) => isVerified || saidToAnybody.has(code));
  const due = dueDay(programme, judgement, receivedDay);
  const directions = reportDirections(programme, submission.envelope.recipients);
  return fillLetter(programme, answerIdIn(programme, letterIdOf(facts, codes), language), {
    reference: submission.reference,
    'earlier reference': earlier?.reference ?? '',
    'received on': dayInLanguage(receivedDay, language),
    'what arrived': isVerified ? say(whatArrived(facts.documents)) : '',
    'what counts': isVerified ? say(whatCounts(judgement)) : '',
    'what is missing': isVerified ? say(whatIsMissing(judgement, submission)) : '',
    'in short': isVerified ? inShort(programme, judgement, language) : '',
    'how to fix': howToFix(programme, codes, language),
    'right address':
      isVerified && directions !== '' ? sayLines(programme, language, [{ text: directions }]).join('') : '',
    deadline: due === null ? '' : dayInLanguage(due, language),
    ...inNumbers(facts.several ?? null),
  });
}

function inNumbers(several: SeveralPeople | null): Record<'people' | 'complete' | 'asked' | 'waiting', string> {
  if (several === null) return { people: '', complete: '', asked: '', waiting: '' };
  const { people, complete, asked } = several;
  const waiting = Math.max(0, people - complete - asked);
  return { people: `${people}`, complete: `${complete}`, asked: `${asked}`, waiting: `${waiting}` };
}

/** By when papers may come; null, and with it no sentence, where nobody can say it. */
function dueDay(programme: Programme, judgement: Judgement | null, receivedDay: string): string | null {
  const year = judgement?.findings[0]?.year ?? yearOf(receivedDay);
  const known = judgement?.periods.find((period) => period.year === year) ?? judgement?.periods[0];
  // a calendar year or a fixed date is the same for everybody, whoever it is
  return known ? known.due : personPeriods(programme, {}).in(year).due;
}

function letterIdOf(facts: LetterFacts, codes: readonly ReasonCode[]): string {
  const { outcome, duplicateOf } = facts.submission;
  if (duplicateOf !== null) return 'duplicate';
  if (facts.several) return 'several-people';
  if (facts.isSentForThem) return 'sent-for-you';
  if (facts.documents.length === 0) return letterWithoutPapers(facts, codes);
  if (outcome === 'needs-review' && codes.includes('past-deadline')) return 'past-deadline';
  return outcome === null || outcome === 'not-a-submission' ? 'needs-review' : outcome;
}

/** Nothing came that could be read: then what came in its place decides. */
function letterWithoutPapers({ submission, brought }: LetterFacts, codes: readonly ReasonCode[]): string {
  const { outcome, mail } = submission;
  if (brought === 'a locked mail') return 'locked-mail';
  if (codes.some((code) => saidToAnybody.has(code))) return 'no-attachment';
  if (outcome !== 'needs-review') return outcome === null || outcome === 'not-a-submission' ? 'needs-review' : outcome;
  return brought === 'nothing' && mail !== null && isEmpty(mail) ? 'empty' : 'question';
}

/** A doubt about how it was built may hide what was in it: of such a mail nobody is told that it was empty. */
const isEmpty = ({ bodyText, flags, fileLinks, subject }: MailFacts) =>
  `${bodyText}${subject}`.trim() === '' && flags.length === 0 && fileLinks.length === 0;

const kindNames: Record<DocumentKind, [one: string, many: string]> = {
  'ce-report': ['report form', 'report forms'],
  certificate: ['certificate', 'certificates'],
  'ceu-guidance': ['guidance form', 'guidance forms'],
  // that somebody wants to join a class is for nobody else to read
  'training-application': ['form', 'forms'],
  'family-training-application': ['form', 'forms'],
  'education-evidence': ['school paper', 'school papers'],
  other: ['paper that a person will look at', 'papers that a person will look at'],
};

function whatArrived(documents: readonly DocumentRecord[]): Line[] {
  const counts = new Map<DocumentKind, number>();
  for (const { kind } of documents) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => ({ text: `${count} ${kindNames[kind][count === 1 ? 0 : 1]}` }));
}

function whatCounts(judgement: Judgement | null): Line[] {
  if (!judgement) return [];
  const buckets = { ethics: 'ethics', core: 'core skills' };
  const credits = judgement.credits
    .filter((credit) => credit.status === 'counted')
    .map(({ title, hours, bucket }) => `${title}: ${hoursInWords(hours ?? 0)}${bucket ? `, ${buckets[bucket]}` : ''}`);
  // only what is measured against an amount; a rule that wants none of something has nothing to add up
  const sums = judgement.findings.filter(isMetAmount).map((one) => one.why);
  return [...credits, ...(credits.length > 0 ? sums : [])].map((text) => ({ text }));
}

const isMetAmount = ({ verdict, required }: Judgement['findings'][number]) =>
  verdict === 'met' && required !== null && required !== '0';

/** What the sender can settle; where there is none of it, what a person of the office will look at. */
function whatIsMissing(judgement: Judgement | null, { reasons }: Submission): Line[] {
  const asked = judgement?.requests ?? [];
  const others = reasons.map((reason) => reason.text).filter((text) => !asked.includes(text));
  const known = [...reasons, ...(judgement?.reasons ?? [])];
  return [...new Set([...asked, ...others])].map((text) => ({
    text,
    code: known.find((one) => one.text === text)?.code,
  }));
}

/** "1.25 hours of ethics and 2 certificates"; nothing where papers of several people came. */
function inShort(programme: Programme, judgement: Judgement | null, language: string): string {
  if (judgement?.people.length !== 1) return '';
  const missing = missingOf(programme, judgement);
  if (language === firstLanguage(programme)) return missingInWords(missing);
  return canBeSaidIn(programme, missing, language) ? missingInLanguage(programme, missing, language) : '';
}

function howToFix(programme: Programme, codes: readonly ReasonCode[], language: string): string {
  const nothingToDo = wordsIn(programme, 'needs-human-decision', language).fix;
  const fixes = codes
    .map((code) => wordsIn(programme, code, language).fix)
    .filter((fix) => fix !== '' && fix !== nothingToDo);
  return asList([...new Set(fixes)]);
}
