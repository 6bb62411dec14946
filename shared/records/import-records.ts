import { type RegisterImport, type RegisterName, registerImportSchema } from '#shared/domain/register-import.ts';
import type { RecordStore, Write } from '#shared/ports/record-store.ts';
import { bodyOf } from './stored-body.ts';

const importKey = (register: RegisterName, sha256: string) => ({ pk: `IMPORT#${register}`, sk: sha256 });

export type VersionedImport = { found: RegisterImport; version: number };

export function importWrite(row: RegisterImport, version: number | null): Write {
  const put = { ...importKey(row.register, row.sha256), body: row };
  return { put, expect: version === null ? 'absent' : { version } };
}

export async function findImport(
  records: RecordStore,
  register: RegisterName,
  sha256: string,
): Promise<VersionedImport | null> {
  const record = await records.find(importKey(register, sha256));
  return record ? { found: bodyOf(registerImportSchema, record), version: record.version } : null;
}
