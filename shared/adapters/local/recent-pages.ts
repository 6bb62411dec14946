import { createHash } from 'node:crypto';

/** What was made of a page lately, to be used again: the page of a file, by its bytes, and how it was wanted. */
export type RecentPages<Page> = {
  /** The page made lately, or made now by `make`; null is not kept. */
  get(of: { bytes: Uint8Array; wanted: string }, make: () => Promise<Page | null>): Promise<Page | null>;
};

/**
 * One page is wanted by several steps, one after the other: to be read, to be mended, to be looked at again. Drawing or
 * preparing it anew costs as much as half its reading. The oldest go when all weigh more than `bytesMax`.
 */
export function makeRecentPages<Page>(bytesMax: number, bytesOf: (page: Page) => number): RecentPages<Page> {
  const kept = new Map<string, Page>();
  let weight = 0;
  const drop = (key: string, page: Page) => {
    kept.delete(key);
    weight -= bytesOf(page);
  };
  const keep = (key: string, page: Page) => {
    const before = kept.get(key);
    if (before !== undefined) drop(key, before);
    kept.set(key, page);
    weight += bytesOf(page);
    for (const [oldest, old] of kept) {
      if (weight <= bytesMax) break;
      drop(oldest, old);
    }
  };
  return {
    async get({ bytes, wanted }, make) {
      const key = `${createHash('sha256').update(bytes).digest('hex')} ${wanted}`;
      const page = kept.get(key) ?? (await make());
      if (page !== null) keep(key, page);
      return page;
    },
  };
}
