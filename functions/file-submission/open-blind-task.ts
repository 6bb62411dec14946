import { createHmac } from 'node:crypto';
import { type BlindPolicy, countedHours, isChosen } from '#shared/domain/blind-sample.ts';
import { TryAgain } from '#shared/domain/faults.ts';
import type { Submission } from '#shared/domain/submission.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { auditWrite } from '#shared/records/audit-records.ts';
import { blindWrite, findBlindTask } from '#shared/records/blind-records.ts';
import { listDecisions } from '#shared/records/decision-records.ts';
import { findJudgement } from '#shared/records/judgement-records.ts';

/**
 * A share of what the machine accepted by itself is judged once more by a person who does not see what the machine made of
 * it: the only way to know how often it is wrong where nobody looks. Doing this twice makes one task.
 */
export async function openBlindTask(
  records: RecordStore,
  { submissionId, reference, outcome, envelope }: Submission,
  { policy, at }: { policy: BlindPolicy; at: string },
): Promise<void> {
  const digest = createHmac('sha256', policy.seed).update(submissionId).digest('hex');
  if (outcome !== 'accepted' || !isChosen(digest, policy)) return;
  const [known, decisions, judgement] = await Promise.all([
    findBlindTask(records, submissionId),
    listDecisions(records, submissionId),
    findJudgement(records, submissionId),
  ]);
  const isDecidedByPerson = decisions.some(({ decision }) => decision.state === 'in-effect');
  if (known !== null || isDecidedByPerson || judgement === null) return;
  const machine = countedHours(judgement, submissionId);
  const { receivedAt } = envelope;
  const written = await records.write([
    blindWrite({ submissionId, reference, receivedAt, openedAt: at, machine, answer: null }, null),
    auditWrite(submissionId, { at, by: 'machine', action: 'chosen-for-blind-sample', codes: [] }),
  ]);
  if (written === 'conflict') throw new TryAgain('somebody else chose this case at the same moment');
}
