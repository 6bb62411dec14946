import { makeWatch } from '#functions/watch/watch.ts';
import { makeJournal } from '#infra/local/journal.ts';
import { randomSecrets } from '#shared/adapters/random-secrets.ts';
import { recordPace } from '#shared/adapters/record-pace.ts';
import { caseFileSchema } from '#shared/domain/case-file.ts';
import { fileIdOf, runIdOf } from '#shared/domain/ids.ts';
import type { RecordStore, Write } from '#shared/ports/record-store.ts';
import { answerWrite } from '#shared/records/answer-records.ts';
import { keepCanary } from '#shared/records/canary-records.ts';
import { canaryNameWrite } from '#shared/records/canary-run-records.ts';
import { caseFileWrites } from '#shared/records/case-file-records.ts';
import { correctionWrite } from '#shared/records/correction-records.ts';
import { putDownload } from '#shared/records/download-records.ts';
import { keepPlans } from '#shared/records/item-records.ts';
import { letterWrite, mailedWrite, openLetterSecret } from '#shared/records/letter-records.ts';
import { mailStopWrite, stopRequestWrite } from '#shared/records/mail-stop-records.ts';
import { oddMailWrite } from '#shared/records/odd-mail-records.ts';
import { paidTextReader } from '#shared/records/paid-text-reader.ts';
import { quarantineOrderWrite } from '#shared/records/quarantine-records.ts';
import { receiptWrite } from '#shared/records/receipt-records.ts';
import { replyWrite } from '#shared/records/reply-records.ts';
import { disposedWrite } from '#shared/records/retention-records.ts';
import { noteLastList } from '#shared/records/saved-view-records.ts';
import { takeSending } from '#shared/records/sending-lease-records.ts';
import { putOpenSignIn } from '#shared/records/sign-in-ticket-records.ts';
import { sortingWrite } from '#shared/records/sorting-records.ts';
import { passwordWrite } from '#shared/records/staff-records.ts';
import { deliveryKey, pointerWrite } from '#shared/records/submission-records.ts';
import { topicChoiceWrite } from '#shared/records/topic-choice-records.ts';
import { touchPersonWrite } from '#shared/records/touched-records.ts';
import { verificationSecondWrites, verificationWrites } from '#shared/records/verification-records.ts';
import { triesOfDesk, triesWrite } from '#shared/records/wrong-try-records.ts';
import { aMailedPacket } from '#test/builders/a-canary-packet.ts';
import { aCredit } from '#test/builders/a-judgement.ts';
import { aLetter } from '#test/builders/a-letter.ts';
import { aSubmission } from '#test/builders/a-submission.ts';
import { anAnswer } from '#test/builders/an-answer.ts';
import type { Office } from '#test/builders/an-office-with-mails.ts';
import { ann, ben } from '#test/builders/staff.ts';

const at = '2026-12-20T15:00:00.000Z';
const later = '2027-12-20T15:00:00.000Z';
const submission = aSubmission({ number: 501 });
const { submissionId, reference } = submission;
const someone = { specialistId: 'RPSS-0042', address: 'dana@old.example.org' };

/** What the pages of the desk and a handful of mails have no cause to write, by the repositories that write it. */
export async function storeRarerRows(office: Office): Promise<void> {
  const { records } = office;
  for (const write of [...ofMails(), ...ofPeople()]) await records.write([write]);
  for (const writes of [caseFileWrites(aLongYear(), null), ...lettersOfProof()]) await records.write(writes);
  await ofTheDesk(records);
  const receipt = await receiptWrite(records, someone.address, at);
  if (receipt) await records.write([receipt]);
  await readAPaidPage(office);
  await keepPlans(records, submissionId, [{ people: [], strays: [], documents: [], files: [fileIdOf(1)], unread: 0 }]);
  await openLetterSecret(records, randomSecrets);
  await takeSending(records, '07', { now: at, until: later });
  await recordPace({ records, clock: { now: () => at }, service: 'detect', perSecond: 5 }).turn();
  await keepCanary(records, { token: 'a canary', sentAt: at });
  const { run } = await aMailedPacket(records, at);
  await records.write([canaryNameWrite('packet@example.org', run.tokenHash)]);
  const failed = runIdOf(submissionId, 1);
  const definition = 'a definition';
  await makeJournal(records).open(failed, { machine: 'intake', input: { submissionId, runId: failed }, definition });
  await makeJournal(records).close(failed, 'failed');
  await watchOnce(office);
}

