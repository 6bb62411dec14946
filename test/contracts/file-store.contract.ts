import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { type FileStore, fileFolders } from '#shared/ports/file-store.ts';

/** What a store under test must allow from behind: bytes changed or cut short on the disk or in the bucket. */
export type FileStoreUnderTest = {
  store: FileStore;
  overwrite(key: string, bytes: Uint8Array): Promise<void>;
};

export function fileStoreContract(open: () => Promise<FileStoreUnderTest>): void {
  let under: FileStoreUnderTest;
  beforeAll(async () => {
    under = await open();
  });
  const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

  describe('files', () => {
    it.each(fileFolders)('in %s are named by their bytes and come back byte for byte', async (folder) => {
      const bytes = Uint8Array.from({ length: 70_000 }, (_, at) => (at * 7919) % 256);
      const key = await under.store.put(folder, bytes);
      expect(key).toBe(`${folder}/${sha256(bytes)}`);
      expect(Buffer.from(await under.store.read(key)).equals(bytes)).toBe(true);
      expect(await under.store.has(key)).toBe(true);
    });

    it('put again are the same file, alone and all at once', async () => {
      const bytes = Buffer.from('the same certificate, attached twice');
      const keys = await Promise.all(Array.from({ length: 5 }, () => under.store.put('document', bytes)));
      keys.push(await under.store.put('document', bytes));
      expect(new Set(keys)).toEqual(new Set([`document/${sha256(bytes)}`]));
      expect(Buffer.from(await under.store.read(keys[0] ?? '')).equals(bytes)).toBe(true);
    });

    it('of no bytes, and of megabytes, are files too', async () => {
      for (const bytes of [new Uint8Array(0), new Uint8Array(3_000_000).fill(65)]) {
        const key = await under.store.put('raw', bytes);
        expect((await under.store.read(key)).length).toBe(bytes.length);
      }
    });

    it('are listed by their folder, each once and in order, page after page', async () => {
      const keys = await Promise.all(
        Array.from({ length: 40 }, (_, at) => under.store.put('raw', Buffer.from(`mail ${at}`))),
      );
      const elsewhere = await under.store.put('reading', Buffer.from('of another folder'));
      const found: string[] = [];
      let page = await under.store.list('raw');
      found.push(...page.keys);
      while (page.after !== undefined) {
        page = await under.store.list('raw', page.after);
        found.push(...page.keys);
      }
      expect(found).toEqual([...new Set(found)].sort());
      expect(keys.filter((key) => !found.includes(key))).toEqual([]);
      expect(found).not.toContain(elsewhere);
    });

    it('are in one folder only', async () => {
      const bytes = Buffer.from('a picture of a page');
      const key = await under.store.put('picture', bytes);
      expect(await under.store.has(key.replace('picture', 'raw'))).toBe(false);
    });
  });

  describe('a file', () => {
    it('that is not there is given up', async () => {
      const key = `raw/${'0'.repeat(64)}`;
      expect(await under.store.has(key)).toBe(false);
      await expect(under.store.read(key)).rejects.toMatchObject({ name: 'GiveUp' });
    });

    it('whose bytes were changed behind the store is given up, never handed out', async () => {
      const key = await under.store.put('reading', Buffer.from('what was read'));
      await under.overwrite(key, Buffer.from('what was reaD'));
      await expect(under.store.read(key)).rejects.toMatchObject({ name: 'GiveUp' });
    });

    it('is asked for by its key only: a path out of the folder is refused', async () => {
      const bad = ['', 'raw', 'raw/', `raw/${'A'.repeat(64)}`, `../raw/${'0'.repeat(64)}`, `secret/${'0'.repeat(64)}`];
      for (const key of [...bad, `raw/${'0'.repeat(64)}/..`, 'raw/../../etc/passwd', `raw/${'0'.repeat(64)}\0`]) {
        await expect(under.store.read(key)).rejects.toMatchObject({ name: 'GiveUp' });
        await expect(under.store.has(key)).rejects.toMatchObject({ name: 'GiveUp' });
      }
    });
  });
}
