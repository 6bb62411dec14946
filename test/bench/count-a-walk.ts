import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { StateMachine } from 'aws-local-stepfunctions';
import { makeReadFields } from '#functions/read-fields/read-fields.ts';
import { makeReadText } from '#functions/read-text/read-text.ts';
import { makeReceive } from '#functions/receive/receive.ts';
import type { PacketUses } from '#infra/aws/cost/packet-uses.ts';
import { type StepPorts, stepsOf } from '#infra/local/compose.ts';
import { loadRegisters } from '#infra/local/load-registers.ts';
import { oneMachineDefinition } from '#infra/local/one-machine-definition.ts';
import type { Steps } from '#infra/local/run-machine.ts';
import { makeDirectDocumentReader } from '#shared/adapters/aws/direct-document-reader.ts';
import { makeDirectMailOpener } from '#shared/adapters/aws/direct-mail-opener.ts';
import { measuringSecondReader } from '#shared/adapters/aws/measuring-second-reader.ts';
import { analyzePrice, detectPrice } from '#shared/adapters/aws/textract-prices.ts';
import { featuresFor } from '#shared/adapters/aws/textract-second-reader.ts';
import { openFolderFileStore } from '#shared/adapters/local/folder-file-store.ts';
import { readProgrammeFolder } from '#shared/adapters/local/folder-programme.ts';
import { noSecondReader } from '#shared/adapters/local/no-second-reader.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { systemIds } from '#shared/adapters/local/system-ids.ts';
import { makeReceiptMailVerifier } from '#shared/adapters/receipt-mail-verifier.ts';
import { recordPace } from '#shared/adapters/record-pace.ts';
import { microdollarsOf } from '#shared/domain/price.ts';
import type { PageReading } from '#shared/domain/reading.ts';
import type { FileFolder, FileStore } from '#shared/ports/file-store.ts';
import type { MailSender } from '#shared/ports/mail-sender.ts';
import type { NewRecord, RecordStore } from '#shared/ports/record-store.ts';
import type { SecondReader } from '#shared/ports/second-reader.ts';
import type { TextReader } from '#shared/ports/text-reader.ts';
import { countedRecords } from '#shared/records/counted-records.ts';
import { intakeDefinition } from '#shared/workflow/intake.definition.ts';
import { fileInputSchema, intakeSteps } from '#shared/workflow/steps.ts';
import { packetOf, receivedAt } from './one-packet.ts';

/** What was asked of the outside while one mail was walked. */
type Tally = {
  calls: number;
  store: number;
  puts: number;
  gets: number;
  bytes: number;
  pages: number;
  looks: number;
  answers: number;
  rows: Map<string, number>;
  scannedBytes: number[];
};

/** Receive is a Lambda too. */
const nothing = { calls: 1, store: 0, puts: 0, gets: 0, bytes: 0, pages: 0, looks: 0, answers: 0 };

/**
 * Walks the mail twice, in two new offices, each of which has judged a mail before by the same rules: what an office writes once is no part of a mail.
 * Pictures are read the first time, the second only remembers what they said.
 */
export async function usesOf(folder: string, tesseract: TextReader, raw: Uint8Array): Promise<PacketUses> {
  const remembered = new Map<string, PageReading>();
  await walkOnce(folder, raw, tesseract, remembered);
  return walkOnce(folder, raw, tesseract, remembered);
}

type Remembered = Map<string, PageReading>;

async function walkOnce(
  folder: string,
  raw: Uint8Array,
  tesseract: TextReader,
  remembered: Remembered,
): Promise<PacketUses> {
  const own = join(folder, randomUUID());
  const tally: Tally = { ...nothing, rows: new Map(), scannedBytes: [] };
  const sqlite = openSqliteRecordStore(`${own}.sqlite`, undefined, true);
  await loadRegisters(sqlite, {
    rosterCsv: 'test/fixtures/roster.csv',
    approvedCsv: 'test/fixtures/approved-trainings.csv',
  });
  const units = countedRecords(sqlite);
  const ports = {
    records: countingStore(units, tally),
    files: countingFiles(openFolderFileStore(own), tally),
    clock: { now: () => new Date(receivedAt).toISOString() },
  };
  const office = {
    ...ports,
    programme: await readProgrammeFolder('shared/rules/programmes/louisiana-rpss'),
    documentReader: makeDirectDocumentReader(),
    textReader: { ...remembering(tesseract, remembered, tally), turn: turnOf(ports, 'textract-detect') },
  };
  const steps = stepsAsOnAws(office, tally);
  await walk(await takeIn(office, await packetOf(1, 0, 'Emile Naquin')), steps, tally);
  const [before, unitsBefore] = [process.cpuUsage(), units.units()];
  Object.assign(tally, nothing);
  tally.rows.clear();
  tally.scannedBytes.length = 0;
  const input = await takeIn(office, raw);
  const transitions = await walk(input, steps, tally);
  const { user, system } = process.cpuUsage(before);
  sqlite.close();
  const { read, written } = units.units();
  return {
    transitions,
    calls: tally.calls,
    processorSeconds: (user + system) / 1e6,
    storeCalls: tally.store,
    fileCalls: tally.puts + tally.gets,
    readUnits: read - unitsBefore.read,
    writeUnits: written - unitsBefore.written,
    filesPut: tally.puts,
    filesRead: tally.gets,
    mailKilobytes: raw.length / 1024,
    // SES lays the mail down once more, under inbound/
    kilobytesKept: (tally.bytes + raw.length) / 1024,
    filesScanned: tally.scannedBytes.length,
    kilobytesScanned: tally.scannedBytes.reduce((sum, bytes) => sum + bytes, 0) / 1024,
    rowKilobytes: [...tally.rows.values()].reduce((sum, bytes) => sum + bytes, 0) / 1024,
    pagesRead: tally.pages,
    lookDollars: tally.looks / 1e6,
    answers: tally.answers,
  };
}

