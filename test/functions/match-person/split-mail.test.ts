import { describe, expect, test } from 'vitest';
import { makeMatchPerson } from '#functions/match-person/match-person.ts';
import { splitMail } from '#functions/match-person/split-mail.ts';
import { makeReportIntake } from '#functions/report-intake/report-intake.ts';
import { itemFaults } from '#functions/watch/ledger/items-of-mail.ts';
import { itemsMax, pagesIn } from '#shared/domain/batch.ts';
import type { DocumentRecord } from '#shared/domain/document.ts';
import { fileIdOf } from '#shared/domain/ids.ts';
import type { Specialist } from '#shared/domain/person.ts';
import type { Submission } from '#shared/domain/submission.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { findCaseFile } from '#shared/records/case-file-records.ts';
import { listDocuments } from '#shared/records/document-records.ts';
import { findPeople } from '#shared/records/judgement-records.ts';
import { readMailRows } from '#shared/records/mail-rows.ts';
import { aBatchDesk, hr, papersOf, staffOf } from '#test/builders/a-batch-desk.ts';
import { codesIn, countedIn } from '#test/builders/a-desk-of-mails.ts';
import { aDocument, aField } from '#test/builders/a-document.ts';
import { certificate, core, ethics } from '#test/builders/a-judged-mail.ts';
import { aSubmission, submissionIdFor } from '#test/builders/a-submission.ts';

const times = (items: readonly Submission[], outcome: string) => items.filter((one) => one.outcome === outcome).length;
const unread = (paper: DocumentRecord | undefined) =>
  aDocument({ ...paper, kind: 'other', reading: 'unread', fields: {} });
const all = (people: readonly Specialist[]) => people.flatMap(papersOf);
type Desk = Awaited<ReturnType<typeof aBatchDesk>>;
const counted = async (desk: Desk, person: Specialist | undefined) =>
  countedIn((await findCaseFile(desk.records, person?.specialistId ?? '', 2026))?.caseFile.credits);

