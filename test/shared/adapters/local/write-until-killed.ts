import { openFolderFileStore } from '#shared/adapters/local/folder-file-store.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';

/** A process of its own: keeps a file, then a row that names it, and tells each key only when both are kept. */
const [folder = '', name = ''] = process.argv.slice(2);
const files = openFolderFileStore(`${folder}/files`);
const records = openSqliteRecordStore(`${folder}/records.sqlite`);

for (let count = 0; ; count += 1) {
  const fileKey = await files.put('raw', Buffer.from(`${name} ${count} ${'x'.repeat(20_000)}`));
  const sk = `${name}#${count}`;
  await records.write([{ put: { pk: 'kept', sk, body: { fileKey } }, expect: 'absent' }]);
  process.send?.({ sk, fileKey });
}
