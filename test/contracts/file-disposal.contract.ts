import { beforeAll, describe, expect, it } from 'vitest';
import type { FileDisposal } from '#shared/ports/file-disposal.ts';
import type { FileStore } from '#shared/ports/file-store.ts';

export type FileDisposalUnderTest = { store: FileStore; disposal: FileDisposal };

export function fileDisposalContract(open: () => Promise<FileDisposalUnderTest>): void {
  let under: FileDisposalUnderTest;
  beforeAll(async () => {
    under = await open();
  });
  const put = (text: string) => under.store.put('document', Buffer.from(text));

  describe('what two people let go of', () => {
    it('is gone, once and again; what lies beside it stays', async () => {
      const [gone, stays] = [await put('to go'), await put('to stay')];
      expect(await under.disposal.lockOf(gone)).toBeNull();
      await under.disposal.destroy(gone);
      await under.disposal.destroy(gone);
      expect([await under.store.has(gone), await under.store.has(stays)]).toEqual([false, true]);
      await expect(under.store.read(gone)).rejects.toMatchObject({ name: 'GiveUp' });
    });

    it('may come again with another mail, and is a file as before', async () => {
      const key = await put('comes again');
      await under.disposal.destroy(key);
      expect(await put('comes again')).toBe(key);
      expect(Buffer.from(await under.store.read(key)).toString()).toBe('comes again');
    });

    it('and was never there, has no lock and is no harm', async () => {
      const key = `raw/${'0'.repeat(64)}`;
      expect(await under.disposal.lockOf(key)).toBeNull();
      await under.disposal.destroy(key);
    });

    it('is named by its key only: nothing else of the store can be named', async () => {
      const kept = await put('beside');
      for (const key of ['', 'document', 'document/', '../document', `secret/${'0'.repeat(64)}`, `${kept}/..`]) {
        await expect(under.disposal.lockOf(key)).rejects.toMatchObject({ name: 'GiveUp' });
        await expect(under.disposal.destroy(key)).rejects.toMatchObject({ name: 'GiveUp' });
      }
      expect(await under.store.has(kept)).toBe(true);
    });
  });
}
