import { DatabaseSync } from 'node:sqlite';
import { bodyText } from '#shared/adapters/record-writes.ts';
import type { RecordRows } from '#shared/ports/record-rows.ts';
import type { RecordKey, StoredRecord } from '#shared/ports/record-store.ts';
import { orSqliteFault } from './sqlite-faults.ts';
import { recordOf } from './sqlite-record-row.ts';
import { openSqliteRecordStore } from './sqlite-record-store.ts';

/** The rows of one SQLite file, which is made where there is none. */
export function openSqliteRecordRows(path: string): RecordRows & { close(): void } {
  openSqliteRecordStore(path).close();
  const database = orSqliteFault(() => new DatabaseSync(path, { timeout: 10_000 }));
  const put = database.prepare('INSERT OR REPLACE INTO records VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  const columnsOf = (key: RecordKey | undefined) => [key?.pk ?? null, key?.sk ?? null];
  const putOne = ({ pk, sk, version, body, index1, index2 }: StoredRecord) =>
    put.run(pk, sk, version, bodyText(body), ...columnsOf(index1), ...columnsOf(index2));

  return {
    async *all() {
      for (const row of database.prepare('SELECT * FROM records').iterate()) yield recordOf(row);
    },
    async putAsTheyAre(rows) {
      orSqliteFault(() => {
        database.exec('BEGIN IMMEDIATE');
        try {
          for (const row of rows) putOne(row);
          database.exec('COMMIT');
        } finally {
          if (database.isTransaction) database.exec('ROLLBACK');
        }
      });
    },
    close: () => database.close(),
  };
}
