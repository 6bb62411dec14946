import { createHash } from 'node:crypto';
import { type ApprovedTraining, approvedTrainingSchema } from '#shared/domain/approved-training.ts';
import type { RecordStore, Write } from '#shared/ports/record-store.ts';
import { listAll } from './list-all.ts';
import { type PutResult, putRows } from './put-rows.ts';
import { bodyOf } from './stored-body.ts';

const registerPk = 'REGISTER';
const trainingKey = (hash: string) => ({ pk: registerPk, sk: `TRAINING#${hash}` });

/** One line of the register is known by title, provider and first day; its hours or last day may be put right later. */
export async function putApprovedTraining(
  records: RecordStore,
  training: ApprovedTraining,
  beside: readonly Write[] = [],
): Promise<PutResult> {
  const key = trainingKey(trainingHash(training));
  const there = await records.find(key);
  return putRows(records, [{ ...key, body: training }], there ? [there] : [], beside);
}

/** By its hash, as `trainingHash` makes it. */
export async function findApprovedTraining(records: RecordStore, hash: string): Promise<ApprovedTraining | null> {
  const row = await records.find(trainingKey(hash));
  return row ? bodyOf(approvedTrainingSchema, row) : null;
}

export async function listApprovedTrainings(records: RecordStore): Promise<ApprovedTraining[]> {
  const rows = await listAll(records, { pk: registerPk, skStartsWith: 'TRAINING#' });
  return rows.map((row) => bodyOf(approvedTrainingSchema, row));
}

export function trainingHash({ title, provider, approvedFrom }: ApprovedTraining): string {
  return createHash('sha256')
    .update(JSON.stringify([title, provider, approvedFrom]))
    .digest('hex')
    .slice(0, 32);
}
