import type { Answer } from '#shared/domain/answer.ts';
import { GiveUp, TryAgain } from '#shared/domain/faults.ts';
import { doubtsAboutWho } from '#shared/domain/reason.ts';
import type { Submission } from '#shared/domain/submission.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { MailSender } from '#shared/ports/mail-sender.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { answerWrite, findAnswer, type VersionedAnswer } from '#shared/records/answer-records.ts';
import { applicationsOfMail } from '#shared/records/application-records.ts';
import { listDocuments } from '#shared/records/document-records.ts';
import { handOverAnswer } from '#shared/records/hand-over-answer.ts';
import { findJudgement } from '#shared/records/judgement-records.ts';
import { specialistsByEmail } from '#shared/records/roster-records.ts';
import { findSubmission } from '#shared/records/submission-records.ts';
import type { Programme } from '#shared/rules/programme.ts';
import type { RunInput } from '#shared/workflow/steps.ts';
import { composeLetter, type LetterFacts } from './compose-letter.ts';

export type TellSenderPorts = {
  records: RecordStore;
  clock: Clock;
  programme: Programme;
  mailSender: MailSender;
  mailFrom: string;
};

/**
 * One answer to a mail, written before it is sent and marked when it is gone, so that a crash in between sends the same
 * Message-ID again and never a second letter. None to automatic mail, to nobody, or to an address that did not prove itself.
 */
export function makeTellSender(ports: TellSenderPorts) {
  return async ({ submissionId, runId }: RunInput) => {
    const found = await findSubmission(ports.records, submissionId);
    if (!found) throw new GiveUp('there is no such submission');
    const waiting = await waitingAnswer(ports, found.submission);
    if (waiting) await handOverAnswer(ports, submissionId, waiting);
    return { submissionId, runId };
  };
}

async function waitingAnswer(ports: TellSenderPorts, submission: Submission): Promise<VersionedAnswer | null> {
  const { records } = ports;
  const known = await findAnswer(records, submission.submissionId);
  if (known) return known.answer.state === 'waiting' ? known : null;
  const to = await addressee(records, submission);
  if (to === null) return null;
  const answer = await writeAnswer(ports, submission, to);
  const written = await records.write([answerWrite(submission.submissionId, answer, null)]);
  if (written === 'conflict') throw new TryAgain('somebody else is answering this mail');
  return { answer, version: 1 };
}

type Addressee = { address: string; isOnFile: boolean };

/** Whom to answer, if anybody: RFC 3834, and nothing that tells a stranger who is on the roster. */
async function addressee(records: RecordStore, { mail, envelope, outcome }: Submission): Promise<Addressee | null> {
  if (!mail?.from || mail.isAutomatic || envelope.mailFrom === '') return null;
  if (outcome === 'not-a-submission' || outcome === 'quarantined' || mail.authentication === 'fail') return null;
  const isOnFile = (await specialistsByEmail(records, mail.from)).length > 0;
  return mail.authentication === 'pass' || isOnFile ? { address: mail.from, isOnFile } : null;
}

async function writeAnswer(
  { records, clock, programme, mailFrom }: TellSenderPorts,
  submission: Submission,
  { address, isOnFile }: Addressee,
): Promise<Answer> {
  const { submissionId, mail, reasons } = submission;
  const [judgement, earlier] = await Promise.all([
    findJudgement(records, submissionId),
    earlierOf(records, submission),
  ]);
  // a repetition answers for the earlier mail, so the doubts about that one stand as well
  const known = [...reasons, ...(earlier?.reasons ?? [])].map(({ code }) => code);
  const facts: LetterFacts = {
    submission,
    documents: await listDocuments(records, submissionId),
    judgement,
    earlier,
    applications: await applicationsOfMail(records, submission.duplicateOf ?? submissionId),
    isVerified: isOnFile && mail?.authentication === 'pass' && !known.some((code) => doubtsAboutWho.has(code)),
  };
  const { subject, text } = composeLetter(programme, facts);
  return {
    messageId: `answer.${submissionId}@${mailFrom.split('@')[1] ?? 'localhost'}`,
    to: address,
    subject,
    text,
    inReplyTo: mail?.messageId ?? null,
    references: [...(mail?.references ?? []), ...(mail?.messageId ? [mail.messageId] : [])],
    writtenAt: clock.now(),
    state: 'waiting',
    sentAt: null,
  };
}

type EarlierMail = NonNullable<LetterFacts['earlier']> & { reasons: Submission['reasons'] };

async function earlierOf(records: RecordStore, { duplicateOf }: Submission): Promise<EarlierMail | null> {
  if (duplicateOf === null) return null;
  const [found, judgement] = await Promise.all([
    findSubmission(records, duplicateOf),
    findJudgement(records, duplicateOf),
  ]);
  if (!found) return null;
  const { reference, reasons } = found.submission;
  return { reference, reasons: [...reasons, ...(judgement?.reasons ?? [])], judgement };
}
