import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { orFolderFault } from '#shared/adapters/local/folder-faults.ts';
import { openFolderFileStore } from '#shared/adapters/local/folder-file-store.ts';
import { fileStoreContract } from '#test/contracts/file-store.contract.ts';

const root = mkdtempSync(join(tmpdir(), 'files-'));
afterAll(() => rmSync(root, { recursive: true }));

const pathOf = (dir: string, key: string) => {
  const [folder = '', sha256 = ''] = key.split('/');
  return join(dir, folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
};

describe('the folder of files', () => {
  fileStoreContract(async () => {
    const dir = join(root, 'contract');
    return {
      store: openFolderFileStore(dir),
      overwrite: async (key, bytes) => writeFileSync(pathOf(dir, key), bytes),
    };
  });

  it('heals a damaged file when the same bytes come again', async () => {
    const dir = join(root, 'heal');
    const store = openFolderFileStore(dir);
    const key = await store.put('raw', Buffer.from('whole'));
    writeFileSync(pathOf(dir, key), 'wh');
    await store.put('raw', Buffer.from('whole'));
    expect(Buffer.from(await store.read(key)).toString()).toBe('whole');
  });

  it('leaves no half-written file behind and lets nobody else of the machine read one', async () => {
    const dir = join(root, 'clean');
    const store = openFolderFileStore(dir);
    const key = await store.put('raw', Buffer.from('a mail'));
    expect(readdirSync(join(dir, 'tmp'))).toEqual([]);
    expect(statSync(pathOf(dir, key)).mode & 0o077).toBe(0);
  });

  it('B246: removes at opening what dead processes or a forgotten hour left half written, and nothing else', () => {
    const dir = join(root, 'orphans');
    openFolderFileStore(dir);
    const { pid: dead } = spawnSync(process.execPath, ['--version']);
    const names = { dead: `${dead}-a`, nameless: 'b', living: `${process.ppid}-c`, old: `${process.ppid}-d` };
    for (const name of Object.values(names)) writeFileSync(join(dir, 'tmp', name), 'half');
    utimesSync(join(dir, 'tmp', names.old), new Date(0), new Date(0));
    openFolderFileStore(dir);
    expect(readdirSync(join(dir, 'tmp'))).toEqual([names.living]);
  });

  it('B252: says TryAgain when the disk is full and GiveUp when it refuses, naming no path', async () => {
    const failing = (code: string) =>
      orFolderFault(() => Promise.reject(Object.assign(new Error('/home/dana/mail'), { code })));
    for (const code of ['ENOSPC', 'EDQUOT', 'EMFILE']) {
      await expect(failing(code)).rejects.toMatchObject({ name: 'TryAgain' });
    }
    for (const code of ['EACCES', 'EROFS', 'EIO']) {
      const fault = await failing(code).catch((error: unknown) => error);
      expect(fault).toMatchObject({ name: 'GiveUp' });
      expect(String(fault)).not.toContain('dana');
    }
  });

  it('cleans up after a write that failed half way', async () => {
    const dir = join(root, 'failing');
    const store = openFolderFileStore(dir);
    // a file where a folder must be
    writeFileSync(join(dir, 'raw'), '');
    await expect(store.put('raw', Buffer.from('x'))).rejects.toMatchObject({ name: 'GiveUp' });
    expect(readdirSync(join(dir, 'tmp'))).toEqual([]);
  });
});
