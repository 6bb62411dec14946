import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSqliteRecordSnapshots } from '#shared/adapters/local/sqlite-record-snapshots.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { recordSnapshotsContract } from '#test/contracts/record-snapshots.contract.ts';

describe('snapshots of one SQLite file', () => {
  let folder = '';
  let store: ReturnType<typeof openSqliteRecordStore>;
  const path = () => join(folder, 'records.sqlite');
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'snapshots-'));
    store = openSqliteRecordStore(path());
  });
  afterEach(() => {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  recordSnapshotsContract(async () => ({ store, snapshots: openSqliteRecordSnapshots(path()) }));

  test('read once, however much is written meanwhile', async () => {
    let readings = 0;
    await openSqliteRecordSnapshots(path()).atOneMoment(async (records) => {
      readings += 1;
      await store.write([{ put: { pk: 'BUSY', sk: String(readings), body: null }, expect: 'absent' }]);
      expect(await records.count({ pk: 'BUSY' })).toBe(0);
    });
    expect(readings).toBe(1);
  });
});
