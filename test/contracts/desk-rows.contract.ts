import { beforeAll, describe, expect, it } from 'vitest';
import { makeCorrect } from '#functions/desk/correct.ts';
import { makeDecide } from '#functions/desk/decide.ts';
import { makeLeases } from '#functions/desk/leases.ts';
import { makeUndo } from '#functions/desk/undo.ts';
import { noRulings } from '#shared/domain/ruling.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { listCorrections } from '#shared/records/correction-records.ts';
import {
  listDecisions,
  listDecisionsBy,
  listDecisionsForSecond,
  listDecisionsToCarryOut,
} from '#shared/records/decision-records.ts';
import { findSubmission } from '#shared/records/submission-records.ts';
import { aDocument } from '#test/builders/a-document.ts';
import { aFinding, aJudgement } from '#test/builders/a-judgement.ts';
import { storeCase } from '#test/builders/a-stored-case.ts';
import { aSubmission, submissionIdFor } from '#test/builders/a-submission.ts';
import { ann, ben } from '#test/builders/staff.ts';

/** What reviewers say and decide is written as one, whatever the store. Every test takes a case of its own. */
export function deskRowsContract(open: () => Promise<RecordStore>): void {
  let records: RecordStore;
  let count = 0;
  let now = Date.parse('2026-12-18T15:00:00.000Z');
  const clock = { now: () => new Date(now).toISOString() };
  const judged = aJudgement({ findings: [aFinding()] });
  const ports = (secondShare = 0) => ({
    ...{ records, clock, runner: { start: async () => {} } },
    ...{ whatIf: async () => judged, policy: { undoSeconds: 60, secondShare } },
  });
  beforeAll(async () => {
    records = await open();
  });

  /** A case that Ann has taken. */
  async function aCase() {
    count += 1;
    now += 1_000;
    const { submissionId } = aSubmission({ number: count });
    await storeCase(records, {
      submission: aSubmission({ number: count, outcome: 'needs-review' }),
      documents: [aDocument()],
      judgement: judged,
    });
    await makeLeases({ records, clock }).claim(submissionId, ann);
    const version = async () => (await findSubmission(records, submissionIdFor(count)))?.version ?? 0;
    return { submissionId, version };
  }
  const hours = (value: string) => [{ what: 'field', document: 0, field: 'hours', value }];
  const order = { rulings: noRulings, letter: null, reason: null };

  describe('a correction', () => {
    it('is added behind the ones before, and takes none of them away', async () => {
      const { submissionId, version } = await aCase();
      const say = async (value: string) =>
        makeCorrect(ports())({ submissionId, who: ann, version: await version(), changes: hours(value) });
      expect(await say('4')).toMatchObject({ answer: 'done' });
      expect(await say('5')).toMatchObject({ answer: 'done' });
      const kept = await listCorrections(records, submissionId);
      expect(kept.map(({ number, change }) => [number, 'value' in change ? change.value : null])).toEqual([
        [1, '4'],
        [2, '5'],
      ]);
    });

    it('of somebody who does not hold the case, or whose page is old, is not kept', async () => {
      const { submissionId, version } = await aCase();
      const seen = await version();
      const say = (who: typeof ann, at: number) =>
        makeCorrect(ports())({ submissionId, who, version: at, changes: hours('4') });
      expect(await say(ben, seen)).toMatchObject({ answer: 'held-by-another', by: ann });
      expect(await say(ann, seen + 7)).toMatchObject({ answer: 'changed-meanwhile', version: seen });
      expect(await listCorrections(records, submissionId)).toEqual([]);
    });
  });

  describe('a decision', () => {
    it('is written with the lease given back, stands in the lists, and can be taken back', async () => {
      const { submissionId, version } = await aCase();
      const given = { submissionId, who: ann, version: await version(), action: 'accept' as const, ...order };
      expect(await makeDecide(ports())(given)).toMatchObject({ answer: 'done' });
      expect(await makeDecide(ports())(given)).toMatchObject({ answer: 'not-held' });
      const inList = async () => (await listDecisionsToCarryOut(records)).map((one) => one.submissionId);
      expect(await inList()).toContain(submissionId);
      const [mine] = (await listDecisionsBy(records, ann, { limit: 1 })).decisions;
      expect(mine?.submissionId).toBe(submissionId);

      expect(await makeUndo(ports())({ submissionId, number: 1, who: ann })).toMatchObject({ answer: 'done' });
      expect((await listDecisions(records, submissionId)).map(({ decision }) => decision.state)).toEqual(['undone']);
      expect(await inList()).not.toContain(submissionId);
    });

    it('of the share that is looked at twice waits in the list for a second person', async () => {
      const { submissionId, version } = await aCase();
      const given = { submissionId, who: ann, version: await version(), action: 'accept' as const, ...order };
      const decided = await makeDecide(ports(1))(given);
      expect(decided).toMatchObject({ answer: 'done', decision: { state: 'proposed' } });
      const waiting = (await listDecisionsForSecond(records)).map(({ decision }) => decision.submissionId);
      expect(waiting).toContain(submissionId);
    });
  });
}
