import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { makeApplyRules } from '#functions/apply-rules/apply-rules.ts';
import { makeFileSubmission } from '#functions/file-submission/file-submission.ts';
import { makeLeaveFileUnread } from '#functions/leave-file-unread/leave-file-unread.ts';
import { makeMatchPerson } from '#functions/match-person/match-person.ts';
import { makeOpenMail } from '#functions/open-mail/open-mail.ts';
import { makeOpenReview } from '#functions/open-review/open-review.ts';
import { makeReadFields } from '#functions/read-fields/read-fields.ts';
import { makeReadText } from '#functions/read-text/read-text.ts';
import { makeReceive, type Receive } from '#functions/receive/receive.ts';
import { makeSetAside } from '#functions/set-aside/set-aside.ts';
import { makeSettleDecision } from '#functions/settle-decision/settle-decision.ts';
import { makeSortDocuments } from '#functions/sort-documents/sort-documents.ts';
import { makeTellSender } from '#functions/tell-sender/tell-sender.ts';
import { makeContainedDocumentReader } from '#shared/adapters/local/contained-document-reader.ts';
import { makeContainedMailOpener } from '#shared/adapters/local/contained-mail-opener.ts';
import { openFolderAuditHeads } from '#shared/adapters/local/folder-audit-heads.ts';
import { openFolderFileDisposal } from '#shared/adapters/local/folder-file-disposal.ts';
import { openFolderFileStore } from '#shared/adapters/local/folder-file-store.ts';
import { lockFolder } from '#shared/adapters/local/folder-lock.ts';
import { readProgrammeFolder } from '#shared/adapters/local/folder-programme.ts';
import { noSecondReader } from '#shared/adapters/local/no-second-reader.ts';
import { noTextReader } from '#shared/adapters/local/no-text-reader.ts';
import { makePageDrawer, type PageDrawer } from '#shared/adapters/local/page-drawer.ts';
import { openPpOcrSecondReader } from '#shared/adapters/local/pp-ocr-second-reader.ts';
import { readersAtOnce } from '#shared/adapters/local/readers-at-once.ts';
import { openSqliteRecordSnapshots } from '#shared/adapters/local/sqlite-record-snapshots.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { systemIds } from '#shared/adapters/local/system-ids.ts';
import { makeTesseractTextReader } from '#shared/adapters/local/tesseract-text-reader.ts';
import { noScanner } from '#shared/adapters/no-scanner.ts';
import { makeReceiptMailVerifier } from '#shared/adapters/receipt-mail-verifier.ts';
import office from '#shared/config/office.json' with { type: 'json' };
import type { ReaderName } from '#shared/config/settings.ts';
import { GiveUp } from '#shared/domain/faults.ts';
import type { RunId } from '#shared/domain/ids.ts';
import type { WhenUnscanned } from '#shared/domain/scan.ts';
import type { AuditHeads } from '#shared/ports/audit-heads.ts';
import type { Clock, Ids } from '#shared/ports/clock.ts';
import type { DocumentReader } from '#shared/ports/document-reader.ts';
import type { FileDisposal } from '#shared/ports/file-disposal.ts';
import type { FileStore } from '#shared/ports/file-store.ts';
import type { MailOpener } from '#shared/ports/mail-opener.ts';
import type { MailSender } from '#shared/ports/mail-sender.ts';
import type { MailVerifier } from '#shared/ports/mail-verifier.ts';
import type { MalwareScanner } from '#shared/ports/malware-scanner.ts';
import type { RecordSnapshots } from '#shared/ports/record-snapshots.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import type { SecondReader } from '#shared/ports/second-reader.ts';
import type { TextReader } from '#shared/ports/text-reader.ts';
import { isHalfMoved } from '#shared/records/move-records.ts';
import { overItsRows } from '#shared/records/own-space.ts';
import type { Programme } from '#shared/rules/programme.ts';
import type { Log } from '#shared/telemetry/log.ts';
import { faultInputSchema, fileInputSchema, runInputSchema } from '#shared/workflow/steps.ts';
import { type LocalRunner, type MillisecondsUntil, makeLocalRunner, type OnStep, type Steps } from './run-machine.ts';
import { sightInWords } from './sight-in-words.ts';

export type LocalParts = {
  records: RecordStore;
  snapshots: RecordSnapshots;
  files: FileStore;
  fileDisposal: FileDisposal;
  heads: AuditHeads;
  documentReader: DocumentReader;
  pageDrawer: PageDrawer;
  programme: Programme;
  runner: LocalRunner;
  receive: Receive;
  /** how pictures are read here, in words */
  sight: string;
  close(): Promise<void>;
};

export type ComposeOptions = {
  dataFolder: string;
  programmeFolder: string;
  mailSender: MailSender;
  mailFrom: string;
  textReader: ReaderName;
  secondReader: ReaderName;
  /** pages read at once; null leaves it to the machine */
  readers: number | null;
  /** left out: nothing is scanned, and every file says so */
  scanner?: MalwareScanner;
  whenUnscanned?: WhenUnscanned;
  clock: Clock;
  log: Log;
  onFinished?: (runId: RunId, input: Readonly<Record<string, string>>) => void;
  onStep?: OnStep;
  /** where the clock is set: ids that are the same each time, and waits that follow that clock */
  ids?: Ids;
  /** the data folder is removed at the end: no write waits for the disk */
  isThrownAway?: boolean;
  millisecondsUntil?: MillisecondsUntil;
  /** left out, mails are files that somebody of the office handed in: what their receiving server wrote is believed */
  mailVerifier?: MailVerifier;
};

