import { type Decision, decisionSchema } from '#shared/domain/decision.ts';
import type { SubmissionId } from '#shared/domain/ids.ts';
import type { StaffId } from '#shared/domain/staff.ts';
import type { NewRecord, RecordKey, RecordStore, StoredRecord, Write } from '#shared/ports/record-store.ts';
import { listAll } from './list-all.ts';
import { bodyOf } from './stored-body.ts';

/** What must still be carried out, and what waits for a second person: each in index1, oldest first. */
const toCarryOut = 'DECISIONS#OPEN';
const forSecond = 'DECISIONS#FOR-SECOND';

/** All that one person decided, whatever became of it, in index2. */
const decidedBy = (by: StaffId) => `DECIDED-BY#${by}`;

const decisionKey = (id: SubmissionId, number: number): RecordKey => {
  return { pk: `SUB#${id}`, sk: `DECISION#${String(number).padStart(3, '0')}` };
};

export type VersionedDecision = { decision: Decision; version: number };

export function decisionWrite(decision: Decision, version: number | null): Write {
  const row: NewRecord = {
    ...decisionKey(decision.submissionId, decision.number),
    body: decisionSchema.parse(decision),
  };
  const pk = listOf(decision);
  const sk = `${decision.takesEffectAt ?? decision.at}#${decision.submissionId}`;
  const index2 = { pk: decidedBy(decision.by), sk: `${decision.at}#${decision.submissionId}` };
  const put = pk === null ? { ...row, index2 } : { ...row, index2, index1: { pk, sk } };
  return { put, expect: version === null ? 'absent' : { version } };
}

function listOf({ state, settledAt }: Decision): string | null {
  if (state === 'proposed') return forSecond;
  return state === 'waiting' || (state === 'in-effect' && settledAt === null) ? toCarryOut : null;
}

export async function findDecision(
  records: RecordStore,
  id: SubmissionId,
  number: number,
): Promise<VersionedDecision | null> {
  const record = await records.find(decisionKey(id, number));
  return record ? asDecision(record) : null;
}

/** All about one mail, in the order in which they were made. */
export async function listDecisions(records: RecordStore, id: SubmissionId): Promise<VersionedDecision[]> {
  return (await listAll(records, { pk: `SUB#${id}`, skStartsWith: 'DECISION#' })).map(asDecision);
}

/** The one that a run carries out. */
export async function decisionOfRun(
  records: RecordStore,
  { submissionId, runId }: Pick<Decision, 'submissionId' | 'runId'>,
): Promise<VersionedDecision | null> {
  const all = await listDecisions(records, submissionId);
  return all.find(({ decision }) => decision.runId === runId) ?? null;
}

/** Waiting for its time, or begun and not yet done: the sweep starts these again. */
export async function listDecisionsToCarryOut(records: RecordStore): Promise<Decision[]> {
  return (await listAll(records, { pk: toCarryOut, index: 'index1' })).map((row) => asDecision(row).decision);
}

export async function listDecisionsForSecond(records: RecordStore): Promise<VersionedDecision[]> {
  return (await listAll(records, { pk: forSecond, index: 'index1' })).map(asDecision);
}

/** What this person decided, the newest first. Nothing ever leaves this list. */
export async function listDecisionsBy(
  records: RecordStore,
  by: StaffId,
  paging: { limit: number; after?: string },
): Promise<{ decisions: Decision[]; after?: string }> {
  const page = await records.list({ pk: decidedBy(by), index: 'index2', newestFirst: true, ...paging });
  const decisions = page.records.map((row) => asDecision(row).decision);
  return page.after === undefined ? { decisions } : { decisions, after: page.after };
}

function asDecision(record: StoredRecord): VersionedDecision {
  return { decision: bodyOf(decisionSchema, record), version: record.version };
}
