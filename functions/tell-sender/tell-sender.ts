import { type Answer, isDue, messageIdOf, sendingBy } from '#shared/domain/answer.ts';
import { hearsToday } from '#shared/domain/answer-window.ts';
import { type Decision, isPaperAction } from '#shared/domain/decision.ts';
import type { FileRecord } from '#shared/domain/document.ts';
import { GiveUp, TryAgain } from '#shared/domain/faults.ts';
import type { RunId } from '#shared/domain/ids.ts';
import type { Judgement } from '#shared/domain/judgement.ts';
import type { LetterTo } from '#shared/domain/letter-to.ts';
import { doubtsAboutWho } from '#shared/domain/reason.ts';
import { policyOfMail } from '#shared/domain/sender-policy.ts';
import type { MailFacts, Submission } from '#shared/domain/submission.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { MailSender } from '#shared/ports/mail-sender.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { answerWrite, findAnswer, type VersionedAnswer } from '#shared/records/answer-records.ts';
import { findAnswerWindow } from '#shared/records/answer-window-records.ts';
import { applicationsOfMail } from '#shared/records/application-records.ts';
import { keepBook } from '#shared/records/book-records.ts';
import { decisionOfRun } from '#shared/records/decision-records.ts';
import { listDocuments } from '#shared/records/document-records.ts';
import { listFiles } from '#shared/records/file-records.ts';
import { handOverAnswer, takeForSending } from '#shared/records/hand-over-answer.ts';
import { findJudgement } from '#shared/records/judgement-records.ts';
import { receiptWrite } from '#shared/records/receipt-records.ts';
import { specialistsByEmail } from '#shared/records/roster-records.ts';
import { findSubmission } from '#shared/records/submission-records.ts';
import { firstLanguage } from '#shared/rules/answers/answer-language.ts';
import type { Programme } from '#shared/rules/programme.ts';
import type { RunInput } from '#shared/workflow/steps.ts';
import { composeLetter, isAboutFile, type LetterFacts } from './compose-letter.ts';
import { addresseeOfDecision, addressOnFile, decisionLetter } from './decision-letter.ts';
import { languageOfAnswer } from './language-of-answer.ts';
import { isSentForThem, personOfItem, severalPeople } from './several-people.ts';
import { personSpoke, takeTurn } from './take-turn.ts';

export type TellSenderPorts = {
  records: RecordStore;
  clock: Clock;
  programme: Programme;
  mailSender: MailSender;
  mailFrom: string;
};

/**
 * One answer to a mail, written before it is sent, with the name of the run that sends it, and marked when it is gone, so that a crash in
 * between sends the same Message-ID again and never a second letter. None to automatic mail, to nobody, or to an address that did not prove itself.
 */
export function makeTellSender(ports: TellSenderPorts) {
  return async ({ submissionId, runId }: RunInput) => {
    const found = await findSubmission(ports.records, submissionId);
    if (!found) throw new GiveUp('there is no such submission');
    const decided = await decisionOfRun(ports.records, { submissionId, runId });
    const waiting = decided
      ? await waitingLetter(ports, found.submission, decided.decision)
      : await waitingAnswer(ports, found.submission, runId);
    // what somebody else has taken for sending they send, or it is sent with all that waits
    const taken = waiting && (await takeForSending(ports, submissionId, waiting, runId));
    if (taken) await handOverAnswer(ports, submissionId, taken);
    return { submissionId, runId };
  };
}

/** Several mails of one address may be ready at once. */
const triesMost = 5;