type Office = Pick<StepPorts, 'records' | 'files' | 'clock' | 'programme' | 'documentReader' | 'textReader'>;

async function takeIn({ records, files, clock, programme }: Office, raw: Uint8Array) {
  const begun: Record<string, string>[] = [];
  const runner = {
    start: async (_machine: string, _runId: string, input: Readonly<Record<string, string>>) =>
      void begun.push({ ...input }),
  };
  const { referencePrefix } = programme;
  const startPace = { turn: turnOf({ records, clock }, 'starts') };
  const receive = makeReceive({ records, files, clock, runner, startPace, ids: systemIds(), referencePrefix });
  const envelope = { mailFrom: 'adele@example.com', recipients: [], remoteAddress: null, receivedAt: clock.now() };
  await receive({ envelope, raw });
  return begun[0] ?? {};
}

/** As the Lambdas ask for their turns; here nobody waits, and what counts is the row that is read and written for it. */
const turnOf = ({ records, clock }: Pick<Office, 'records' | 'clock'>, service: string) =>
  recordPace({ records, clock, service, perSecond: 1_000_000 }).turn;

/** The steps with the readers that they have on AWS; Textract itself is only asked what it would cost. */
function stepsAsOnAws(office: Office, tally: Tally): Steps {
  const mailSender: MailSender = {
    async send() {
      tally.answers += 1;
    },
  };
  const outside = {
    secondReader: noSecondReader,
    mailOpener: makeDirectMailOpener(),
    mailVerifier: makeReceiptMailVerifier('any'),
    mailSender,
    mailFrom: 'ce@example.org',
  };
  const readingCeiling = microdollarsOf(0.5);
  const readText = makeReadText({ ...office, readingCeiling });
  const paidReader = { ...priced(tally), turn: turnOf(office, 'textract-analyze') };
  const readFields = makeReadFields({ ...office, secondReader: measuringSecondReader, paidReader, readingCeiling });
  return {
    ...stepsOf({ ...office, ...outside }),
    ReadText: (input) => readText(fileInputSchema.parse(input)),
    ReadFields: (input) => readFields(fileInputSchema.parse(input)),
  };
}

async function walk(input: Record<string, string>, steps: Steps, tally: Tally): Promise<number> {
  const handlers = intakeSteps.map(({ state }) => [
    state,
    (asked: unknown) => {
      tally.calls += 1;
      return steps[state](asked);
    },
  ]);
  const machine = new StateMachine(oneMachineDefinition(intakeDefinition));
  const run = machine.run(input, { overrides: { taskResourceLocalHandlers: Object.fromEntries(handlers) } });
  let entered = 0;
  for await (const { type } of run.eventLogs) if (type.endsWith('StateEntered')) entered += 1;
  await run.result;
  return entered;
}

function remembering(tesseract: TextReader, remembered: Remembered, tally: Tally): TextReader {
  return {
    engine: tesseract.engine,
    priceOf: () => detectPrice,
    async readPage(page) {
      tally.pages += 1;
      const key = createHash('sha256').update(page.bytes).digest('hex');
      const reading = remembered.get(key) ?? (await tesseract.readPage(page));
      remembered.set(key, reading);
      return reading;
    },
  };
}

function priced(tally: Tally): SecondReader {
  return {
    engine: 'textract-asked-for-its-price',
    witnesses: ['mark', 'signature'],
    priceOf: (places) => analyzePrice(featuresFor(places)),
    async readPlaces(_page, places) {
      tally.looks += analyzePrice(featuresFor(places));
      return [];
    },
  };
}

function countingStore(records: RecordStore, tally: Tally): RecordStore {
  const counted = <Asked extends unknown[], Answer>(ask: (...asked: Asked) => Answer) => {
    return (...asked: Asked) => {
      tally.store += 1;
      return ask(...asked);
    };
  };
  return {
    find: counted(records.find),
    list: counted(records.list),
    count: counted(records.count),
    write(writes) {
      for (const one of writes) if ('put' in one) tally.rows.set(`${one.put.pk} ${one.put.sk}`, weightOf(one.put));
      return counted(records.write)(writes);
    },
  };
}

/** As DynamoDB weighs a row, and once more for each index it stands in. */
function weightOf({ body, index1, index2 }: NewRecord): number {
  const copies = 1 + (index1 ? 1 : 0) + (index2 ? 1 : 0);
  return copies * (Buffer.byteLength(JSON.stringify(body) ?? '') + 200);
}

/** What GuardDuty looks at: infra/aws/constructs/malware-protection.ts. */
const scanned: ReadonlySet<FileFolder> = new Set(['raw', 'document']);

function countingFiles(files: FileStore, tally: Tally): FileStore {
  return {
    ...files,
    put(folder, bytes) {
      tally.puts += 1;
      tally.bytes += bytes.length;
      if (scanned.has(folder)) tally.scannedBytes.push(bytes.length);
      return files.put(folder, bytes);
    },
    read(key) {
      tally.gets += 1;
      return files.read(key);
    },
  };
}
