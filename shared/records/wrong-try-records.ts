import { noTries, type WrongTries, wrongTriesSchema } from '#shared/domain/wrong-tries.ts';
import type { RecordKey, RecordStore, Write } from '#shared/ports/record-store.ts';
import { keyOfSecret } from './secret-key.ts';
import { bodyOf } from './stored-body.ts';

/** By what was typed, whether or not somebody has that name; hashed, since people type passwords there by mistake. */
export const triesOfName = (signInName: string): RecordKey => ({
  pk: `TRIES#${keyOfSecret(signInName)}`,
  sk: 'TRIES',
});
export const triesOfDesk: RecordKey = { pk: 'TRIES#DESK', sk: 'TRIES' };

export type StoredTries = { key: RecordKey; tries: WrongTries; version: number | null };

export async function findTries(records: RecordStore, key: RecordKey): Promise<StoredTries> {
  const record = await records.find(key);
  if (record === null) return { key, tries: noTries, version: null };
  return { key, tries: bodyOf(wrongTriesSchema, record), version: record.version };
}

export function triesWrite({ key, version }: StoredTries, tries: WrongTries): Write {
  return { put: { ...key, body: tries }, expect: version === null ? 'absent' : { version } };
}
