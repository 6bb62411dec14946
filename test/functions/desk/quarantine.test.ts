import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeAnswerQuarantine, makeOrderQuarantine } from '#functions/desk/quarantine.ts';
import { makeCarryOutDisposals } from '#functions/retention/carry-out-disposals.ts';
import { makeProveLedger } from '#functions/watch/ledger/prove-ledger.ts';
import { isConserved } from '#shared/domain/ledger.ts';
import type { ScanAnswer } from '#shared/ports/malware-scanner.ts';
import { listFiles } from '#shared/records/file-records.ts';
import { listHistory } from '#shared/records/history-records.ts';
import { listQuarantineOrders } from '#shared/records/quarantine-records.ts';
import { listDisposals } from '#shared/records/retention-records.ts';
import { findReview } from '#shared/records/review-records.ts';
import { findSubmission } from '#shared/records/submission-records.ts';
import { ann, ben } from '#test/builders/staff.ts';
import { aBesiegedOffice } from '#test/hostile/a-besieged-office.ts';

const retention = { 'raw-mail': null, documents: null, readings: null, pictures: null, 'ordered-away': null };
const threat: ScanAnswer = { result: 'threat', by: 'ClamAV 1.4.6', name: 'Heuristics.Wrong' };
const fixture = (name: string) => readFileSync(`test/fixtures/mail/${name}.eml`);

/** Where the scanner finds something: in the mail as it came, or in each of its files. */
let findsIn: 'raw/' | 'document/' | 'nothing';
let office: Awaited<ReturnType<typeof aBesiegedOffice>>;
beforeAll(async () => {
  const scan = async ({ key }: { key: string }): Promise<ScanAnswer> =>
    key.startsWith(findsIn) ? threat : { result: 'nothing-found', by: threat.by };
  office = await aBesiegedOffice({ scanner: { scan } });
});
afterAll(() => office.close());
beforeEach(() => {
  findsIn = 'raw/';
});

const clock = { now: () => new Date().toISOString() };
const ports = () => ({
  records: office.records,
  runner: office.runner,
  fileDisposal: office.fileDisposal,
  clock,
  retention,
});
const order = (reference: string, action: 'release' | 'destroy', who = ann, reason = 'The scanner is wrong.') =>
  makeOrderQuarantine(ports())({ reference, action, who, reason });
const answer = async (reference: string, who = ben, says: 'yes' | 'no' = 'yes') => {
  const answered = await makeAnswerQuarantine(ports())({ reference, who, says });
  await office.runner.idle();
  return answered;
};

async function heldBack(raw: Uint8Array) {
  const became = await office.take(raw);
  expect(became.outcome).toBe('quarantined');
  const found = await findSubmission(office.records, became.submissionId);
  return { id: became.submissionId, reference: found?.submission.reference ?? '' };
}
const refusedFor = (why: string) => ({ done: false, why: expect.stringContaining(why) });
const actionsOf = async (id: Parameters<typeof listHistory>[1]) =>
  (await listHistory(office.records, id)).map(({ action }) => action);

describe('a mail that a scanner held back', () => {
  it('is read like any other once two people released it; what the scanner said stays with it', async () => {
    const { id, reference } = await heldBack(fixture('01-fillable-form'));
    expect(await order(reference, 'release', ann, ' ')).toEqual(refusedFor('Say why'));
    expect(await order(reference, 'release')).toEqual({ done: true });
    expect(await order(reference, 'destroy', ben)).toEqual(refusedFor('asked for it already'));
    expect(await answer(reference, ann)).toEqual(refusedFor('second, other person'));
    expect((await office.whatBecame(id)).outcome).toBe('quarantined');
    expect(await answer(reference)).toEqual({ done: true });

    expect(await office.whatBecame(id)).toMatchObject({ outcome: 'accepted', codes: [] });
    expect((await office.whatBecame(id)).letters).toHaveLength(1);
    const row = (await findSubmission(office.records, id))?.submission;
    expect(row).toMatchObject({ scan: threat, quarantineOrder: { action: 'release', by: ann, second: { by: ben } } });
    expect((await findReview(office.records, id))?.state).toBe('closed');
    expect(await actionsOf(id)).toEqual(expect.arrayContaining(['quarantine-release-asked', 'quarantine-release']));
    expect(await order(reference, 'release')).toEqual(refusedFor('no such mail under quarantine'));
  });

  it('for one of its files is read too, with the file; a doubt brings it to a reviewer as ever', async () => {
    findsIn = 'document/';
    const { id, reference } = await heldBack(fixture('10-certificate-missing'));
    await order(reference, 'release');
    await answer(reference);
    const became = await office.whatBecame(id);
    expect(['needs-sender', 'needs-review']).toContain(became.outcome);
    const files = (await listFiles(office.records, id)).map(({ file }) => file);
    expect(files[0]).toMatchObject({ refused: null, scan: threat, readingKey: expect.stringMatching(/^reading\//) });
  });

  it('goes in the night after two people gave it up, with a log; nobody waits for it, and the ledger misses nothing', async () => {
    const { id, reference } = await heldBack(fixture('02-word-report'));
    await order(reference, 'destroy');
    const rawKey = (await findSubmission(office.records, id))?.submission.rawKey ?? '';
    expect(await office.files.has(rawKey)).toBe(true);
    await answer(reference);
    expect(await makeCarryOutDisposals(ports())()).toMatchObject({ destroyed: 1, kept: 0 });
    expect(await office.files.has(rawKey)).toBe(false);
    expect((await listDisposals(office.records)).map(({ disposal }) => disposal)).toMatchObject([
      { state: 'done', approved: { by: ann }, second: { by: ben }, cases: [{ reference }] },
    ]);
    expect((await findReview(office.records, id))?.state).toBe('closed');
    expect(await actionsOf(id)).toContain('disposed');
    const ledger = await makeProveLedger({ ...office, clock })({ months: ['2026-12'], withStore: true });
    expect([ledger.faults, isConserved(ledger)]).toEqual([[], true]);
  });

  it('stays held back where one of two refuses, and the refusal is kept', async () => {
    const { id, reference } = await heldBack(fixture('04-typed-table'));
    await order(reference, 'release');
    expect(await answer(reference, ann, 'no')).toEqual({ done: true });
    expect(await answer(reference)).toEqual(refusedFor('Nothing is asked'));
    expect((await listQuarantineOrders(office.records, id))[0]?.order.refused).toMatchObject({ by: ann });
    expect((await office.whatBecame(id)).outcome).toBe('quarantined');
  });
});
