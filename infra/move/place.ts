import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openDynamoRecordRows } from '#shared/adapters/aws/dynamo-record-rows.ts';
import { openDynamoRecordStore } from '#shared/adapters/aws/dynamo-record-store.ts';
import { openS3AuditHeads } from '#shared/adapters/aws/s3-audit-heads.ts';
import { type MailLock, openS3FileStore } from '#shared/adapters/aws/s3-file-store.ts';
import { openFolderAuditHeads } from '#shared/adapters/local/folder-audit-heads.ts';
import { openFolderFileStore } from '#shared/adapters/local/folder-file-store.ts';
import { lockFolder } from '#shared/adapters/local/folder-lock.ts';
import { openSqliteRecordRows } from '#shared/adapters/local/sqlite-record-rows.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import type { AuditHeads } from '#shared/ports/audit-heads.ts';
import type { FileStore } from '#shared/ports/file-store.ts';
import type { RecordRows } from '#shared/ports/record-rows.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';

/** Where a programme lives: its rows, its files, and the seals of its audit trail. `name` is how a person calls it. */
export type Place = {
  name: string;
  rows: RecordRows;
  /** the same rows, for the mark of a move alone */
  records: RecordStore;
  files: FileStore;
  heads: AuditHeads;
  close(): void;
};

/** A data folder; it is locked, so that no host works there meanwhile. Throws `GiveUp` where one does. */
export async function openMachine(data: string): Promise<Place> {
  await mkdir(data, { recursive: true });
  const lock = lockFolder(data);
  const rows = openSqliteRecordRows(join(data, 'records.sqlite'));
  const records = openSqliteRecordStore(join(data, 'records.sqlite'));
  return {
    name: data,
    rows,
    records,
    files: openFolderFileStore(join(data, 'files')),
    heads: openFolderAuditHeads(join(data, 'audit-heads')),
    close() {
      rows.close();
      records.close();
      lock.release();
    },
  };
}

/**
 * Where rows are laid in order to be hashed: in the data folder, whose disk is the one that people's papers belong on, and never in the
 * system's own. What a move that was killed left there is taken away.
 */
export async function openScratch(data: string): Promise<string> {
  const scratch = join(data, 'tmp', 'move');
  await rm(scratch, { recursive: true, force: true });
  await mkdir(scratch, { recursive: true, mode: 0o700 });
  return scratch;
}

/** `mailLock`: as the stage locks each mail that it takes in; those that move in are locked as well. */
export type Deployed = { table: string; bucket: string; auditBucket: string; mailLock?: MailLock };

/** A deployment, by the names that its records stack has as outputs. Nothing locks it: nothing of it may be at work. */
export function openDeployment({ table, bucket, auditBucket, mailLock }: Deployed): Place {
  return {
    name: `the table ${table}`,
    rows: openDynamoRecordRows(table),
    records: openDynamoRecordStore(table),
    files: openS3FileStore(bucket, undefined, mailLock),
    heads: openS3AuditHeads(auditBucket),
    close() {},
  };
}
