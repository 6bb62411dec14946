import type { FileStore } from '#shared/ports/file-store.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { openDynamoRecordStore } from './dynamo-record-store.ts';
import { type MailLock, openS3FileStore } from './s3-file-store.ts';

type Settings = { TABLE_NAME: string; BUCKET_NAME: string };

/** Both stores of a Lambda that needs both; `lock` for the one that lays down mails as they came. */
export function openAwsStores(
  { TABLE_NAME, BUCKET_NAME }: Settings,
  lock?: MailLock,
): { records: RecordStore; files: FileStore } {
  return { records: openDynamoRecordStore(TABLE_NAME), files: openS3FileStore(BUCKET_NAME, undefined, lock) };
}
