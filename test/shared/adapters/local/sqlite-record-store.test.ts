import { fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { noteAtDesk } from '#shared/records/history-records.ts';
import { verifyAudit } from '#shared/records/verify-audit.ts';
import { auditTrailContract } from '#test/contracts/audit-trail.contract.ts';
import { recordStoreContract } from '#test/contracts/record-store.contract.ts';
import { recordStoreModel } from '#test/contracts/record-store.model.ts';

const folder = mkdtempSync(join(tmpdir(), 'records-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the SQLite record store', () => {
  recordStoreContract(async () => openSqliteRecordStore(join(folder, 'contract.sqlite')));
  recordStoreModel(async () => openSqliteRecordStore(join(folder, 'model.sqlite')), 150);

  describe('audit trails in SQLite', () =>
    auditTrailContract(async () => openSqliteRecordStore(':memory:'), { writers: 60 }));

  it('keeps one audit trail whole that two programs write to at the same time', async () => {
    const path = join(folder, 'trail.sqlite');
    const programs = [openSqliteRecordStore(path), openSqliteRecordStore(path)];
    const entry = { at: '2026-12-02T15:00:00.000Z', by: 'machine', action: 'signed-in', codes: [] } as const;
    const writing = programs.map(async (records) => {
      for (let number = 0; number < 40; number += 1) await noteAtDesk(records, { ...entry, codes: [String(number)] });
    });
    await Promise.all(writing);
    for (const records of programs) {
      expect(await verifyAudit({ records, heads: null })).toMatchObject({ chains: 1, rows: 80, faults: [] });
      records.close();
    }
  });

  it('keeps what it was given when it is closed and opened again', async () => {
    const path = join(folder, 'again.sqlite');
    const first = openSqliteRecordStore(path);
    await first.write([{ put: { pk: 'a', sk: 'b', body: 'kept' }, expect: 'absent' }]);
    first.close();
    const second = openSqliteRecordStore(path);
    expect((await second.find({ pk: 'a', sk: 'b' }))?.body).toBe('kept');
    second.close();
  });

  it('B243: loses no update of three processes that count on one record at the same time', async () => {
    const path = join(folder, 'race.sqlite');
    const store = openSqliteRecordStore(path);
    const counts = await Promise.all([0, 1, 2].map(() => countInAnotherProcess(path, 100)));
    const row = await store.find({ pk: 'race', sk: 'counter' });
    expect(row).toMatchObject({ body: 300, version: 300 });
    expect(counts.every((conflicts) => conflicts >= 0)).toBe(true);
    expect((await store.list({ pk: 'race', skStartsWith: 'step#', limit: 1000 })).records.length).toBe(300);
    store.close();
  });

  it('says TryAgain while another writer holds the file for too long', async () => {
    const path = join(folder, 'held.sqlite');
    const store = openSqliteRecordStore(path, 30);
    const other = new DatabaseSync(path);
    other.exec('BEGIN IMMEDIATE');
    const write = () => store.write([{ put: { pk: 'a', sk: 'b', body: 1 }, expect: 'any' }]);
    await expect(write()).rejects.toMatchObject({ name: 'TryAgain' });
    other.exec('ROLLBACK');
    expect(await write()).toBe('written');
    other.close();
    store.close();
  });

  it('B255: refuses a file that a newer version of the program wrote, with a sentence, and opens one of before that had no version', () => {
    const path = join(folder, 'newer.sqlite');
    openSqliteRecordStore(path).close();
    const raw = new DatabaseSync(path);
    const version = Number(raw.prepare('PRAGMA user_version').get()?.user_version);
    const asVersion = (number: number) => raw.exec(`PRAGMA user_version = ${number}`);
    asVersion(version + 1);
    expect(() => openSqliteRecordStore(path)).toThrowError(
      expect.objectContaining({ name: 'GiveUp', message: expect.stringContaining('Start the newer one, or restore') }),
    );
    asVersion(0);
    openSqliteRecordStore(path).close();
    expect(raw.prepare('PRAGMA user_version').get()?.user_version).toBe(version);
    raw.close();
  });

  it('B253: says GiveUp when the file is no database, and TryAgain while its folder is not there', () => {
    const path = join(folder, 'not-a-database.sqlite');
    writeFileSync(path, 'this is a letter, not a database, and long enough to have a head of its own'.repeat(20));
    expect(() => openSqliteRecordStore(path)).toThrowError(expect.objectContaining({ name: 'GiveUp' }));
    expect(() => openSqliteRecordStore(join(folder, 'no', 'such', 'folder.sqlite'))).toThrowError(
      expect.objectContaining({ name: 'TryAgain' }),
    );
  });
});

describe('a file of the SQLite record store as it was laid before rows had rowids', () => {
  recordStoreContract(async () => openSqliteRecordStore(layOldFile(join(folder, 'old-contract.sqlite'))));
  recordStoreModel(async () => openSqliteRecordStore(layOldFile(join(folder, 'old-model.sqlite'))), 50);

  it('stays as it is, while a new one keeps bodies apart from keys', () => {
    const [old, young] = [layOldFile(join(folder, 'old.sqlite')), join(folder, 'young.sqlite')];
    for (const path of [old, young]) openSqliteRecordStore(path).close();
    expect([old, young].map(isWithoutRowid)).toEqual([true, false]);
  });
});

function layOldFile(path: string): string {
  const database = new DatabaseSync(path);
  database.exec(`CREATE TABLE records (
    pk TEXT NOT NULL, sk TEXT NOT NULL, version INTEGER NOT NULL, body TEXT NOT NULL,
    index1pk TEXT, index1sk TEXT, index2pk TEXT, index2sk TEXT,
    PRIMARY KEY (pk, sk)
  ) WITHOUT ROWID, STRICT`);
  database.close();
  return path;
}

function isWithoutRowid(path: string): boolean {
  const database = new DatabaseSync(path);
  const table = database.prepare('PRAGMA table_list(records)').get();
  database.close();
  return table?.wr === 1;
}

/** Resolves with the number of conflicts met on the way. */
function countInAnotherProcess(path: string, times: number): Promise<number> {
  const child = fork(new URL('./count-on-one-record.ts', import.meta.url), [path, String(times)]);
  return new Promise((resolve, reject) => {
    child.on('message', (conflicts) => resolve(Number(conflicts)));
    child.on('error', reject);
    child.on('exit', (code) => code !== 0 && reject(new Error(`the counting process ended with ${code}`)));
  });
}
