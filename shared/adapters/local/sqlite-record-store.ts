import { DatabaseSync } from 'node:sqlite';
import { chainedRecordStore } from '#shared/adapters/chained-record-store.ts';
import { bodyText, checkKey, checkWrites, keyOf } from '#shared/adapters/record-writes.ts';
import { GiveUp } from '#shared/domain/faults.ts';
import type { Expectation, RecordKey, RecordStore, StoredRecord, Write } from '#shared/ports/record-store.ts';
import { makeGroupCommit } from './group-commit.ts';
import { orSqliteFault } from './sqlite-faults.ts';
import { openSqliteRecordList } from './sqlite-record-list.ts';
import { recordOf } from './sqlite-record-row.ts';

/**
 * WAL and synchronous FULL: a write that returned survives a power cut. Several processes may open the same file. With rowids,
 * bodies stand apart from keys: WITHOUT ROWID, as files made before 22 November 2026 have it, the search for a row reads the long
 * bodies that it passes. Such files stay as they are; everything here works on both.
 */
const schema = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  CREATE TABLE IF NOT EXISTS records (
    pk TEXT NOT NULL, sk TEXT NOT NULL, version INTEGER NOT NULL, body TEXT NOT NULL,
    index1pk TEXT, index1sk TEXT, index2pk TEXT, index2sk TEXT,
    PRIMARY KEY (pk, sk)
  ) STRICT;
  CREATE INDEX IF NOT EXISTS records_index1 ON records (index1pk, index1sk, pk, sk) WHERE index1pk IS NOT NULL;
  CREATE INDEX IF NOT EXISTS records_index2 ON records (index2pk, index2sk, pk, sk) WHERE index2pk IS NOT NULL;
`;

/** Raised when a row is written that the version before could not read: an older program then refuses the store in place of guessing. */
const rowsVersion = 1;

const putText = `
  INSERT INTO records VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (pk, sk) DO UPDATE SET
    version = excluded.version, body = excluded.body, index1pk = excluded.index1pk, index1sk = excluded.index1sk,
    index2pk = excluded.index2pk, index2sk = excluded.index2sk
`;

/**
 * One table in one SQLite file (":memory:" for a test). Throws `TryAgain` when busy or full, `GiveUp` when damaged.
 * `busyMilliseconds` is how long a writer waits for another process. `isThrownAway`: the file is removed when its program
 * ends, as after a simulation; no write waits for the disk then, and a power cut leaves nothing of worth.
 */
export function openSqliteRecordStore(
  path: string,
  busyMilliseconds = 10_000,
  isThrownAway = false,
): RecordStore & { close(): void } {
  const database = orSqliteFault(() => openDatabase(path, busyMilliseconds));
  if (isThrownAway) database.exec('PRAGMA synchronous = OFF');
  const find = database.prepare('SELECT * FROM records WHERE pk = ? AND sk = ?');
  const applyWrite = prepareWrites(database);
  const { list, count } = openSqliteRecordList(database);
  const group = makeGroupCommit(database, applyWrite);

  const chained = chainedRecordStore({
    async find(key) {
      checkKey(key);
      const row = orSqliteFault(() => find.get(key.pk, key.sk));
      return row ? recordOf(row) : null;
    },
    async list(query) {
      return orSqliteFault(() => list(query));
    },
    async count(query) {
      return orSqliteFault(() => count(query));
    },
    async write(writes) {
      checkWrites(writes);
      return group.write(writes);
    },
  });
  return {
    ...chained,
    close() {
      group.flush();
      database.close();
    },
  };
}

function openDatabase(path: string, busyMilliseconds: number): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: busyMilliseconds });
  const { user_version: written } = database.prepare('PRAGMA user_version').get() ?? {};
  if (Number(written) > rowsVersion) {
    database.close();
    throw new GiveUp(
      `The record store was written by a newer version of this program (its rows are of version ${written}, this program knows ${rowsVersion}). Start the newer one, or restore a backup of before it.`,
    );
  }
  database.exec(`${schema} ${written === rowsVersion ? '' : `PRAGMA user_version = ${rowsVersion};`}`);
  return database;
}

/** Gives the function that does one write inside the open transaction; false when its expectation does not hold. */
function prepareWrites(database: DatabaseSync): (write: Write) => boolean {
  const versionOf = database.prepare('SELECT version FROM records WHERE pk = ? AND sk = ?');
  const remove = database.prepare('DELETE FROM records WHERE pk = ? AND sk = ?');
  const put = database.prepare(putText);

  return (write) => {
    const key = keyOf(write);
    const version = Number(versionOf.get(key.pk, key.sk)?.version ?? 0);
    if (!holds(write.expect, version)) return false;
    if ('remove' in write) remove.run(key.pk, key.sk);
    if ('put' in write) {
      const { pk, sk, body, index1, index2 } = write.put;
      put.run(pk, sk, version + 1, bodyText(body), ...columnsOf(index1), ...columnsOf(index2));
    }
    return true;
  };
}

function holds(expect: Expectation, version: StoredRecord['version']): boolean {
  if (expect === 'any') return true;
  return version === (expect === 'absent' ? 0 : expect.version);
}

function columnsOf(key: RecordKey | undefined): [string | null, string | null] {
  return [key?.pk ?? null, key?.sk ?? null];
}
