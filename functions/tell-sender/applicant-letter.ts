import { dayIn } from '#shared/domain/calendar.ts';
import type { DocumentKind } from '#shared/domain/document.ts';
import type { Judgement } from '#shared/domain/judgement.ts';
import { isProved } from '#shared/domain/sender-policy.ts';
import { answerIdIn } from '#shared/rules/answers/answer-language.ts';
import { sayTo } from '#shared/rules/applications-page.ts';
import { fillLetter, type WordedLetter } from '#shared/rules/letters.ts';
import { isAboutApplications, type Programme } from '#shared/rules/programme.ts';
import { dayInLanguage } from '#shared/rules/reminders/language.ts';
import { asList } from './as-list.ts';
import type { LetterFacts } from './compose-letter.ts';
import { sayLines } from './say-lines.ts';

const reportKinds: ReadonlySet<DocumentKind> = new Set<DocumentKind>(['ce-report', 'ceu-guidance', 'certificate']);

/** A mail with nothing but an applicant's papers; beside a yearly report the letter about the report is sent. */
export function isForApplicant(programme: Programme, { applications, documents, earlier }: LetterFacts): boolean {
  const isReport = documents.some(({ kind }) => reportKinds.has(kind)) || isAboutYear(earlier?.judgement ?? null);
  return programme.applications !== null && applications.length > 0 && !isReport;
}

const isAboutYear = (judgement: Judgement | null) =>
  judgement !== null &&
  (judgement.credits.length > 0 || judgement.findings.some(({ page }) => !isAboutApplications(page)));

/**
 * What an applicant hears: what came, what is complete, what is still needed, where the form is meant to go. Never whether
 * anybody may join. The address that proved itself sent these papers, so it is told of them; any other hears that they came.
 */
export function composeApplicantLetter(
  programme: Programme,
  { submission, applications, earlier, language }: LetterFacts & { language: string },
  arrived: string,
): WordedLetter {
  const isKnown = submission.mail !== null && isProved(submission.mail);
  // papers of several applicants in one mail are for a person to sort, and no letter names them
  const [only] = applications.length === 1 && isKnown ? applications : [];
  const say = (lines: readonly string[]) =>
    sayLines(
      programme,
      language,
      lines.map((text) => ({ text })),
    );
  return fillLetter(programme, answerIdIn(programme, 'applicant', language), {
    reference: submission.reference,
    'earlier reference': earlier?.reference ?? '',
    'received on': dayInLanguage(dayIn(programme.timeZone, submission.envelope.receivedAt), language),
    'what arrived': isKnown ? arrived : '',
    'what is complete': asList(say(only?.here ?? [])),
    'what is missing': asList(say(only?.missing ?? [])),
    'where it goes': say(only?.directions ?? []).join('\n'),
    'please know': isKnown ? asList(say(noticesIn(programme, submission, only?.completeness === 'cannot-tell'))) : '',
  });
}

function noticesIn(
  { applications: page }: Programme,
  { reasons }: LetterFacts['submission'],
  isStillRead: boolean,
): string[] {
  const isPrivate = reasons.some(({ code }) => code === 'sensitive-document');
  return [...(isPrivate ? [sayTo(page, 'private paper')] : []), ...(isStillRead ? [sayTo(page, 'still reading')] : [])];
}
