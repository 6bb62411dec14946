import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';

/** A process of its own: counts one record up, each time reading first and writing with a row beside it. */
const [path = '', times = '0'] = process.argv.slice(2);
const store = openSqliteRecordStore(path);
const key = { pk: 'race', sk: 'counter' };
let conflicts = 0;

for (let done = 0; done < Number(times); ) {
  const row = await store.find(key);
  const next = Number(row?.body ?? 0) + 1;
  const result = await store.write([
    { put: { ...key, body: next }, expect: row ? { version: row.version } : 'absent' },
    { put: { pk: 'race', sk: `step#${next}`, body: process.pid }, expect: 'absent' },
  ]);
  if (result === 'written') done += 1;
  else conflicts += 1;
}
store.close();
process.send?.(conflicts);
