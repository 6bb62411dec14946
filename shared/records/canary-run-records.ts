import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type CanaryRun, canaryRunSchema } from '#shared/domain/canary-run.ts';
import type { RecordStore, StoredRecord, Write } from '#shared/ports/record-store.ts';
import { listAll } from './list-all.ts';
import { bodyOf } from './stored-body.ts';

/** Every packet that was mailed and is still kept. Beside its rows, which lie in a partition of their own (own-space.ts). */
const runsPk = 'CANARY-RUNS';

/** The token itself is kept nowhere. */
export const hashOfToken = (token: string): string => hashOf(token);
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const nameSchema = z.object({ tokenHash: z.string() });

export type VersionedRun = { run: CanaryRun; version: number };

export function canaryRunWrite(run: CanaryRun, version: number | null): Write {
  const put = { pk: runsPk, sk: run.tokenHash, body: canaryRunSchema.parse(run) };
  return { put, expect: version === null ? 'absent' : { version } };
}

export async function findCanaryRun(records: RecordStore, tokenHash: string): Promise<VersionedRun | null> {
  const row = await records.find({ pk: runsPk, sk: tokenHash });
  return row && versioned(row);
}

/** Under which Message-ID a packet came: the letter that answers it names that. */
export const canaryNameKey = (messageId: string) => ({ pk: 'CANARY-NAMES', sk: hashOf(messageId) });

export const canaryNameWrite = (messageId: string, tokenHash: string): Write => ({
  put: { ...canaryNameKey(messageId), body: { tokenHash } },
  expect: 'any',
});

export async function findAnsweredRun(records: RecordStore, messageId: string): Promise<VersionedRun | null> {
  const row = await records.find(canaryNameKey(messageId));
  return row && findCanaryRun(records, bodyOf(nameSchema, row).tokenHash);
}

export function canaryRunRemovals({ run, version }: VersionedRun): Write[] {
  const names = run.messageId === null ? [] : [canaryNameKey(run.messageId)];
  return [
    { remove: { pk: runsPk, sk: run.tokenHash }, expect: { version } },
    ...names.map((remove): Write => ({ remove, expect: 'any' })),
  ];
}

/** The oldest first. */
export async function listCanaryRuns(records: RecordStore): Promise<VersionedRun[]> {
  const rows = await listAll(records, { pk: runsPk });
  return rows.map(versioned).sort((a, b) => (a.run.sentAt < b.run.sentAt ? -1 : 1));
}

const versioned = (row: StoredRecord): VersionedRun => ({ run: bodyOf(canaryRunSchema, row), version: row.version });
