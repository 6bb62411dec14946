import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import type { RecordKey, RecordStore, Write } from '#shared/ports/record-store.ts';
import { type Asked, type Row, rounded, row } from './row.ts';
import { type SideBySide, sideBySide } from './side-by-side.ts';
import { groupRows } from './store-group-rows.ts';

const promised = 'within 2 x';
const peer = (speed: number) => ({ name: 'raw node:sqlite', value: rounded(speed, 0), unit: 'a second' });
/** About what a document of a mail weighs as a row. */
const body = {
  kind: 'certificate',
  fields: Array.from({ length: 12 }, (_, at) => ({ name: `field ${at}`, value: 'x'.repeat(40) })),
};
const key = (number: number, kind = 'WRITTEN') => ({
  pk: `${kind}#${number % 50}`,
  sk: `DOC#${String(number).padStart(9, '0')}`,
});
const laid = 5_000;
const counted = (count: number, from = 0) => Array.from({ length: count }, (_, at) => from + at);

type Stores = { records: RecordStore; raw: RawStatements; asked: Asked };

/** The adapter beside the same statements written down plainly: same table, same durability, same look at what was there. */
export async function storeSection(asked: Asked): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-store-'));
  const records = openSqliteRecordStore(join(folder, 'ours.sqlite'));
  openSqliteRecordStore(join(folder, 'raw.sqlite')).close();
  const raw = rawStatements(join(folder, 'raw.sqlite'));
  try {
    for (const from of counted(laid / 20)) {
      const own = counted(20, from * 20).map((number) => key(number, 'LAID'));
      await records.write(own.map(putOf));
      raw.write(own);
    }
    const stores = { records, raw, asked };
    const inTurns = [await writing(stores, 1), await writing(stores, 20), await finding(stores), await listing(stores)];
    return [...inTurns, ...(await groupRows(asked, folder))];
  } finally {
    records.close();
    raw.close();
    rmSync(folder, { recursive: true });
  }
}

async function writing({ records, raw, asked }: Stores, together: number): Promise<Row> {
  asked.tell(`store: writing, ${together} in one commit`);
  const times = counted(50);
  let [ours, theirs] = [together * 1e7, together * 1e7];
  const next = (from: number) => counted(together, from).map((number) => key(number));
  const pairs = await sideBySide(asked, times.length * together, {
    async ours() {
      for (const _ of times) {
        await records.write(next(ours).map(putOf));
        ours += together;
      }
    },
    peers() {
      for (const _ of times) {
        raw.write(next(theirs));
        theirs += together;
      }
    },
  });
  const what = together === 1 ? 'rows written, each durable by itself' : `rows written, ${together} in one commit`;
  return rowOf(`store.write-${together}`, what, pairs);
}

async function finding({ records, raw, asked }: Stores): Promise<Row> {
  asked.tell('store: finding');
  const keys = counted(laid).map((number) => key(number, 'LAID'));
  const pairs = await sideBySide(asked, laid, {
    async ours() {
      for (const one of keys) await records.find(one);
    },
    peers() {
      for (const one of keys) raw.find(one);
    },
  });
  return rowOf('store.find', 'rows found by key', pairs);
}

async function listing({ records, raw, asked }: Stores): Promise<Row> {
  asked.tell('store: listing');
  const partitions = counted(50).map((number) => `LAID#${number}`);
  const pairs = await sideBySide(asked, laid, {
    async ours() {
      for (const pk of partitions) await records.list({ pk });
    },
    peers() {
      for (const pk of partitions) raw.list(pk);
    },
  });
  return rowOf('store.list', 'rows listed, 100 at a time', pairs);
}

const putOf = (at: RecordKey): Write => ({ put: { ...at, body }, expect: 'absent' });

function rowOf(id: string, what: string, { ratio, oursPerSecond, peersPerSecond }: SideBySide): Row {
  return row({
    ...{ id, what: `SQLite store: ${what}`, promised, ratio },
    ours: { value: rounded(oursPerSecond, 0), unit: 'a second' },
    peer: peer(peersPerSecond),
    holds: ratio.middle <= 2,
  });
}

type RawStatements = ReturnType<typeof rawStatements>;

/** What one would write by hand for the same table: look whether it is there, put it, one commit. */
function rawStatements(path: string) {
  const database = new DatabaseSync(path);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  const look = database.prepare('SELECT version FROM records WHERE pk = ? AND sk = ?');
  const put = database.prepare('INSERT INTO records VALUES (?, ?, 1, ?, NULL, NULL, NULL, NULL)');
  const one = database.prepare('SELECT * FROM records WHERE pk = ? AND sk = ?');
  const many = database.prepare('SELECT * FROM records WHERE pk = ? ORDER BY sk LIMIT 100');
  const parsed = (found: Record<string, unknown> | undefined): unknown =>
    found === undefined ? null : JSON.parse(String(found.body));
  return {
    write(keys: readonly RecordKey[]) {
      database.exec('BEGIN IMMEDIATE');
      for (const { pk, sk } of keys) if (look.get(pk, sk) === undefined) put.run(pk, sk, JSON.stringify(body));
      database.exec('COMMIT');
    },
    find: ({ pk, sk }: RecordKey) => parsed(one.get(pk, sk)),
    list: (pk: string) => many.all(pk).map(parsed),
    close: () => database.close(),
  };
}
