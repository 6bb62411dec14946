import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { makeReadAgain } from '#functions/desk/read-again.ts';
import { makeMatchPerson } from '#functions/match-person/match-person.ts';
import { makeOpenMail } from '#functions/open-mail/open-mail.ts';
import { makeOpenReview } from '#functions/open-review/open-review.ts';
import { makeSortDocuments } from '#functions/sort-documents/sort-documents.ts';
import type { Steps } from '#infra/local/run-machine.ts';
import { openFolderFileStore } from '#shared/adapters/local/folder-file-store.ts';
import { systemClock } from '#shared/adapters/local/system-clock.ts';
import { noScanner } from '#shared/adapters/no-scanner.ts';
import { noMailVerifier } from '#shared/adapters/receipt-mail-verifier.ts';
import { fileIdOf } from '#shared/domain/ids.ts';
import type { FileReading } from '#shared/domain/reading.ts';
import { readCorrectedCase } from '#shared/records/corrected-case.ts';
import { listDocuments } from '#shared/records/document-records.ts';
import { findFile, saveFile } from '#shared/records/file-records.ts';
import { fileInputSchema, runInputSchema } from '#shared/workflow/steps.ts';
import { aDecidingDesk } from '#test/builders/a-deciding-desk.ts';
import { aDocument } from '#test/builders/a-document.ts';
import { complete } from '#test/builders/a-judged-mail.ts';
import { submissionIdFor } from '#test/builders/a-submission.ts';
import { ann } from '#test/builders/staff.ts';

const mail = submissionIdFor(1);
const fileId = fileIdOf(4);
const page = { width: 612, height: 792, words: [], checkMarks: [], rules: [], ink: [], formFields: [] };
const reading: FileReading = {
  engine: 'none',
  pages: [1, 2, 3].map((number) => ({ ...page, number, medium: 'unread', unreadBecause: 'A photo.' })),
};
const asRead = aDocument({ kind: 'other', reading: 'unread', fields: {}, pages: [1, 3], sha256: '4'.repeat(64) });

let desk: Awaited<ReturnType<typeof aDecidingDesk>>;
afterEach(() => desk.close());

/** A mail whose fourth file, three photographed pages, was taken for one paper; steps of reading behind the machine. */
async function aMailTakenApartWrongly(): Promise<Partial<Steps>> {
  desk = await aDecidingDesk();
  const { records } = desk;
  await desk.waiting(1, { documents: [...complete, asRead] });
  const files = openFolderFileStore(mkdtempSync(join(tmpdir(), 'read-again-')));
  const readingKey = await files.put('reading', new TextEncoder().encode(JSON.stringify(reading)));
  const found = await findFile(records, mail, fileId);
  if (found) await saveFile(records, { ...found.file, readingKey }, found.version);
  const never = () => Promise.reject(new Error('the mail is open already'));
  const openMail = makeOpenMail({
    records,
    files,
    clock: systemClock,
    mailOpener: { open: never },
    scanner: noScanner,
    whenUnscanned: 'person',
    mailVerifier: noMailVerifier,
  });
  const sort = makeSortDocuments({ records, files });
  const match = makeMatchPerson({ records, clock: systemClock });
  const openReview = makeOpenReview({ records, clock: systemClock });
  const steps: Partial<Steps> = {
    OpenMail: (input) => openMail(runInputSchema.parse(input)),
    ReadText: async (input) => input,
    // the other files were sorted as they should be
    SortDocuments: async (input) => {
      const given = fileInputSchema.parse(input);
      return given.fileId === fileId ? sort(given) : given;
    },
    ReadFields: async (input) => input,
    MatchPerson: (input) => match(runInputSchema.parse(input)),
    OpenReview: (input) => openReview(runInputSchema.parse(input)),
  };
  desk.reopen(steps);
  await desk.claim(1);
  return steps;
}

const twoPapers = [
  {
    fileId,
    parts: [
      { pages: [1, 2], kind: 'certificate' },
      { pages: [3, 3], kind: null },
    ],
  },
];

describe('a file that a person takes apart anew', () => {
  it('is the papers that they say, and the case stays on their desk, whatever the rules make of it', async () => {
    await aMailTakenApartWrongly();
    expect(await desk.readAgain(1, twoPapers)).toMatchObject({ answer: 'done', runId: expect.stringMatching(/_2$/) });
    await desk.idle();
    const papers = (await listDocuments(desk.records, mail)).filter((document) => document.fileId === fileId);
    expect(papers.map(({ kind, pages }) => [kind, pages])).toEqual([
      ['certificate', [1, 2]],
      ['other', [3, 3]],
    ]);
    expect(await desk.submission(1)).toMatchObject({ state: 'decided', outcome: 'needs-review' });
    expect(await desk.review(1)).toMatchObject({ state: 'open' });
    expect(desk.letters()).toHaveLength(1);
  });

  it('keeps corrections of papers that are no longer what they were: listed, without effect', async () => {
    await aMailTakenApartWrongly();
    await desk.say(1, [{ what: 'kind', document: 3, kind: 'ce-report' }]);
    await desk.readAgain(1, twoPapers);
    await desk.idle();
    const corrected = await readCorrectedCase(desk.records, mail);
    expect(corrected.unfit).toMatchObject([{ number: 1, change: { what: 'kind' } }]);
    expect(corrected.documents.map(({ kind }) => kind).slice(3)).toEqual(['certificate', 'other']);
  });

  it('is found and read by the sweep when its machine could not be started', async () => {
    const steps = await aMailTakenApartWrongly();
    const down = { start: () => Promise.reject(new Error('the service does not answer')) };
    const readAgain = makeReadAgain({ records: desk.records, clock: systemClock, runner: down });
    const given = { submissionId: mail, who: ann, version: await desk.version(1), sortings: twoPapers };
    expect(await readAgain(given)).toMatchObject({ answer: 'done', started: false });
    expect(await desk.submission(1)).toMatchObject({ state: 'opened' });
    desk.reopen(steps);
    expect(await desk.startDecisions()).toEqual({ started: 1 });
    await desk.idle();
    expect(await desk.submission(1)).toMatchObject({ state: 'decided', outcome: 'needs-review' });
    expect(await desk.startDecisions()).toEqual({ started: 0 });
  });

  it('loses no page, and no part lies over another', async () => {
    await aMailTakenApartWrongly();
    const parts = (...pages: [number, number][]) => [
      { fileId, parts: pages.map((one) => ({ pages: one, kind: null })) },
    ];
    expect(await desk.readAgain(1, parts([1, 2]))).toMatchObject({ why: expect.stringContaining('Page 3') });
    expect(await desk.readAgain(1, parts([1, 2], [2, 3]))).toMatchObject({ why: expect.stringContaining('order') });
  });

  it('is not one of a mail that a person has decided about', async () => {
    await aMailTakenApartWrongly();
    await desk.decide(1, { action: 'ask-sender' });
    await desk.idle();
    await desk.claim(1);
    expect(await desk.readAgain(1, twoPapers)).toMatchObject({ answer: 'refused' });
  });
});
