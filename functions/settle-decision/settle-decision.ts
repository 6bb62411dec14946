import { type Decision, isPaperAction } from '#shared/domain/decision.ts';
import { GiveUp, TryAgain } from '#shared/domain/faults.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { RecordStore, Write } from '#shared/ports/record-store.ts';
import { auditWrite } from '#shared/records/audit-records.ts';
import { decisionOfRun, decisionWrite } from '#shared/records/decision-records.ts';
import { fileWrite, findFile } from '#shared/records/file-records.ts';
import type { RunInput, SettleDecisionOutput } from '#shared/workflow/steps.ts';

/**
 * The moment from which a decision holds. Taking it back and this are two conditional writes of one row: one of them wins.
 * Nothing follows from a decision that was taken back.
 */
export function makeSettleDecision({ records, clock }: { records: RecordStore; clock: Clock }) {
  return async ({ submissionId, runId }: RunInput): Promise<SettleDecisionOutput> => {
    const found = await decisionOfRun(records, { submissionId, runId });
    if (!found) return { submissionId, runId, next: 'stop' };
    const { decision, version } = found;
    if (decision.state === 'in-effect') return { submissionId, runId, next: nextOf(decision) };
    if (decision.state !== 'waiting') return { submissionId, runId, next: 'stop' };
    const at = clock.now();
    if (decision.takesEffectAt === null || at < decision.takesEffectAt)
      throw new TryAgain('this decision can still be taken back');
    const written = await records.write([
      decisionWrite({ ...decision, state: 'in-effect' }, version),
      ...(await withholding(records, decision, at)),
      auditWrite(
        submissionId,
        { at, by: 'machine', action: 'decision-holds', codes: [decision.action] },
        decision.number,
      ),
    ]);
    if (written === 'conflict') throw new TryAgain('somebody changed this decision meanwhile');
    return { submissionId, runId, next: nextOf(decision) };
  };
}

/** What is ordered about a private paper holds from the same write on as the order itself. */
async function withholding(records: RecordStore, decision: Decision, at: string): Promise<Write[]> {
  const { action, fileId, by, reason, submissionId } = decision;
  if (!isPaperAction(action) || fileId === null) return [];
  const found = await findFile(records, submissionId, fileId);
  if (!found) throw new GiveUp('there is no such file');
  const withheld = { order: action, by, at, reason: reason ?? '' };
  return [fileWrite({ ...found.file, withheld }, { version: found.version })];
}

const nextOf = ({ action }: Decision) => (isPaperAction(action) ? 'tell' : 'judge');
