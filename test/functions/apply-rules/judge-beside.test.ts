import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { judgeBeside } from '#functions/apply-rules/judge-beside.ts';
import type { DocumentRecord } from '#shared/domain/document.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { listHistory } from '#shared/records/history-records.ts';
import { findJudgement, listJudgements } from '#shared/records/judgement-records.ts';
import { findQueueLine } from '#shared/records/queue-line-records.ts';
import { aDecidingDesk } from '#test/builders/a-deciding-desk.ts';
import { countedIn } from '#test/builders/a-desk-of-mails.ts';
import { aField } from '#test/builders/a-document.ts';
import { certificate, core, ethics, report, row } from '#test/builders/a-judged-mail.ts';
import { submissionIdFor } from '#test/builders/a-submission.ts';
import { ben } from '#test/builders/staff.ts';

const [first, second] = [submissionIdFor(1), submissionIdFor(2)];
const later = '2026-12-05T15:00:00.000Z';
const form = report([row(ethics), row(core)]);
const misprinted = certificate(core, { hours: aField('6') });
const scannedAgain: DocumentRecord = { ...certificate(core), sha256: '7'.repeat(64) };

let desk: Awaited<ReturnType<typeof aDecidingDesk>>;
beforeEach(async () => {
  desk = await aDecidingDesk();
});
afterEach(() => desk.close());

const reasonsOf = async (number: number) => (await desk.submission(number))?.reasons.map(({ text }) => text) ?? [];
const judgedAgain = async (number: number) =>
  (await listHistory(desk.records, submissionIdFor(number))).filter(({ action }) => action === 'judged-again');

/** Somebody corrects the first mail; the second one waits, since nobody has decided about the first yet. */
async function oneWaitsForTheOther(): Promise<void> {
  await desk.waiting(1, { documents: [form, certificate(ethics), misprinted] });
  await desk.claim(1);
  await desk.say(1, [{ what: 'field', document: 2, field: 'hours', value: '7' }]);
  await desk.waiting(2, { documents: [scannedAgain], receivedAt: later });
}

async function decideFirst(order: object = {}): Promise<void> {
  expect(await desk.decide(1, order)).toMatchObject({ answer: 'done' });
  await desk.idle();
}

describe('a mail that waits because another one of the same year waits', () => {
  test('is judged again when the other is decided: its page and the queue say what the rules make of it now', async () => {
    await oneWaitsForTheOther();
    expect((await reasonsOf(2)).join()).toContain('is looking at an earlier e-mail');
    await decideFirst();

    expect(await reasonsOf(2)).toEqual(['LA-2026-000001 was decided: now nothing is missing here by the rules.']);
    expect(await desk.submission(2)).toMatchObject({ outcome: 'needs-review', state: 'decided' });
    expect(await findJudgement(desk.records, second)).toMatchObject({ outcome: 'needs-review' });
    expect(await findQueueLine(desk.records, second)).toMatchObject({ codes: ['needs-human-decision'] });
    expect(await judgedAgain(2)).toMatchObject([{ by: 'machine', codes: ['LA-2026-000001'] }]);
  });

  test('can then be accepted by one person, and counts nothing twice', async () => {
    await oneWaitsForTheOther();
    await decideFirst();
    await desk.claim(2);
    expect(await desk.decide(2, {})).toMatchObject({ answer: 'done' });
    await desk.idle();

    expect(await desk.submission(2)).toMatchObject({ outcome: 'accepted' });
    expect(countedIn((await desk.ledger())?.credits)).toBe(2);
  });

  test('is left as it is while a colleague has it: nothing changes under their hands', async () => {
    await oneWaitsForTheOther();
    await desk.claim(2, ben);
    const [version, reasons] = [await desk.version(2), await reasonsOf(2)];
    await decideFirst();

    expect([await desk.version(2), await reasonsOf(2), await judgedAgain(2)]).toEqual([version, reasons, []]);
  });

  test('keeps the decision that somebody made about it meanwhile', async () => {
    await oneWaitsForTheOther();
    await desk.claim(2, ben);
    expect(await desk.decide(2, { action: 'not-ours', reason: 'For another office.' }, ben)).toMatchObject({
      answer: 'done',
    });
    await desk.leases.release(second, ben);
    await decideFirst();

    expect(await desk.decisions(2)).toMatchObject([{ action: 'not-ours', state: 'proposed' }]);
    expect(await judgedAgain(2)).toEqual([]);
  });

  test.each([
    ['once: it is judged by what it says then', 1, 1],
    ['all the time: it is left to who does, and the decision goes on', 99, 0],
  ])('changes at that very moment %s', async (_what, conflicts, times) => {
    await oneWaitsForTheOther();
    // the decision is carried out while the second mail is on a desk, so that nothing was done beside it yet
    await desk.claim(2, ben);
    await decideFirst();
    await desk.leases.release(second, ben);
    let left = conflicts;
    const busy: RecordStore = {
      ...{ find: (key) => desk.records.find(key), list: (query) => desk.records.list(query) },
      count: (query) => desk.records.count(query),
      write: async (writes) => {
        left -= 1;
        return left >= 0 ? 'conflict' : desk.records.write(writes);
      },
    };
    const clock = { now: () => new Date().toISOString() };
    await judgeBeside({ records: busy, clock, programme: desk.programme }, first);

    expect(await judgedAgain(2)).toHaveLength(times);
  });

  test('is judged once, however often the step of the decision is tried', async () => {
    await oneWaitsForTheOther();
    await decideFirst();
    const before = (await listJudgements(desk.records, second)).length;
    const [decision] = await desk.decisions(1);
    await desk.steps.ApplyRules({ submissionId: first, runId: decision?.runId });

    expect(await listJudgements(desk.records, second)).toHaveLength(before);
  });
});

describe('an accepted mail whose year held by the papers of another', () => {
  /** The certificate came first; form and the other certificate came after it, and all was there. */
  async function acceptedByBoth(): Promise<void> {
    await desk.waiting(1, { documents: [certificate(core)] });
    await desk.take(2, { documents: [form, certificate(ethics)], receivedAt: later });
    await desk.file(2);
    expect(await desk.submission(2)).toMatchObject({ outcome: 'accepted' });
  }

  test('is a person’s again when somebody says that those are not this person’s', async () => {
    await acceptedByBoth();
    await desk.claim(1);
    await desk.say(1, [{ what: 'person', document: 0, specialistId: null, name: null }]);
    await desk.decide(1, { action: 'ask-sender' });
    await desk.second().confirm({ submissionId: first, number: 1, who: ben });
    await desk.idle();

    expect(countedIn((await desk.ledger())?.credits)).toBe(1);
    expect(await desk.submission(2)).toMatchObject({ outcome: 'needs-review' });
    expect((await reasonsOf(2)).at(-1)).toContain('Papers of LA-2026-000001 counted here, and do not any more.');
    expect(await desk.review(2)).toMatchObject({ state: 'open' });
    expect(await judgedAgain(2)).toHaveLength(1);
  });

  test('stays accepted when the other is decided and its papers stay', async () => {
    await acceptedByBoth();
    await desk.claim(1);
    await decideFirst();

    expect(await desk.submission(2)).toMatchObject({ outcome: 'accepted' });
    expect(await judgedAgain(2)).toEqual([]);
  });
});