async function waitingAnswer(
  ports: TellSenderPorts,
  submission: Submission,
  runId: RunId,
): Promise<VersionedAnswer | null> {
  const { records, clock } = ports;
  for (let tries = 1; tries <= triesMost; tries += 1) {
    const known = await findAnswer(records, submission.submissionId);
    if (known) return readyNow(known, clock.now());
    const to = await (submission.itemOf ? personOf(records, submission) : addressee(records, submission));
    if (to === null) return null;
    const papers = await papersOf(records, submission);
    const receipt = papers.length > 0 ? [] : await receiptFor(ports, submission, to.address);
    if (receipt === null) return null;
    await keepBook(records, ports.programme.id, ports.programme.letterBook);
    const answer = await writeAnswer(ports, submission, { ...to, papers });
    const written = await takeTurn(ports, submission, { answer, runId, beside: [receipt].flat() });
    if (written !== 'conflict') return readyNow(written, clock.now());
  }
  throw new TryAgain('somebody else is answering this mail, or its sender');
}

const readyNow = (known: VersionedAnswer, now: string): VersionedAnswer | null =>
  known.answer.state === 'waiting' && isDue(known.answer, now) ? known : null;

/** Who wrote without papers hears nothing more in a day; but who meant to send some has to know that none came. */
async function receiptFor({ records, clock }: TellSenderPorts, { mail }: Submission, address: string) {
  const now = clock.now();
  const isAnyMeant = (mail?.fileLinks.length ?? 0) > 0;
  const heard = (await findAnswerWindow(records, address))?.window ?? null;
  return hearsToday(heard, now) && !isAnyMeant ? null : receiptWrite(records, address, now);
}

async function papersOf(records: RecordStore, { submissionId }: Submission): Promise<FileRecord[]> {
  return (await listFiles(records, submissionId)).map(({ file }) => file).filter((file) => !file.isDecoration);
}

/** What mail programs make of a mail that they encrypt whole. */
const sealed: ReadonlySet<string> = new Set(['application/pkcs7-mime', 'application/pgp-encrypted']);

function broughtBy(papers: readonly FileRecord[]): LetterFacts['brought'] {
  if (papers.length === 0) return 'nothing';
  return papers.every(({ mediaType }) => sealed.has(mediaType)) ? 'a locked mail' : 'files';
}

/** The letter of a decision: as the reviewer left it, or in the office's own words. One for each decision. */
async function waitingLetter(
  ports: TellSenderPorts,
  submission: Submission,
  decision: Decision,
): Promise<VersionedAnswer | null> {
  const { records } = ports;
  const { submissionId } = submission;
  if (decision.state !== 'in-effect') return null;
  const known = await findAnswer(records, submissionId, decision.number);
  if (known) return known.answer.state === 'waiting' ? known : null;
  const letter = await letterOf(ports, submission, decision);
  if (letter === null) return null;
  if (letter.wordedBy !== undefined) await keepBook(records, ports.programme.id, ports.programme.letterBook);
  const written = asAnswer(ports, submission, { ...letter, decision: decision.number });
  const answer = { ...written, sending: sendingBy(decision.runId, written.writtenAt) };
  const result = await records.write([
    answerWrite(submissionId, answer, null, decision.number),
    ...(await personSpoke(ports, { submissionId, to: answer.to, messageId: answer.messageId })),
  ]);
  if (result === 'conflict') throw new TryAgain('somebody else is writing this letter');
  return { answer, version: 1, decision: decision.number };
}

async function letterOf(ports: TellSenderPorts, submission: Submission, decision: Decision): Promise<LetterTo | null> {
  const judgement = await findJudgement(ports.records, submission.submissionId);
  const people = judgement?.people ?? [];
  const isWhole = !isPaperAction(decision.action);
  // what was to be accepted and could not be any more is a person's again: nothing is said about it
  if (isWhole && submission.outcome === 'needs-review') return null;
  if (decision.letter) {
    const onFile = await addressOnFile(ports.records, { people });
    const to = await addresseeOfDecision(ports.records, submission, { onFile, people });
    return to === null ? null : { to, ...decision.letter };
  }
  return judgement && isWhole && submission.outcome !== 'not-a-submission'
    ? decisionLetter(ports, submission, judgement)
    : null;
}

const answeredByNobody = /^(?:no|do-?not)-?reply@/i;

