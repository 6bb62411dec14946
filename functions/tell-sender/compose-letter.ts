import type { Application } from '#shared/domain/application.ts';
import { dayIn, dayInWords, yearOf } from '#shared/domain/calendar.ts';
import type { DocumentKind, DocumentRecord } from '#shared/domain/document.ts';
import { formatHours } from '#shared/domain/hours.ts';
import type { Judgement } from '#shared/domain/judgement.ts';
import type { ReasonCode } from '#shared/domain/reason.ts';
import type { MailFacts, Submission } from '#shared/domain/submission.ts';
import { reportDirections } from '#shared/rules/destination.ts';
import { fillLetter, wordsForReason } from '#shared/rules/letters.ts';
import { missingInWords, missingOf } from '#shared/rules/nearest-miss.ts';
import { personPeriods } from '#shared/rules/period/person-periods.ts';
import type { Programme } from '#shared/rules/programme.ts';
import { composeApplicantLetter, isForApplicant } from './applicant-letter.ts';
import { asList } from './as-list.ts';

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
export function composeLetter(programme: Programme, facts: LetterFacts): { subject: string; text: string } {
  if (isForApplicant(programme, facts)) return composeApplicantLetter(programme, facts, whatArrived(facts.documents));
  const { submission, earlier, isVerified } = facts;
  const judgement = earlier ? earlier.judgement : facts.judgement;
  const receivedDay = dayIn(programme.timeZone, submission.envelope.receivedAt);
  const all = [...submission.reasons, ...(earlier?.judgement?.reasons ?? [])].map((reason) => reason.code);
  // what could be done about a doubt says what is on file: a stranger only hears what is wrong with the files
  const codes = [...new Set(all)].filter((code) => isVerified || saidToAnybody.has(code));
  return fillLetter(programme, letterIdOf(facts, codes), {
    reference: submission.reference,
    'earlier reference': earlier?.reference ?? '',
    'received on': dayInWords(receivedDay),
    'what arrived': isVerified ? whatArrived(facts.documents) : '',
    'what counts': isVerified ? whatCounts(judgement) : '',
    'what is missing': isVerified ? whatIsMissing(judgement, submission) : '',
    'in short': isVerified ? inShort(programme, judgement) : '',
    'how to fix': howToFix(programme, codes),
    'right address': isVerified ? reportDirections(programme, submission.envelope.recipients) : '',
    deadline: deadlineIn(programme, judgement, receivedDay),
  });
}

/** By when papers may come; empty, and with it the sentence, where nobody can say it. */
function deadlineIn(programme: Programme, judgement: Judgement | null, receivedDay: string): string {
  const year = judgement?.findings[0]?.year ?? yearOf(receivedDay);
  const known = judgement?.periods.find((period) => period.year === year) ?? judgement?.periods[0];
  // a calendar year or a fixed date is the same for everybody, whoever it is
  const day: string | null = known ? known.due : personPeriods(programme, {}).in(year).due;
  return day === null ? '' : dayInWords(day);
}

function letterIdOf(facts: LetterFacts, codes: readonly ReasonCode[]): string {
  const { outcome, duplicateOf } = facts.submission;
  if (duplicateOf !== null) return 'duplicate';
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

function whatArrived(documents: readonly DocumentRecord[]): string {
  const counts = new Map<DocumentKind, number>();
  for (const { kind } of documents) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return asList([...counts].map(([kind, count]) => `${count} ${kindNames[kind][count === 1 ? 0 : 1]}`));
}

function whatCounts(judgement: Judgement | null): string {
  if (!judgement) return '';
  const buckets = { ethics: 'ethics', core: 'core skills' };
  const credits = judgement.credits
    .filter((credit) => credit.status === 'counted')
    .map(
      ({ title, hours, bucket }) => `${title}: ${formatHours(hours ?? 0)} hours${bucket ? `, ${buckets[bucket]}` : ''}`,
    );
  // only what is measured against an amount; a rule that wants none of something has nothing to add up
  const sums = judgement.findings.filter(isMetAmount).map((one) => one.why);
  return asList([...credits, ...(credits.length > 0 ? sums : [])]);
}

const isMetAmount = ({ verdict, required }: Judgement['findings'][number]) =>
  verdict === 'met' && required !== null && required !== '0';

/** What the sender can settle; where there is none of it, what a person of the office will look at. */
function whatIsMissing(judgement: Judgement | null, { reasons }: Submission): string {
  const asked = judgement?.requests ?? [];
  const others = reasons.map((reason) => reason.text).filter((text) => !asked.includes(text));
  return asList([...new Set([...asked, ...others])]);
}

/** "1.25 hours of ethics and 2 certificates"; nothing where papers of several people came. */
function inShort(programme: Programme, judgement: Judgement | null): string {
  if (judgement?.people.length !== 1) return '';
  return missingInWords(missingOf(programme, judgement));
}

function howToFix(programme: Programme, codes: readonly ReasonCode[]): string {
  const nothingToDo = wordsForReason(programme, 'needs-human-decision').fix;
  const fixes = codes
    .map((code) => wordsForReason(programme, code).fix)
    .filter((fix) => fix !== '' && fix !== nothingToDo);
  return asList([...new Set(fixes)]);
}
