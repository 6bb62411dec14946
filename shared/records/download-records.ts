import { type Download, downloadRows, downloadSchema, isOverdue } from '#shared/domain/download.ts';
import type { RecordStore, Write } from '#shared/ports/record-store.ts';
import { listAll } from './list-all.ts';
import { keyOfSecret } from './secret-key.ts';
import { bodyOf } from './stored-body.ts';

const downloadKey = (secret: string) => ({ pk: `${downloadRows}${keyOfSecret(secret)}`, sk: 'DOWNLOAD' });

/** Those of the same person that nobody followed in time go with it, so that none stays for ever. */
export async function putDownload(
  records: RecordStore,
  secret: string,
  download: Download,
  now: string,
): Promise<void> {
  const listPk = `DOWNLOADS#${download.staffId}`;
  const rows = await listAll(records, { pk: listPk, index: 'index1' });
  for (const row of rows)
    if (isOverdue(bodyOf(downloadSchema, row), now))
      await records.write([{ remove: { pk: row.pk, sk: row.sk }, expect: 'any' }]);
  const index1 = { pk: listPk, sk: download.validUntil };
  await records.write([{ put: { ...downloadKey(secret), body: download, index1 }, expect: 'absent' }]);
}

/** The download and the write that uses its link up: of two who come with one link, one gets it. */
export async function findDownload(
  records: Pick<RecordStore, 'find'>,
  secret: string,
): Promise<{ download: Download; useUp: Write } | null> {
  const record = await records.find(downloadKey(secret));
  if (record === null) return null;
  const useUp: Write = { remove: downloadKey(secret), expect: { version: record.version } };
  return { download: bodyOf(downloadSchema, record), useUp };
}
