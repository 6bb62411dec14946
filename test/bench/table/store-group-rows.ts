import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { middle } from '#test/bench/rounds.ts';
import { type Asked, type Row, rounded, row } from './row.ts';
import { ratioOf } from './side-by-side.ts';

const writers = 16;
const each = 25;
const body = { kind: 'certificate', value: 'x'.repeat(400) };
type Write = (pk: string, sk: string) => unknown;

/**
 * What a durable row costs is the wait for the disk, which is no processor time: these rows are taken from the clock on the wall, in
 * turns in one run. Sixteen writers at once through our store, the same one after the other by hand, and by hand with a promise less.
 */
export async function groupRows({ isShort, tell }: Asked, folder: string): Promise<Row[]> {
  tell(`store: ${writers} writers at once`);
  const store = openSqliteRecordStore(join(folder, 'group.sqlite'));
  const [full, normal] = [
    rawWrite(join(folder, 'full.sqlite'), 'FULL'),
    rawWrite(join(folder, 'normal.sqlite'), 'NORMAL'),
  ];
  const ways = {
    ours: async (pk: string, sk: string) => store.write([{ put: { pk, sk, body }, expect: 'absent' }]),
    full: full.write,
    normal: normal.write,
  };
  const seconds: Record<keyof typeof ways, number[]> = { ours: [], full: [], normal: [] };
  for (let round = 0; round <= (isShort ? 3 : 7); round += 1) {
    for (const way of ['ours', 'full', 'normal'] as const) {
      const took = await secondsFor(ways[way], `${round}`);
      // the first round warms up
      if (round > 0) seconds[way].push(took);
    }
  }
  for (const { close } of [store, full, normal]) close();
  const over = (way: 'full' | 'normal') =>
    ratioOf(seconds.ours.map((own, at) => own / (seconds[way][at] ?? Number.NaN)));
  const speed = (way: keyof typeof ways) => rounded((writers * each) / middle(seconds[way]), 0);
  const ours = { value: speed('ours'), unit: 'a second on the wall' };
  return [
    row({
      ...{
        id: 'store.group',
        what: `SQLite store: rows of ${writers} writers at once, each durable, commits shared`,
        ours,
      },
      peer: {
        name: 'raw node:sqlite, one commit after the other, as durable',
        value: speed('full'),
        unit: 'a second on the wall',
      },
      ratio: over('full'),
    }),
    row({
      ...{ id: 'store.group-normal', what: `SQLite store: the same rows beside a promise less`, ours },
      peer: {
        name: 'raw node:sqlite with synchronous=NORMAL (a power cut takes the last ones)',
        value: speed('normal'),
        unit: 'a second on the wall',
      },
      ratio: over('normal'),
    }),
  ];
}

async function secondsFor(write: Write, round: string): Promise<number> {
  const started = performance.now();
  const writing = Array.from({ length: writers }, async (_, writer) => {
    for (let at = 0; at < each; at += 1) await write(`WRITER#${writer}`, `${round}-${at}`);
  });
  await Promise.all(writing);
  return (performance.now() - started) / 1000;
}

function rawWrite(path: string, synchronous: 'FULL' | 'NORMAL') {
  openSqliteRecordStore(path).close();
  const database = new DatabaseSync(path);
  database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = ${synchronous}`);
  const look = database.prepare('SELECT version FROM records WHERE pk = ? AND sk = ?');
  const put = database.prepare('INSERT INTO records VALUES (?, ?, 1, ?, NULL, NULL, NULL, NULL)');
  const write: Write = (pk, sk) => {
    database.exec('BEGIN IMMEDIATE');
    if (look.get(pk, sk) === undefined) put.run(pk, sk, JSON.stringify(body));
    database.exec('COMMIT');
  };
  return { write, close: () => database.close() };
}
