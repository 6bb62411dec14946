import { PDFDocument } from '@cantoo/pdf-lib';
import { makeApplyRules } from '#functions/apply-rules/apply-rules.ts';
import type { ConsoleDeps } from '#functions/console/console-deps.ts';
import { makeFileSubmission } from '#functions/file-submission/file-submission.ts';
import { makeMatchPerson } from '#functions/match-person/match-person.ts';
import { makeOpenMail } from '#functions/open-mail/open-mail.ts';
import { makeOpenReview } from '#functions/open-review/open-review.ts';
import { makeReadFields } from '#functions/read-fields/read-fields.ts';
import { makeSortDocuments } from '#functions/sort-documents/sort-documents.ts';
import { type LocalRunner, makeLocalRunner, type Step } from '#infra/local/run-machine.ts';
import { readProgrammeFolder } from '#shared/adapters/local/folder-programme.ts';
import { noSecondReader } from '#shared/adapters/local/no-second-reader.ts';
import { noScanner } from '#shared/adapters/no-scanner.ts';
import { noMailVerifier } from '#shared/adapters/receipt-mail-verifier.ts';
import { fileIdOf } from '#shared/domain/ids.ts';
import { drawPage } from '#shared/reading/draw-page.ts';
import { findFile, saveFile } from '#shared/records/file-records.ts';
import { makeLog } from '#shared/telemetry/log.ts';
import { fileInputSchema, runInputSchema } from '#shared/workflow/steps.ts';
import { core, ethics } from '#test/builders/a-judged-mail.ts';
import { submissionIdFor } from '#test/builders/a-submission.ts';
import { readingOf } from '../read-fields/reading-of.ts';
import { type CaseDesk, certificateOf, type LaidPaper, openCaseDesk, reportOf } from './case-desk.ts';

export type ReadingDesk = CaseDesk & {
  /** until the machine is through with everything */
  idle(): Promise<void>;
  /** nothing is read before it is let go on */
  hold(): () => void;
  /** a mail with a form, and a scan of two certificates that was taken for one paper of two pages */
  layTwoTakenForOne(number: number): Promise<string>;
};

/** A case desk behind which the intake machine really sorts and reads papers again. */
export async function openReadingDesk(own: Partial<ConsoleDeps> = {}): Promise<ReadingDesk> {
  let runner: LocalRunner | null = null;
  const start: ConsoleDeps['runner']['start'] = async (...run) => runner?.start(...run);
  const desk = await openCaseDesk({ runner: { start }, documentReader: { draw: drawPage }, ...own });
  const gate = aGate();
  runner = makeLocalRunner({
    steps: await stepsOf(desk, gate.passed),
    records: desk.records,
    log: makeLog({ write: () => {} }),
    atOnce: 1,
  });
  const read = runner;
  return {
    ...desk,
    idle: () => read.idle(),
    hold: gate.hold,
    async layTwoTakenForOne(number) {
      const papers = [await reportOf([ethics, core]), await oneScanOf([ethics, core])];
      const reference = await desk.lay(number, papers);
      for (const [i, { paper }] of papers.entries()) await keepReading(desk, number, i + 1, paper.bytes);
      return reference;
    },
  };
}

function aGate() {
  let held = Promise.resolve();
  return {
    passed: () => held,
    hold() {
      const { promise, resolve } = Promise.withResolvers<void>();
      held = promise;
      return resolve;
    },
  };
}

async function stepsOf({ records, files, deps }: CaseDesk, passed: () => Promise<void>) {
  const { clock } = deps;
  const programme = await readProgrammeFolder('shared/rules/programmes/louisiana-rpss');
  const never: Step = () => Promise.reject(new Error('not on this way'));
  const open = makeOpenMail({
    records,
    files,
    clock,
    mailOpener: { open: () => Promise.reject(new Error('open')) },
    scanner: noScanner,
    whenUnscanned: 'person',
    mailVerifier: noMailVerifier,
  });
  const [sort, match] = [makeSortDocuments({ records, files }), makeMatchPerson({ records, clock })];
  const read = makeReadFields({ records, files, documentReader: { draw: drawPage }, secondReader: noSecondReader });
  const apply = makeApplyRules({ records, clock, programme });
  const review = makeOpenReview({ records, clock });
  const file = makeFileSubmission({ records, clock, blindSample: { share: 0, seed: 'none' } });
  return {
    ...{ LeaveFileUnread: never, SettleDecision: never, SetAside: never },
    OpenMail: async (input: unknown) => {
      await passed();
      return open(runInputSchema.parse(input));
    },
    ReadText: async (input: unknown) => input,
    SortDocuments: (input: unknown) => sort(fileInputSchema.parse(input)),
    ReadFields: (input: unknown) => read(fileInputSchema.parse(input)),
    MatchPerson: (input: unknown) => match(runInputSchema.parse(input)),
    ApplyRules: (input: unknown) => apply(runInputSchema.parse(input)),
    OpenReview: (input: unknown) => review(runInputSchema.parse(input)),
    TellSender: async (input: unknown) => input,
    FileSubmission: (input: unknown) => file(runInputSchema.parse(input)),
  };
}

/** Two certificates in one file; the document as the machine took it: the first of them, going on for two pages. */
async function oneScanOf(courses: readonly (typeof ethics)[]): Promise<LaidPaper> {
  const all = await PDFDocument.create();
  const papers = await Promise.all(courses.map((course) => certificateOf(course)));
  for (const { paper } of papers) {
    const [page] = await all.copyPages(await PDFDocument.load(paper.bytes), [0]);
    if (page) all.addPage(page);
  }
  const [first] = papers;
  if (!first) throw new Error('a scan holds at least one paper');
  const document = { ...first.document, attachment: 'scan of both.pdf', pages: [1, papers.length] as [number, number] };
  return { paper: { ...first.paper, bytes: await all.save() }, document };
}

/** What our own reader sees in the file, kept as the reading of the file. */
async function keepReading({ records, files }: CaseDesk, number: number, file: number, bytes: Uint8Array) {
  const reading = new TextEncoder().encode(JSON.stringify(await readingOf(bytes)));
  const found = await findFile(records, submissionIdFor(number), fileIdOf(file));
  if (found) await saveFile(records, { ...found.file, readingKey: await files.put('reading', reading) }, found.version);
}