/** Runs at once: what two cores do without waiting for each other. */
const runsAtOnce = 2;

const halfMoved = (folder: string) =>
  `The data folder ${folder} holds half a programme: npm run import was cut off in it. Start that again, or give another folder.`;

/** Every port of the intake with its one-machine adapter, and the machine that walks over them. */
export async function composeLocal(options: ComposeOptions): Promise<LocalParts> {
  const { dataFolder, clock, log } = options;
  await mkdir(dataFolder, { recursive: true });
  const programme = await readProgrammeFolder(options.programmeFolder);
  const lock = lockFolder(dataFolder);
  const records = openSqliteRecordStore(join(dataFolder, 'records.sqlite'), undefined, options.isThrownAway);
  if (await isHalfMoved(records)) {
    records.close();
    lock.release();
    throw new GiveUp(halfMoved(dataFolder));
  }
  const files = openFolderFileStore(join(dataFolder, 'files'));
  const size = options.readers ?? readersAtOnce();
  const documentReader = makeContainedDocumentReader({ size });
  const mailOpener = makeContainedMailOpener();
  const embedded = options.textReader === 'embedded' ? makeTesseractTextReader({ size }) : null;
  const textReader = embedded ?? noTextReader;
  const second = embedded && options.secondReader === 'embedded' ? await openPpOcrSecondReader() : null;
  const secondReader = second ?? noSecondReader;
  const mailVerifier = options.mailVerifier ?? makeReceiptMailVerifier('any');
  const readers = { documentReader, textReader, secondReader, mailOpener, mailVerifier };
  const steps = stepsOf({ ...options, ...readers, records, files, programme });
  const { onFinished, onStep, millisecondsUntil } = options;
  const own = {
    ...(onFinished && { onFinished }),
    ...(onStep && { onStep }),
    ...(millisecondsUntil && { millisecondsUntil }),
  };
  const runner = makeLocalRunner({ steps, records, log, atOnce: runsAtOnce, ...own });
  const receive = makeReceive({
    files,
    records,
    runner,
    clock,
    ids: options.ids ?? systemIds(),
    referencePrefix: programme.referencePrefix,
    timeZone: programme.timeZone,
  });
  return {
    records,
    snapshots: openSqliteRecordSnapshots(join(dataFolder, 'records.sqlite')),
    files,
    fileDisposal: openFolderFileDisposal(join(dataFolder, 'files')),
    heads: openFolderAuditHeads(join(dataFolder, 'audit-heads')),
    documentReader,
    pageDrawer: makePageDrawer(documentReader, embedded),
    programme,
    runner,
    receive,
    sight: sightInWords(textReader.engine, secondReader.engine),
    async close() {
      await runner.stop();
      await Promise.all([documentReader.close(), mailOpener.close(), embedded?.close(), second?.close()]);
      records.close();
      lock.release();
    },
  };
}

export type StepPorts = Pick<ComposeOptions, 'clock' | 'mailSender' | 'mailFrom' | 'scanner' | 'whenUnscanned'> &
  Pick<LocalParts, 'records' | 'files' | 'documentReader' | 'programme'> & {
    textReader: TextReader;
    secondReader: SecondReader;
    mailOpener: MailOpener;
    mailVerifier: MailVerifier;
  };

/** Each state of the machine with the function behind it; its input is parsed on the way in, as on AWS. */
export function stepsOf({
  records,
  files,
  clock,
  documentReader,
  textReader,
  secondReader,
  mailOpener,
  mailVerifier,
  programme,
  mailSender,
  mailFrom,
  scanner = noScanner,
  whenUnscanned = 'person',
}: StepPorts): Steps {
  const openMail = overItsRows(makeOpenMail, {
    records,
    files,
    clock,
    mailOpener,
    mailVerifier,
    scanner,
    whenUnscanned,
  });
  const readText = overItsRows(makeReadText, { records, files, documentReader, textReader });
  const sortDocuments = overItsRows(makeSortDocuments, { records, files });
  const readFields = overItsRows(makeReadFields, { records, files, documentReader, secondReader });
  const leaveFileUnread = overItsRows(makeLeaveFileUnread, { records });
  const matchPerson = overItsRows(makeMatchPerson, { records, clock });
  const applyRules = overItsRows(makeApplyRules, { records, clock, programme });
  const openReview = overItsRows(makeOpenReview, { records, clock });
  const tellSender = overItsRows(makeTellSender, { records, clock, programme, mailSender, mailFrom });
  const fileSubmission = overItsRows(makeFileSubmission, { records, clock, blindSample: office.blindSample });
  const setAside = overItsRows(makeSetAside, { records, clock });
  const settleDecision = makeSettleDecision({ records, clock });
  return {
    OpenMail: (input) => openMail(runInputSchema.parse(input)),
    ReadText: (input) => readText(fileInputSchema.parse(input)),
    SortDocuments: (input) => sortDocuments(fileInputSchema.parse(input)),
    ReadFields: (input) => readFields(fileInputSchema.parse(input)),
    LeaveFileUnread: (input) => leaveFileUnread(fileInputSchema.parse(input)),
    MatchPerson: (input) => matchPerson(runInputSchema.parse(input)),
    ApplyRules: (input) => applyRules(runInputSchema.parse(input)),
    OpenReview: (input) => openReview(runInputSchema.parse(input)),
    TellSender: (input) => tellSender(runInputSchema.parse(input)),
    FileSubmission: (input) => fileSubmission(runInputSchema.parse(input)),
    SetAside: (input) => setAside(faultInputSchema.parse(input)),
    SettleDecision: (input) => settleDecision(runInputSchema.parse(input)),
  };
}