describe('a mail of an employer that the office wrote down', () => {
  test('B155: with the packets of forty people, one of them corrupt: 39 are accepted, one is looked at', async () => {
    const people = staffOf(40);
    const desk = await aBatchDesk(people);
    const corrupt = unread(papersOf(people[17] ?? staffOf(1)[0] ?? neverHere)[0]);
    const others = people.filter((_person, at) => at !== 17);
    const items = await desk.send(1, { documents: [...all(others), corrupt] });
    expect(items).toHaveLength(40);
    expect([times(items, 'accepted'), times(items, 'needs-review')]).toEqual([39, 1]);
    expect(await counted(desk, others[38])).toBe(2);
  }, 30_000);

  test('B154: one file with the pages of forty people is forty cases, and as many pages as the file has', async () => {
    const people = staffOf(40);
    const desk = await aBatchDesk(people);
    const items = await desk.send(1, { documents: all(people), isOneFile: true });
    const papers = await Promise.all(items.map((item) => listDocuments(desk.records, item.submissionId)));
    expect(times(items, 'accepted')).toBe(40);
    expect(pagesIn(papers.flat())).toBe(120);
    expect(papers.map((own) => own.map(({ pages }) => pages[0]))[1]).toEqual([4, 5, 6]);
    expect(await faultsIn(desk)).toEqual([]);
  }, 30_000);

  test('a page that came to no item, or to two, is a fault that the ledger names', async () => {
    const desk = await aBatchDesk(staffOf(2));
    const items = await desk.send(1, { documents: all(staffOf(2)) });
    const [paper] = await listDocuments(desk.records, items[0]?.submissionId ?? submissionIdFor(9));
    const key = { pk: `SUB#${items[0]?.submissionId}`, sk: 'DOC#0001#001' };
    await desk.records.write([{ remove: key, expect: 'any' }]);
    expect((await faultsIn(desk)).join()).toContain('It has 6 pages, and its items have 5.');
    const other = { pk: `SUB#${items[1]?.submissionId}`, sk: 'DOC#0001#001' };
    await desk.records.write([{ put: { ...other, body: { ...paper, pages: [1, 1] } }, expect: 'any' }]);
    await desk.records.write([{ put: { ...key, body: { ...paper, pages: [1, 1] } }, expect: 'any' }]);
    expect((await faultsIn(desk)).join()).toContain('It has 6 pages, and its items have 7.');
  });

  test('what one person lacks is asked of that person, and the others are through', async () => {
    const people = staffOf(3);
    const desk = await aBatchDesk(people);
    const items = await desk.send(1, { documents: all(people).slice(0, 8) });
    expect(items.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted', 'needs-sender']);
  });

  test('what may be the missing paper keeps anybody from being asked for it', async () => {
    const people = staffOf(3);
    const desk = await aBatchDesk(people);
    const documents = [...all(people).slice(0, 8), unread(papersOf(people[2] ?? neverHere)[2])];
    const items = await desk.send(1, { documents });
    expect(items.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted', 'needs-review', 'needs-review']);
  });

  test('who works somewhere else by the roster waits for a person', async () => {
    const [one, two] = staffOf(2);
    if (!one || !two) throw neverHere;
    const desk = await aBatchDesk([one, { ...two, employer: 'Another Place' }]);
    const items = await desk.send(1, { documents: all([one, two]) });
    expect(items.map(({ outcome }) => outcome)).toEqual(['accepted', 'needs-review']);
    expect(items[1]?.reasons.map(({ code }) => code)).toContain('sender-unverified');
  });

  test('a mail that does not prove to be the employer’s waits for a person, each item of it', async () => {
    const people = staffOf(3);
    const desk = await aBatchDesk(people);
    const items = await desk.send(1, { documents: all(people), mail: { authentication: 'unknown' } });
    expect(times(items, 'needs-review')).toBe(3);
    expect(await counted(desk, people[0])).toBe(0);
  });
});

describe('whether a mail is split', () => {
  test('not for a colleague’s certificate in somebody’s own report: it counts for nobody, and a person is asked', async () => {
    const [one, two] = staffOf(2);
    if (!one || !two) throw neverHere;
    const desk = await aBatchDesk([one, two]);
    const colleagues = certificate(core, { attendeeName: aField(two.legalName) });
    const mail = { from: one.email, fromName: one.legalName };
    const judgement = await desk.take(1, { documents: [...papersOf(one).slice(0, 2), colleagues], mail });
    expect(await desk.itemsOf(1)).toEqual([]);
    expect(codesIn(judgement)).toContain('name-mismatch');
  });

  test('who sends the own report with that of a colleague is judged for the own, and the colleague’s waits', async () => {
    const people = staffOf(2);
    const desk = await aBatchDesk(people, false);
    const mail = { from: people[0]?.email ?? '', fromName: people[0]?.legalName ?? '' };
    const items = await desk.send(1, { documents: all(people), mail });
    expect(items.map(({ outcome }) => outcome)).toEqual(['accepted', 'needs-review']);
  });

  test.each([
    [2, 1, 0],
    [2, 2, 2],
    [3, 1, 3],
  ])('without any form, with %i people of %i certificates: %i items', async (count, each, expected) => {
    const people = staffOf(count);
    const desk = await aBatchDesk(people);
    const documents = people.flatMap(({ legalName }) =>
      [ethics, core].slice(0, each).map((course) => certificate(course, { attendeeName: aField(legalName) })),
    );
    expect(await desk.send(1, { documents })).toHaveLength(expected);
  });

  test('a paper without a name goes with its file where that is one person’s, and else to nobody', () => {
    const named = (at: number, fileId: number) => ({
      ...papersOf(staffOf(4)[at] ?? neverHere)[0],
      fileId: fileIdOf(fileId),
    });
    const nameless = (fileId: number) => ({ ...aDocument({ kind: 'other', fields: {} }), fileId: fileIdOf(fileId) });
    const documents = [named(0, 1), nameless(1), named(1, 2), nameless(3)].map((own) => aDocument(own));
    const person = { match: 'exact' as const, name: 'a name', evidence: [], candidates: [] };
    const people = [0, 2].map((at) => ({ ...person, specialistId: `RPSS-${at}`, documents: [at] }));
    const plans = splitMail({ documents, files: [], matched: { people, strays: [] }, senders: new Set() });
    expect(plans?.map((plan) => plan.documents.map(({ fileId }) => fileId))).toEqual([
      [fileIdOf(1), fileIdOf(1)],
      [fileIdOf(2)],
      [fileIdOf(3)],
    ]);
    expect(plans?.map((plan) => plan.unread)).toEqual([1, 1, 0]);
  });

  test('not for more people than one run can carry: a person takes it apart', async () => {
    const people = staffOf(itemsMax);
    const desk = await aBatchDesk(people);
    const documents = people.flatMap((person) => papersOf(person).slice(0, 1));
    await desk.layIn(1, { documents, mail: { from: hr.address, fromName: hr.name } });
    expect((await desk.match(aSubmission({ number: 1 }))).items).toEqual([]);
  }, 30_000);

  test('of two hundred people, and a paper of nobody: what the run carries stays under 32 kB', async () => {
    const people = staffOf(itemsMax - 1);
    const desk = await aBatchDesk(people);
    const forms = people.flatMap((person) => papersOf(person).slice(0, 1));
    await desk.layIn(1, { documents: [...forms, unread(forms[0])], mail: { from: hr.address, fromName: hr.name } });
    const output = await desk.match(aSubmission({ number: 1 }));
    expect(output.items).toHaveLength(itemsMax);
    expect(JSON.stringify(output).length).toBeLessThan(32_000);
  }, 30_000);
});

describe('each item', () => {
  test('is found by the mail’s reference and its number, and bears nobody else’s papers', async () => {
    const people = staffOf(2);
    const desk = await aBatchDesk(people);
    const items = await desk.send(1, { documents: all(people) });
    expect(items.map(({ reference }) => reference)).toEqual(['LA-2026-000001-01', 'LA-2026-000001-02']);
    const second = await findPeople(desk.records, items[1]?.submissionId ?? submissionIdFor(9));
    expect(second?.people).toMatchObject([{ specialistId: people[1]?.specialistId, documents: [0, 1, 2] }]);
  });

  test('is judged once, however often the mail is taken up again', async () => {
    const people = staffOf(3);
    const desk = await aBatchDesk(people);
    await desk.send(1, { documents: all(people) });
    const letters = desk.sent.length;
    const items = await desk.walk(1);
    expect(times(items, 'accepted')).toBe(3);
    expect(await counted(desk, people[0])).toBe(2);
    expect(desk.sent).toHaveLength(letters);
  });

  test('is there once, whichever write of the splitting is the last of a process', async () => {
    const people = staffOf(2);
    const desk = await aBatchDesk(people);
    const number = { of: 0 };
    const ending = (last: number): RecordStore => ({
      ...desk.records,
      async write(writes) {
        number.of += 1;
        if (number.of > last) throw new Error('the process has ended');
        return desk.records.write(writes);
      },
    });
    let last = 0;
    for (let mail = 1; ; mail += 1, last += 1) {
      number.of = 0;
      const papers = all(people).map((paper) => ({
        ...paper,
        sha256: paper.sha256.replace(/^.{3}/, String(100 + mail)),
      }));
      await desk.layIn(mail, { documents: papers, mail: { from: hr.address, fromName: hr.name } });
      const run = aSubmission({ number: mail });
      const cut = await makeMatchPerson({ records: ending(last), clock: desk.clock })(run).catch(() => null);
      const items = await desk.walk(mail);
      expect(items.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted']);
      expect(await faultsIn(desk, mail)).toEqual([]);
      if (cut !== null) break;
    }
    expect(last).toBeGreaterThan(4);
    expect(await counted(desk, people[0])).toBe(2);
  });

  test('stands in the one line of the intake, which says the most careful outcome of all', async () => {
    const people = staffOf(3);
    const desk = await aBatchDesk(people);
    await desk.send(1, { documents: all(people).slice(0, 8) });
    const line = await makeReportIntake({ records: desk.records })(submissionIdFor(1), 'a.eml');
    expect(line.outcome).toBe('needs-sender');
    expect(line.reasons.map(({ code }) => code)).toContain('several-people');
    expect(line.people.map(({ specialistId }) => specialistId)).toEqual(people.map((one) => one.specialistId));
    expect(line.documents).toHaveLength(8);
    const second = line.credits.filter(({ person }) => person === 1);
    expect(second.map(({ documents }) => documents)).toEqual([
      [4, 3],
      [5, 3],
    ]);
  });
});

const neverHere = staffOf(1)[0] as Specialist;

async function faultsIn({ records }: Desk, number = 1): Promise<string[]> {
  const rows = await readMailRows(records, submissionIdFor(number));
  const kept = { about: 'it', isEntered: true, rows, judgement: null, missingBytes: [], unnotedFiles: [] };
  const has = { hasFirst: true, hasEarlier: true, hasFigures: true, hasHour: true, hasBook: true, hasWordings: true };
  return (await itemFaults(records, { ...kept, ...has })).map(({ says }) => says);
}
