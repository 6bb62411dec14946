import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeHolds } from '#functions/desk/holds.ts';
import { makeCarryOutDisposals } from '#functions/retention/carry-out-disposals.ts';
import { makeProposeDisposal } from '#functions/retention/propose-disposal.ts';
import { openFolderFileDisposal } from '#shared/adapters/local/folder-file-disposal.ts';
import { openFolderFileStore } from '#shared/adapters/local/folder-file-store.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import type { Retention } from '#shared/domain/retention.ts';
import type { FileDisposal } from '#shared/ports/file-disposal.ts';
import type { FileStore } from '#shared/ports/file-store.ts';
import { listHistory } from '#shared/records/history-records.ts';
import { disposedKeys, listDisposals } from '#shared/records/retention-records.ts';
import { verifyAudit } from '#shared/records/verify-audit.ts';
import { ann } from '#test/builders/staff.ts';
import { agreedBy, layMail, threeYears } from './kept-mails.ts';

let records: ReturnType<typeof openSqliteRecordStore>;
let files: FileStore;
let fileDisposal: FileDisposal;
let now: string;
const clock = { now: () => now };
const ports = (retention: Retention) => ({ records, fileDisposal, clock, retention });
const lay = (number: number) => layMail({ records, files }, number);
const agreed = (retention: Retention) => agreedBy(ports(retention));
const isThere = async (keys: readonly string[]) => Promise.all(keys.map((key) => files.has(key)));
const hold = (reference: string) =>
  makeHolds({ records, clock })({ reference, who: ann, reason: 'A suit is coming.', hold: true });

beforeEach(async () => {
  records = openSqliteRecordStore(':memory:');
  const folder = await mkdtemp(join(tmpdir(), 'retention-'));
  files = openFolderFileStore(folder);
  fileDisposal = openFolderFileDisposal(folder);
  now = '2030-06-01T12:00:00.000Z';
});

describe('what two people agreed to destroy', () => {
  it('waits where the store has it locked: the rest goes, nothing is agreed to again, and it goes when its lock is over', async () => {
    const { id, raw, ...others } = await lay(1);
    let until = '2031-03-01T00:00:00.000Z';
    const locking: FileDisposal = {
      lockOf: async (key) => (key === raw && until > now ? { until } : null),
      destroy: fileDisposal.destroy,
    };
    const carryOut = makeCarryOutDisposals({ ...ports(threeYears), fileDisposal: locking });
    await agreed(threeYears);
    expect(await carryOut()).toEqual({ destroyed: 3, kept: 0, waiting: 1, isDone: true });
    expect(await isThere([raw, others.document, others.reading, others.picture])).toEqual([true, false, false, false]);
    expect(await disposedKeys(records, id)).not.toContain(raw);
    const list = async () => (await listDisposals(records))[0]?.disposal;
    expect(await list()).toMatchObject({ state: 'waiting', doneAt: null, waiting: [{ key: raw, until }] });
    expect(await makeProposeDisposal(ports(threeYears))()).toBeNull();

    // the lock is made longer meanwhile; somebody looks each night, and leaves no row of it
    now = '2031-03-01T12:00:00.000Z';
    until = '2031-05-01T00:00:00.000Z';
    expect(await carryOut()).toMatchObject({ destroyed: 0, waiting: 1 });
    const rows = (await verifyAudit({ records, heads: null })).rows;
    now = '2031-04-01T12:00:00.000Z';
    expect(await carryOut()).toMatchObject({ destroyed: 0, waiting: 0 });
    expect((await verifyAudit({ records, heads: null })).rows).toBe(rows);

    now = '2031-05-01T12:00:00.000Z';
    expect(await carryOut()).toEqual({ destroyed: 1, kept: 0, waiting: 0, isDone: true });
    expect(await list()).toMatchObject({ state: 'done', doneAt: now, waiting: [] });
    expect(await disposedKeys(records, id)).toEqual(new Set([raw, ...Object.values(others).slice(0, 3)]));
    expect((await listHistory(records, id)).filter(({ action }) => action === 'disposed')).toHaveLength(2);
  });

  it('that waited for a lock is kept after all when somebody holds the case meanwhile', async () => {
    const { raw, reference } = await lay(1);
    const until = '2031-03-01T00:00:00.000Z';
    const lockOf: FileDisposal['lockOf'] = async (key) => (key === raw && until > now ? { until } : null);
    const carryOut = makeCarryOutDisposals({ ...ports(threeYears), fileDisposal: { ...fileDisposal, lockOf } });
    await agreed(threeYears);
    await carryOut();
    now = '2031-03-02T12:00:00.000Z';
    await hold(reference);
    expect(await carryOut()).toMatchObject({ destroyed: 0, kept: 1 });
    expect(await isThere([raw])).toEqual([true]);
    expect((await listDisposals(records))[0]?.disposal).toMatchObject({
      state: 'done',
      kept: [{ key: raw, why: 'held' }],
    });
  });

  it('goes turn by turn where one may do only so much, and nothing of it twice', async () => {
    const all = await Promise.all([lay(1), lay(2), lay(3)]);
    await agreed(threeYears);
    const destroyed: string[] = [];
    const noting: FileDisposal = {
      ...fileDisposal,
      destroy: async (key) => {
        destroyed.push(key);
        await fileDisposal.destroy(key);
      },
    };
    const carryOut = makeCarryOutDisposals({ ...ports(threeYears), fileDisposal: noting, objectsAtOnce: 5 });
    const turns = [await carryOut(), await carryOut(), await carryOut()];
    expect(turns.map(({ isDone }) => isDone)).toEqual([false, false, true]);
    expect(turns.map((turn) => turn.destroyed)).toEqual([5, 5, 2]);
    expect(new Set(destroyed).size).toBe(12);
    expect(await isThere(all.map(({ raw }) => raw))).toEqual([false, false, false]);
    expect((await listDisposals(records))[0]?.disposal).toMatchObject({ state: 'done', kept: [] });
  });
});
