import { readFile, rm } from 'node:fs/promises';
import type { SubmissionId } from '#shared/domain/ids.ts';
import { noRulings } from '#shared/domain/ruling.ts';
import { listDecisions } from '#shared/records/decision-records.ts';
import { findReview } from '#shared/records/review-records.ts';
import { listSubmissions } from '#shared/records/submission-records.ts';
import { ann } from '#test/builders/staff.ts';
import { type OfficeProcess, type Outside, startOffice } from './an-office-process.ts';
import { untilAnswered } from './memory.ts';
import { type FaultPlan, faultsBy } from './one-fault.ts';

export type EvolvingOffice = ReturnType<typeof anEvolvingOffice>;

/** An office whose process may die under any command; whoever asked asks the next process again, as people and mail servers do. */
export function anEvolvingOffice(outside: Outside) {
  let faults = faultsBy(null);
  let office = startOffice(outside, faults);

  async function doing(work: (office: OfficeProcess) => Promise<void>): Promise<void> {
    const ended = await Promise.race([work(office).then(() => 'done' as const), faults.died]);
    if (ended === 'done') return;
    restart(null);
    await office.start();
    await work(office);
  }
  function restart(plan: FaultPlan | null): void {
    office.close();
    faults = faultsBy(plan);
    office = startOffice(outside, faults);
  }

  return {
    restart,
    /** true: taken with a 250 */
    deliver: (name: string) =>
      doing(async (one) => {
        const raw = await readFile(`test/fixtures/mail/${name}.eml`);
        await untilAnswered(() => one.receive(raw, one.clock.now()));
        await one.idle();
      }),
    /** The reviewer takes it, and asks the sender; pressing again what was pressed already changes nothing. */
    decide: (id: SubmissionId, version: number) =>
      doing(async (one) => {
        await one.leases.claim(id, ann);
        const nothing = { rulings: noRulings, letter: null, reason: null };
        await one.decide({ submissionId: id, who: ann, version, action: 'ask-sender', ...nothing });
        await one.idle();
      }),
    claim: (id: SubmissionId) => doing(async (one) => void (await one.leases.claim(id, ann))),
    jump: (hours: number) =>
      doing(async (one) => {
        one.clock.moveBy(hours * 3_600);
        await one.later();
      }),
    /** What stands on record now, of the process that is there. */
    async onRecord() {
      const { submissions } = await listSubmissions(office.own.records, { month: '2026-12', limit: 500 });
      return Promise.all(
        submissions.map(async (found) => {
          const { submissionId } = found.submission;
          const decisions = await listDecisions(office.own.records, submissionId);
          const review = await findReview(office.own.records, submissionId);
          return { ...found, decisions: decisions.map(({ decision }) => decision), review };
        }),
      );
    },
    own: () => office.own,
    async close(): Promise<void> {
      faults.switchOff();
      if (!faults.isDead()) await office.idle();
      office.close();
      await rm(outside.folder, { recursive: true });
    },
  };
}
