import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import type { Expectation, RecordStore, Write } from '#shared/ports/record-store.ts';

let [folder, path]: string[] = [];
let store: RecordStore & { close(): void };

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'group-commit-'));
  path = join(folder, 'records.sqlite');
  store = openSqliteRecordStore(path);
});
afterEach(() => {
  store.close();
  rmSync(folder ?? '', { recursive: true });
});

const put = (sk: string, expectation: Expectation = 'absent', body: unknown = { sk }): Write => ({
  put: { pk: 'CASE#1', sk, body },
  expect: expectation,
});
const rows = async (own: RecordStore) => (await own.list({ pk: 'CASE#1' })).records.map(({ sk }) => sk);

describe('writers who come at the same moment share one commit, and', () => {
  it('one whose expectation does not hold takes nothing of the others with it, and leaves nothing half written', async () => {
    const written = await Promise.all([
      store.write([put('A')]),
      store.write([put('B'), put('C', { version: 7 })]),
      store.write([put('D')]),
    ]);
    expect(written).toEqual(['written', 'conflict', 'written']);
    expect(await rows(store)).toEqual(['A', 'D']);
  });

  it('of two who say that a row is not there yet, one is told of the conflict', async () => {
    expect(await Promise.all([store.write([put('A', 'absent', 1)]), store.write([put('A', 'absent', 2)])])).toEqual([
      'written',
      'conflict',
    ]);
    expect(await store.find({ pk: 'CASE#1', sk: 'A' })).toMatchObject({ version: 1, body: 1 });
  });

  it('one whose row cannot be written at all is the only one who hears of it', async () => {
    const circle: Record<string, unknown> = {};
    circle.self = circle;
    const [good, bad] = await Promise.allSettled([store.write([put('A')]), store.write([put('B', 'absent', circle)])]);
    expect([good?.status, bad?.status]).toEqual(['fulfilled', 'rejected']);
    expect(await rows(store)).toEqual(['A']);
  });

  it('each of them is answered only when another program would find its rows', async () => {
    const other = openSqliteRecordStore(path ?? '');
    const seen: string[][] = [];
    const writes = ['A', 'B', 'C'].map((sk) => store.write([put(sk)]).then(async () => seen.push(await rows(other))));
    expect(await rows(other)).toEqual([]);
    await Promise.all(writes);
    expect(seen).toEqual([
      ['A', 'B', 'C'],
      ['A', 'B', 'C'],
      ['A', 'B', 'C'],
    ]); // prettier-ignore
    other.close();
  });

  it('when the store stays locked by another program all are told to come again, and nothing is written', async () => {
    const hurried = openSqliteRecordStore(path ?? '', 20);
    const { DatabaseSync } = await import('node:sqlite');
    const other = new DatabaseSync(path ?? '');
    other.exec('BEGIN IMMEDIATE');
    const told = await Promise.allSettled([hurried.write([put('A')]), hurried.write([put('B')])]);
    expect(told.map((one) => one.status === 'rejected' && one.reason.name)).toEqual(['TryAgain', 'TryAgain']);
    other.exec('ROLLBACK');
    other.close();
    expect(await hurried.write([put('A')])).toBe('written');
    hurried.close();
  });

  it('a store that is closed commits first what still waits', async () => {
    const written = store.write([put('A')]);
    store.close();
    expect(await written).toBe('written');
    store = openSqliteRecordStore(path ?? '');
    expect(await rows(store)).toEqual(['A']);
  });
});
