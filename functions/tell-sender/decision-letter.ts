import type { Application } from '#shared/domain/application.ts';
import { dayIn } from '#shared/domain/calendar.ts';
import type { DecisionAction } from '#shared/domain/decision.ts';
import type { SubmissionId } from '#shared/domain/ids.ts';
import type { Judgement } from '#shared/domain/judgement.ts';
import type { LetterTo } from '#shared/domain/letter-to.ts';
import { policyOfMail } from '#shared/domain/sender-policy.ts';
import type { Submission } from '#shared/domain/submission.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { applicationsOfMail } from '#shared/records/application-records.ts';
import { readCorrectedCase } from '#shared/records/corrected-case.ts';
import { findSpecialist, specialistsByEmail } from '#shared/records/roster-records.ts';
import { findSubmission } from '#shared/records/submission-records.ts';
import { answerIdIn, firstLanguage } from '#shared/rules/answers/answer-language.ts';
import { fillLetter } from '#shared/rules/letters.ts';
import type { Programme } from '#shared/rules/programme.ts';
import { dayInLanguage } from '#shared/rules/reminders/language.ts';
import { composeLetter } from './compose-letter.ts';
import { languageOfAnswer } from './language-of-answer.ts';
import { isSentForThem } from './several-people.ts';

type Ports = { records: RecordStore; programme: Programme };

/** What the office would write of itself after a decision; null when there is nobody it may write to. */
export async function decisionLetter(
  { records, programme }: Ports,
  submission: Submission,
  judgement: Judgement,
): Promise<LetterTo | null> {
  const onFile = await addressOnFile(records, judgement);
  const to = await addresseeOfDecision(records, submission, { onFile, people: judgement.people });
  if (to === null) return null;
  const { submissionId } = submission;
  const [{ documents, aside }, applications] = await Promise.all([
    readCorrectedCase(records, submissionId),
    applicationsOfMail(records, submissionId),
  ]);
  const facts = {
    // a letter about a decision answers for this mail, whatever it repeats
    submission: { ...submission, duplicateOf: null },
    documents: documents.filter((_document, at) => !aside.has(at)),
    judgement,
    earlier: null,
    // an application that is being accepted lacks nothing, though its row may still say so while this is a draft
    applications: submission.outcome === 'accepted' ? applications.map(asComplete) : applications,
    isVerified: to.toLowerCase() === onFile?.toLowerCase(),
    isSentForThem: isSentForThem(submission, to),
  };
  const language = await languageOfAnswer(
    { records, programme },
    { to, isKnown: facts.isVerified, mail: submission.mail },
  );
  const letter = { to, language, ...composeLetter(programme, { ...facts, language }) };
  return language === firstLanguage(programme) ? letter : { ...letter, inFirst: composeLetter(programme, facts) };
}

const asComplete = (application: Application): Application => {
  return { ...application, completeness: 'complete', missing: [] };
};

/** The address on file of the one person that the mail is about. */
export async function addressOnFile(
  records: RecordStore,
  { people }: Pick<Judgement, 'people'>,
): Promise<string | null> {
  const [only, ...others] = people;
  if (!only || only.specialistId === null || others.length > 0) return null;
  return (await findSpecialist(records, only.specialistId))?.email ?? null;
}

/** The sender, where it is safe to answer; else the person themselves, at the address on file. */
export async function addresseeOfDecision(
  records: RecordStore,
  { mail, envelope, itemOf }: Submission,
  { onFile, people }: { onFile: string | null } & Pick<Judgement, 'people'>,
): Promise<string | null> {
  // what was found of one of many is nobody else's to know
  if (itemOf && people.some(({ specialistId }) => specialistId !== null)) return onFile;
  if (!mail?.from || envelope.mailFrom === '') return onFile;
  const isOnFile = (await specialistsByEmail(records, mail.from)).length > 0;
  return policyOfMail(mail, { isOnFile, claimsAnother: false }).answer === 'no' ? onFile : mail.from;
}

/** The letter for a reviewer to edit: as it would go out for this action and this judgement. */
export function makeDraftLetter(ports: Ports) {
  return async (given: {
    submissionId: SubmissionId;
    action: DecisionAction;
    judgement: Judgement;
  }): Promise<LetterTo | null> => {
    const outcome = outcomeOf[given.action];
    const found = await findSubmission(ports.records, given.submissionId);
    if (found && given.action === 'not-ours') return wrongInboxLetter(ports, found.submission);
    if (!found || outcome === null) return null;
    const reasons = outcome === 'accepted' ? [] : given.judgement.reasons;
    return decisionLetter(ports, { ...found.submission, outcome, reasons }, given.judgement);
  };
}

/**
 * For somebody who wrote to the wrong office: it says nothing of anybody, goes to the sender alone, and only where a reviewer has it
 * written into the decision.
 */
async function wrongInboxLetter({ records, programme }: Ports, submission: Submission): Promise<LetterTo | null> {
  const { mail, reference, envelope } = submission;
  const to = await addresseeOfDecision(records, submission, { onFile: null, people: [] });
  if (to === null) return null;
  const language = await languageOfAnswer({ records, programme }, { to, isKnown: false, mail });
  const day = dayIn(programme.timeZone, envelope.receivedAt);
  const saidIn = (tongue: string) =>
    fillLetter(programme, answerIdIn(programme, 'not-ours', tongue), {
      reference,
      'received on': dayInLanguage(day, tongue),
    });
  const first = firstLanguage(programme);
  const letter = { to, language, ...saidIn(language) };
  return language === first ? letter : { ...letter, inFirst: saidIn(first) };
}

/** Nobody is told that a mail was not ours, or what became of a private paper, unless the reviewer writes it. */
const outcomeOf: Readonly<Record<DecisionAction, 'accepted' | 'needs-sender' | null>> = {
  accept: 'accepted',
  'ask-sender': 'needs-sender',
  'not-ours': null,
  restrict: null,
  return: null,
  destroy: null,
};