/** Files outrank the signs of a machine, so such a mail is read; what would answer a letter of ours is still a machine. */
function isFromMachine({ from, isAutomatic, flags }: MailFacts): boolean {
  return isAutomatic || flags.includes('automatic-with-files') || answeredByNobody.test(from ?? '');
}

/** `isKnown`: may be told more than that a mail came, as far as the papers leave no doubt of who it is. */
type Addressee = { address: string; isKnown: boolean };

/** Who hears of an item: the person themselves. Who sent it hears of the whole mail, once. */
async function personOf(records: RecordStore, submission: Submission): Promise<Addressee | null> {
  const judgement = await findJudgement(records, submission.submissionId);
  const address = await personOfItem(records, submission, judgement);
  return address === null ? null : { address, isKnown: true };
}

/** Whom to answer, if anybody: RFC 3834, and nothing that tells a stranger who is on the roster. */
async function addressee(records: RecordStore, { mail, envelope, outcome }: Submission): Promise<Addressee | null> {
  if (!mail?.from || envelope.mailFrom === '') return null;
  if (outcome === 'not-a-submission' || outcome === 'quarantined') return null;
  const isOnFile = (await specialistsByEmail(records, mail.from)).length > 0;
  const known = { isOnFile, claimsAnother: false };
  const { answer } = policyOfMail({ ...mail, isAutomatic: isFromMachine(mail) }, known);
  return answer === 'no' ? null : { address: mail.from, isKnown: answer === 'full' };
}

async function writeAnswer(
  ports: TellSenderPorts,
  submission: Submission,
  { address, isKnown, papers }: Addressee & { papers: readonly FileRecord[] },
): Promise<Answer> {
  const { records, programme } = ports;
  const { submissionId, reasons } = submission;
  const [judgement, earlier] = await Promise.all([
    findJudgement(records, submissionId),
    earlierOf(records, submission),
  ]);
  // a repetition answers for the earlier mail, so the doubts about that one stand as well
  const known = [...reasons, ...(earlier?.reasons ?? [])].map(({ code }) => code);
  const language = await languageOfAnswer(ports, { to: address, isKnown, mail: submission.mail });
  const facts: LetterFacts = {
    submission,
    language,
    documents: await listDocuments(records, submissionId),
    judgement,
    earlier,
    applications: await applicationsOfMail(records, submission.duplicateOf ?? submissionId),
    isVerified: isKnown && !known.some((code) => doubtsAboutWho.has(code)),
    brought: broughtBy(papers),
    several: await severalPeople(records, submission, judgement),
    isSentForThem: isSentForThem(submission, address),
  };
  return {
    ...asAnswer(ports, submission, { to: address, ...composeLetter(programme, facts), language, decision: null }),
    ...(facts.isVerified ? whatItTells(earlier ? earlier.judgement : judgement, submission) : {}),
  };
}

/** By what a later letter is known to tell the same. */
function whatItTells(judgement: Judgement | null, { reasons }: Submission): Pick<Answer, 'about' | 'ofFiles'> {
  const years =
    judgement?.findings.map(({ person, year }) => `${judgement.people[person]?.specialistId}#${year}`) ?? [];
  return {
    about: [...new Set(years)],
    ofFiles: reasons.filter(({ code }) => isAboutFile(code)).map(({ text }) => text),
  };
}

/** Its Message-ID is the same however often it is made: the same letter, tried again, is known by it. */
function asAnswer(
  { clock, mailFrom, programme }: TellSenderPorts,
  submission: Submission,
  { to, subject, text, wordedBy, language, decision }: LetterTo & { decision: number | null },
): Answer {
  const { submissionId } = submission;
  // a thread is only somebody's who wrote in it
  const mail = isSentForThem(submission, to) ? null : submission.mail;
  return {
    messageId: messageIdOf(submissionId, decision, mailFrom.split('@')[1] ?? 'localhost'),
    ...{ to, subject, text },
    ...(wordedBy === undefined ? {} : { wordedBy }),
    ...(language === undefined || language === firstLanguage(programme) ? {} : { language }),
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
