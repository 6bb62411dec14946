import { DatabaseSync } from 'node:sqlite';
import { checkKey } from '#shared/adapters/record-writes.ts';
import type { RecordSnapshots } from '#shared/ports/record-snapshots.ts';
import { orSqliteFault } from './sqlite-faults.ts';
import { openSqliteRecordList } from './sqlite-record-list.ts';
import { recordOf } from './sqlite-record-row.ts';

/** One transaction that only reads: in WAL it sees the file as it was at its first look, and holds up nobody who writes. */
export function openSqliteRecordSnapshots(path: string): RecordSnapshots {
  return {
    async atOneMoment(read) {
      const database = orSqliteFault(() => new DatabaseSync(path, { timeout: 10_000 }));
      try {
        // the first look settles the moment; without one BEGIN alone settles none
        orSqliteFault(() => database.exec('PRAGMA query_only = ON; BEGIN; SELECT count(*) FROM sqlite_schema'));
        const find = database.prepare('SELECT * FROM records WHERE pk = ? AND sk = ?');
        const { list, count } = openSqliteRecordList(database);
        return await read({
          async find(key) {
            checkKey(key);
            const row = orSqliteFault(() => find.get(key.pk, key.sk));
            return row ? recordOf(row) : null;
          },
          list: async (query) => orSqliteFault(() => list(query)),
          count: async (query) => orSqliteFault(() => count(query)),
          write: async () => 'conflict',
        });
      } finally {
        database.close();
      }
    },
  };
}
