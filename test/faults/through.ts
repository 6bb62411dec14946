import type { AuditHeads } from '#shared/ports/audit-heads.ts';
import type { DocumentReader } from '#shared/ports/document-reader.ts';
import type { FileStore } from '#shared/ports/file-store.ts';
import type { MailOpener } from '#shared/ports/mail-opener.ts';
import type { MailSender } from '#shared/ports/mail-sender.ts';
import type { MailVerifier } from '#shared/ports/mail-verifier.ts';
import type { MalwareScanner } from '#shared/ports/malware-scanner.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import type { SecondReader } from '#shared/ports/second-reader.ts';
import type { TextReader } from '#shared/ports/text-reader.ts';
import type { WorkflowRunner } from '#shared/ports/workflow-runner.ts';

/** Every call of a port goes through this: it may do the work, not do it, do it twice, or never answer. */
export type Through = <Result>(call: string, work: () => Promise<Result>) => Promise<Result>;

/**
 * Every port of shared/ports that a step of a machine calls, with a layer around it. Clock and Ids cannot fail. The rest belongs to the
 * console alone (LetterPrinter, Secrets, PasswordHasher, SignInProvider): no step calls them, and what they fail is a page asked for again.
 */
export type Ports = {
  records: RecordStore;
  files: FileStore;
  mailOpener: MailOpener;
  documentReader: DocumentReader;
  textReader: TextReader;
  secondReader: SecondReader;
  mailSender: MailSender;
  heads: AuditHeads;
  mailVerifier: MailVerifier;
  scanner: MalwareScanner;
};

export function portsThrough(ports: Ports, through: Through): Ports {
  const { records, files, mailOpener, documentReader, textReader, secondReader, mailSender, heads } = ports;
  const { mailVerifier, scanner } = ports;
  return {
    records: {
      find: (key) => through('records.find', () => records.find(key)),
      list: (query) => through('records.list', () => records.list(query)),
      count: (query) => through('records.count', () => records.count(query)),
      write: (writes) => through('records.write', () => records.write(writes)),
    },
    files: {
      put: (folder, bytes) => through('files.put', () => files.put(folder, bytes)),
      read: (key) => through('files.read', () => files.read(key)),
      has: (key) => through('files.has', () => files.has(key)),
      list: (folder, after) => through('files.list', () => files.list(folder, after)),
    },
    mailOpener: { open: (raw) => through('mailOpener.open', () => mailOpener.open(raw)) },
    documentReader: {
      read: (file) => through('documentReader.read', () => documentReader.read(file)),
      draw: (file, page, dots) => through('documentReader.draw', () => documentReader.draw(file, page, dots)),
    },
    textReader: { ...textReader, readPage: (page) => through('textReader.readPage', () => textReader.readPage(page)) },
    secondReader: {
      ...secondReader,
      readPlaces: (page, places) => through('secondReader.readPlaces', () => secondReader.readPlaces(page, places)),
    },
    mailSender: { send: (mail) => through('mailSender.send', () => mailSender.send(mail)) },
    heads: {
      keep: (day, text) => through('heads.keep', () => heads.keep(day, text)),
      read: (day) => through('heads.read', () => heads.read(day)),
      days: () => through('heads.days', () => heads.days()),
    },
    mailVerifier: { verify: (mail) => through('mailVerifier.verify', () => mailVerifier.verify(mail)) },
    scanner: { scan: (kept) => through('scanner.scan', () => scanner.scan(kept)) },
  };
}

export const runnerThrough = (runner: WorkflowRunner, through: Through): WorkflowRunner => ({
  start: (machine, runId, input) => through('runner.start', () => runner.start(machine, runId, input)),
});

/** What changes something that outlives the process: where a process may be killed just before, or just after. */
export const effects: ReadonlySet<string> = new Set(['records.write', 'files.put', 'mailSender.send', 'heads.keep']);
