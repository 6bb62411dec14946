import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeChooseTopic } from '#functions/desk/choose-topic.ts';
import { makeHolds } from '#functions/desk/holds.ts';
import { makeIdentityChanges } from '#functions/desk/identity-changes.ts';
import { makeLeases } from '#functions/desk/leases.ts';
import { makeAnswerQuarantine, makeOrderQuarantine } from '#functions/desk/quarantine.ts';
import { makeSecondVerification } from '#functions/desk/second-verification.ts';
import { makeVerificationLetter } from '#functions/desk/verification-letter.ts';
import type { Difference } from '#infra/local/rebuild/compare-stores.ts';
import { rebuildStore } from '#infra/local/rebuild/rebuild-store.ts';
import { openFolderAuditHeads } from '#shared/adapters/local/folder-audit-heads.ts';
import { openFolderFileStore } from '#shared/adapters/local/folder-file-store.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { pdfLetterPrinter } from '#shared/adapters/pdf-letter-printer.ts';
import { randomSecrets } from '#shared/adapters/random-secrets.ts';
import type { IdentityChange } from '#shared/domain/identity-change.ts';
import type { SubmissionId } from '#shared/domain/ids.ts';
import type { Resolution } from '#shared/domain/resolution.ts';
import { listHistory } from '#shared/records/history-records.ts';
import { identityChangeWrite, listIdentityChangesOf } from '#shared/records/identity-change-records.ts';
import { listPersonHistory } from '#shared/records/person-history-records.ts';
import { listQuarantineOrders } from '#shared/records/quarantine-records.ts';
import { listResolutionsOf, resolutionWrite } from '#shared/records/resolution-records.ts';
import { listHolds } from '#shared/records/retention-records.ts';
import { findSpecialist } from '#shared/records/roster-records.ts';
import { findStanding, standingWrite } from '#shared/records/standing-records.ts';
import { findSubmission } from '#shared/records/submission-records.ts';
import { listTopicChoices } from '#shared/records/topic-choice-records.ts';
import { listVerifications, personOfVerification } from '#shared/records/verification-records.ts';
import { verifyAudit } from '#shared/records/verify-audit.ts';
import { topicChoicesIn } from '#shared/rules/suggest-topic.ts';
import { aStanding } from '#test/builders/a-standing.ts';
import { anIdentityChange } from '#test/builders/an-identity-change.ts';
import { anOfficeWithMails, type Office } from '#test/builders/an-office-with-mails.ts';
import { ann, ben } from '#test/builders/staff.ts';

const [whole, short, threat] = ['01-fillable-form', '10-certificate-missing', '09-ethics-a-quarter-hour-short'];
const retention = { 'raw-mail': null, documents: null, readings: null, pictures: null, 'ordered-away': null };
const person = 'RPSS-2014';
const newAddress = 'beatrice@elsewhere.example';
let now = Date.parse('2026-12-20T15:00:00.000Z');
const clock = {
  now: () => {
    now += 1000;
    return new Date(now).toISOString();
  },
};

let office: Office;
let folder: string;
let held: SubmissionId;
let differences: Difference[];
let fresh: ReturnType<typeof openSqliteRecordStore>;
let said: number;

/** A scanner that is wrong about one mail. */
const scanner = {
  scan: async ({ bytes }: { bytes: Uint8Array }) => {
    const isHeld = Buffer.from(bytes).includes('nadine.verret@mail.example.com');
    return isHeld
      ? { result: 'threat' as const, by: 'ClamAV 1.4.6', name: 'Heuristics.Wrong' }
      : { result: 'nothing-found' as const, by: 'ClamAV 1.4.6' };
  },
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'said-again-'));
  office = await anOfficeWithMails([whole ?? '', short ?? ''], undefined, { clock, scanner });
  held = await office.take(readFileSync(`test/fixtures/mail/${threat}.eml`));
  now += 3_600_000;
  await saidOfMails();
  await saidOfPeople();
  const into = join(folder, 'new');
  const rebuilt = await rebuildStore({
    ...{ from: office.folder, into, log: { info: () => undefined, error: () => undefined } },
    ...{ programmeFolder: 'shared/rules/programmes/louisiana-rpss', mailFrom: 'ce@office.example' },
    ...{ textReader: 'none' as const, secondReader: 'none' as const, readers: 1 },
  });
  ({ differences, said } = rebuilt);
  fresh = openSqliteRecordStore(join(into, 'records.sqlite'));
}, 60_000);
afterAll(async () => {
  fresh.close();
  await office.close();
  rmSync(folder, { recursive: true });
});

const idOf = (name: string | undefined): SubmissionId => {
  const id = office.mails.get(name ?? '');
  if (id === undefined) throw new Error('that mail did not come');
  return id;
};
const referenceOf = async (id: SubmissionId) => (await findSubmission(office.records, id))?.submission.reference ?? '';

/** Two release what the scanner held back; one case is kept from being destroyed and another one no more; a topic is chosen. */
async function saidOfMails(): Promise<void> {
  const { records, runner, programme } = office;
  const ports = { records, clock, runner, retention };
  const reference = await referenceOf(held);
  const order = { reference, who: ann, action: 'release' as const, reason: 'The scanner is wrong.' };
  expect(await makeOrderQuarantine(ports)(order)).toEqual({ done: true });
  expect(await makeAnswerQuarantine(ports)({ reference, who: ben, says: 'yes' })).toEqual({ done: true });
  await runner.idle();
  const holds = makeHolds(ports);
  const [first, second] = [await referenceOf(idOf(whole)), await referenceOf(idOf(short))];
  await holds({ reference: first, who: ann, reason: 'A suit.', hold: true });
  await holds({ reference: second, who: ann, reason: 'A complaint.', hold: true });
  await holds({ reference: second, who: ben, reason: 'Settled.', hold: false });
  await makeLeases(ports).claim(idOf(whole), ann);
  const [choice = ''] = topicChoicesIn(programme);
  const training = { title: 'Listening Well', provider: 'Cypress Learning', choice, because: 'By its handout.' };
  expect(await makeChooseTopic({ ...ports, programme })(idOf(whole), training, ann)).toMatchObject({ answer: 'kept' });
}

