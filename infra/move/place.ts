import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openDynamoRecordRows } from '#shared/adapters/aws/dynamo-record-rows.ts';
import { openS3AuditHeads } from '#shared/adapters/aws/s3-audit-heads.ts';
import { openS3FileStore } from '#shared/adapters/aws/s3-file-store.ts';
import { openFolderAuditHeads } from '#shared/adapters/local/folder-audit-heads.ts';
import { openFolderFileStore } from '#shared/adapters/local/folder-file-store.ts';
import { lockFolder } from '#shared/adapters/local/folder-lock.ts';
import { openSqliteRecordRows } from '#shared/adapters/local/sqlite-record-rows.ts';
import type { AuditHeads } from '#shared/ports/audit-heads.ts';
import type { FileStore } from '#shared/ports/file-store.ts';
import type { RecordRows } from '#shared/ports/record-rows.ts';

/** Where a programme lives: its rows, its files, and the seals of its audit trail. `name` is how a person calls it. */
export type Place = {
  name: string;
  rows: RecordRows;
  files: FileStore;
  heads: AuditHeads;
  close(): void;
};

/** A data folder; it is locked, so that no host works there meanwhile. Throws `GiveUp` where one does. */
export async function openMachine(data: string): Promise<Place> {
  await mkdir(data, { recursive: true });
  const lock = lockFolder(data);
  const rows = openSqliteRecordRows(join(data, 'records.sqlite'));
  return {
    name: data,
    rows,
    files: openFolderFileStore(join(data, 'files')),
    heads: openFolderAuditHeads(join(data, 'audit-heads')),
    close() {
      rows.close();
      lock.release();
    },
  };
}

export type Deployed = { table: string; bucket: string; auditBucket: string };

/** A deployment, by the names that its records stack has as outputs. Nothing locks it: its mail must be stopped first. */
export function openDeployment({ table, bucket, auditBucket }: Deployed): Place {
  return {
    name: `the table ${table}`,
    rows: openDynamoRecordRows(table),
    files: openS3FileStore(bucket),
    heads: openS3AuditHeads(auditBucket),
    close() {},
  };
}
