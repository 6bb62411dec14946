import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe } from 'vitest';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { sendingContract } from '#test/contracts/sending.contract.ts';

/** The host, and a command beside it: two connections to one file. */
describe('two senders on one machine', () => {
  const folders: string[] = [];
  const stores: ReturnType<typeof openSqliteRecordStore>[] = [];
  afterAll(async () => {
    for (const store of stores) store.close();
    for (const folder of folders) await rm(folder, { recursive: true });
  });

  sendingContract(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'two-senders-'));
    folders.push(folder);
    const path = join(folder, 'records.sqlite');
    const both = [openSqliteRecordStore(path), openSqliteRecordStore(path)] as const;
    stores.push(...both);
    return [...both];
  }, true);
});