/** A letter that says no, agreed to by a second person; a word about a year; another address, agreed to by two. */
async function saidOfPeople(): Promise<void> {
  const { records, files, programme } = office;
  const specialist = await findSpecialist(records, person);
  if (specialist === null || specialist.email === null) throw new Error('she is on the roster');
  const ports = { records, files, clock, secrets: randomSecrets, letterPrinter: pdfLetterPrinter };
  const answered = { day: '2026-12-01', answer: 'not-active' as const, reasons: ['Said so.'] };
  const active = { ...answered, decidingYear: null, findings: [], notPublished: [] };
  const asked = { programme, specialist, active, askedBy: 'An insurer', why: 'A bill.', who: ann };
  const letter = await makeVerificationLetter(ports)(asked);
  if (letter.answer !== 'made') throw new Error(letter.answer);
  await makeSecondVerification(ports)({ specialistId: person, code: letter.verification.code, who: ben });
  const resolution: Resolution = {
    ...{ specialistId: person, year: 2025, number: 1, action: 'closed', until: null, reason: 'She was ill.', by: ann },
    ...{ at: clock.now(), state: 'in-effect', second: null, letter: null, noLetterWhy: 'Told by telephone.' },
  };
  const resolved = { word: 'closed' as const, by: ann, at: resolution.at, until: null, reason: resolution.reason };
  await records.write([
    resolutionWrite(resolution, null),
    standingWrite(aStanding({ specialistId: person, year: 2025, word: 'closed', resolved }), null),
  ]);
  const question = { by: ann, at: clock.now(), until: '2027-01-03T00:00:00.000Z', times: 1, messageId: 'a@b' };
  const change: IdentityChange = anIdentityChange({
    ...{ specialistId: person, from: specialist.email, to: newAddress, submissionId: idOf(short), state: 'confirmed' },
    asked: { ...question, address: specialist.email, codeHash: 'x' },
    confirmed: { submissionId: idOf(short), at: clock.now() },
  });
  await records.write([identityChangeWrite(change, null)]);
  const desk = makeIdentityChanges(ports);
  expect(await desk.apply({ specialistId: person, changeId: change.changeId, who: ben })).toBe('identity-applied');
}

describe('a store that is rebuilt', () => {
  test('differs in nothing, and its audit trail is whole', async () => {
    expect(differences).toEqual([]);
    expect(said).toBe(11);
    const heads = openFolderAuditHeads(join(folder, 'new', 'audit-heads'));
    expect(await verifyAudit({ records: fresh, heads })).toMatchObject({ faults: [] });
  });

  test('has read again what two people released from quarantine', async () => {
    const id = held;
    const then = (await findSubmission(office.records, id))?.submission;
    const again = (await findSubmission(fresh, id))?.submission;
    expect(again).toMatchObject({ quarantineOrder: { action: 'release', by: ann, second: { by: ben } } });
    expect([again?.outcome, again?.reasons]).toEqual([then?.outcome, then?.reasons]);
    expect((await listQuarantineOrders(fresh, id)).map(({ order }) => order.second?.by)).toEqual([ben]);
  });

  test('keeps the cases that were held, and lets go those that were let go', async () => {
    const holds = (await listHolds(fresh)).map(({ hold }) => [hold.reason, hold.lifted?.reason]);
    expect(holds.sort()).toEqual([
      ['A complaint.', 'Settled.'],
      ['A suit.', undefined],
    ]);
  });

  test('knows what a reviewer said that a training is about', async () => {
    const [choice, ...others] = await listTopicChoices(fresh, office.programme.id);
    expect([choice?.title, choice?.by, others]).toEqual(['Listening Well', ann, []]);
    expect((await listHistory(fresh, idOf(whole))).map(({ action }) => action)).toContain('topic-chosen');
  });

  test('knows the letters to insurers by their codes, with who agreed and the letter as it was made', async () => {
    const [letter] = await listVerifications(fresh, person);
    expect(letter).toMatchObject({ by: ann, second: { by: ben }, askedBy: 'An insurer' });
    expect(await personOfVerification(fresh, letter?.code ?? '')).toBe(person);
    expect(await openFolderFileStore(join(folder, 'new', 'files')).has(letter?.fileKey ?? '')).toBe(true);
  });

  test('holds to what was said of a year, and the standing rests on it', async () => {
    expect((await listResolutionsOf(fresh, person)).map(({ resolution }) => resolution.reason)).toEqual([
      'She was ill.',
    ]);
    expect((await findStanding(fresh, person, 2025))?.standing.resolved).toMatchObject({ word: 'closed', by: ann });
  });

  test('has changed the address on the roster when two people agreed to it, and not before', async () => {
    expect((await findSpecialist(fresh, person))?.email).toBe(newAddress);
    expect((await listIdentityChangesOf(fresh, person)).map(({ change }) => change.state)).toEqual(['applied']);
    const applied = (await listPersonHistory(fresh, person)).find(({ action }) => action === 'identity-change-applied');
    expect(applied?.who).toBe(ben);
    // her mail came before, and was hers then
    const mail = (await findSubmission(fresh, idOf(short)))?.submission;
    expect(mail?.outcome).toBe((await findSubmission(office.records, idOf(short)))?.submission.outcome);
  });
});