function ofMails(): Write[] {
  const signed = { by: ben, at };
  const order = { submissionId, reference, number: 1, action: 'release' as const, reason: 'It is a report.' };
  const apart = { by: ann, at, because: 'It is of a colleague.' };
  const change = { what: 'withdrawn' as const, number: 1 };
  const parts = [{ pages: [1, 2] as [number, number], kind: null }];
  return [
    pointerWrite(deliveryKey('delivery-1'), submissionId),
    answerWrite(submissionId, anAnswer({ state: 'waiting', sentAt: null }), null),
    correctionWrite(submissionId, { number: 1, at, by: ann, change }),
    disposedWrite({ submissionId, reference, objects: [{ rule: 'raw-mail', key: `raw/${'c'.repeat(64)}` }] }, at, at),
    oddMailWrite('scan-late', submission, at),
    quarantineOrderWrite({ ...order, ...signed, second: { by: ann, at }, refused: null }, null),
    replyWrite(
      submissionId,
      { submissionId: aSubmission({ number: 502 }).submissionId, reference, at, isOwn: true, apart },
      null,
    ),
    sortingWrite(submissionId, { fileId: fileIdOf(1), number: 1, parts, by: ann, at }),
  ];
}

function ofPeople(): Write[] {
  const letters = [
    aLetter(),
    aLetter({ line: 'sent', state: 'sent', sentAt: at }),
    aLetter({ line: 'held', state: 'held' }),
    aLetter({ line: 'decided', resolution: 1, state: 'sent', sentAt: at }),
  ];
  const stop = {
    ...someone,
    cause: 'no-such-address' as const,
    status: '5.1.1',
    at,
    by: 'machine' as const,
    over: null,
  };
  const asked = { ...someone, submissionId, at, state: 'open' as const, by: null, decidedAt: null };
  const choice = { programme: 'louisiana-rpss', title: 'Ethics', provider: null, choice: 'ethics', because: 'It is.' };
  return [
    ...letters.map((letter) => letterWrite(letter, null)),
    mailedWrite(aLetter()),
    mailStopWrite(stop, null),
    stopRequestWrite(asked, null),
    topicChoiceWrite({ ...choice, by: ann, at }),
    touchPersonWrite(someone.specialistId),
  ];
}

/** More than one row holds, so that parts of it stand beside it. */
function aLongYear() {
  const { person: _, ...credit } = aCredit({ why: 'It is on the list of approved trainings. '.repeat(20) });
  const credits = Array.from({ length: 150 }, (_each, number) => ({ ...credit, creditId: `credit-${number}` }));
  const { specialistId } = someone;
  return caseFileSchema.parse({ specialistId, year: 2024, submissions: [submissionId], credits, findings: [] });
}

/** A "no" that waits for a second person, and one that has one. */
function lettersOfProof(): Write[][] {
  const letter = {
    ...{ specialistId: someone.specialistId, day: '2026-06-01', answer: 'not-active' as const, reasons: [] },
    ...{ askedBy: 'Harbor House', why: 'billing', by: ann, at, fileKey: `document/${'e'.repeat(64)}` },
  };
  const [waits, agreed] = [
    { ...letter, code: 'V-AAAAA-AAAAA' },
    { ...letter, code: 'V-BBBBB-BBBBB' },
  ];
  return [
    verificationWrites(waits),
    verificationWrites(agreed),
    verificationSecondWrites(agreed, { by: ben, at: later }),
  ];
}

async function ofTheDesk(records: RecordStore): Promise<void> {
  const ticket = { state: 'a state', nonce: 'a nonce', verifier: 'a verifier', again: false };
  await putOpenSignIn(records, { ticket, browser: 'a browser', to: '/', validUntil: later }, at);
  await noteLastList(records, ann, 'view=accepted');
  const key = triesOfDesk;
  await records.write([triesWrite({ key, tries: { count: 0, lastAt: at }, version: null }, { count: 3, lastAt: at })]);
  await records.write([passwordWrite(ann, 'a hash of a password')]);
  const file = { submissionId, what: fileIdOf(1), fileKey: `document/${'f'.repeat(64)}`, name: 'paper.pdf' };
  await putDownload(records, 'a secret of a link', { ...file, staffId: ann, validUntil: later }, at);
}

/** A page costs money, as on AWS: its reading is kept under the hash of its picture, and its price is counted. */
async function readAPaidPage({ records, files }: Office): Promise<void> {
  const page = { number: 1, width: 1, height: 1, words: [], checkMarks: [], rules: [], ink: [], formFields: [] };
  const reader = {
    engine: 'one that is paid',
    priceOf: () => 1_500,
    readPage: async () => ({ ...page, medium: 'ocr' as const }),
  };
  const budget = { records, submissionId, fileId: fileIdOf(1), ceiling: 500_000 };
  const bytes = new TextEncoder().encode('a picture');
  await paidTextReader(reader, files, budget).readPage({ bytes, mediaType: 'image/png' });
}

/** As on AWS: a mail lies there of which no case knows. */
async function watchOnce({ records, files, heads, programme }: Office): Promise<void> {
  const watch = makeWatch({
    ...{ records, files, heads, programme, clock: { now: () => at } },
    runs: { isGoingOn: async () => false },
    failedRuns: null,
    inboundMails: async () => [{ key: 'inbound/untaken', at }],
    announce: async () => undefined,
    clockDoubts: null,
  });
  await watch({ nightly: true });
}
