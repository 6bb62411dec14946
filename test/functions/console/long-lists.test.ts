import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { readsMax, walkSubmissions } from '#functions/console/cases/walk-submissions.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { type Desk, openDesk } from './desk.ts';
import { putRowsOf } from './many-mails.ts';

const now = '2026-11-22T14:00:00.000Z';
let desk: Desk;
let rowsRead = 0;
/** The desk's own store, which counts the rows that are read of lists. */
const counting = (records: RecordStore): RecordStore => ({
  ...records,
  list: async (query) => {
    const page = await records.list(query);
    rowsRead += page.records.length;
    return page;
  },
});

beforeEach(async () => {
  desk = openDesk(await mkdtemp(join(tmpdir(), 'desk-')));
  rowsRead = 0;
});
const referencesIn = (page: string) => [...new Set(page.match(/LA-2026-\d{6}/g) ?? [])];
const olderIn = (page: string) => /rel="next" href="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? null;

describe('a list over every mail', () => {
  it.each([
    ['/audit', 'auditor'],
    ['/outbox', 'reviewer'],
    ['/quarantine', 'security'],
  ] as const)('%s is read a page at a time, over the months, each mail once', async (path, role) => {
    await putRowsOf(desk.records, 60, { isSuspect: true, isAnswered: true });
    const seen: string[] = [];
    let address: string | null = path;
    const app = desk.as(role);
    for (let pages = 0; address !== null && pages < 5; pages += 1) {
      const page: string = await (await app.request(address)).text();
      seen.push(...referencesIn(page));
      address = olderIn(page);
    }
    expect(new Set(seen).size).toBe(60);
    expect(seen).toHaveLength(60);
  });

  it('reads no more rows than it shows', async () => {
    await putRowsOf(desk.records, 200);
    const walk = await walkSubmissions(counting(desk.records), now, { from: undefined, limit: 25 });
    expect(walk.submissions).toHaveLength(25);
    expect(rowsRead).toBeLessThanOrEqual(2 * 26);
  });

  it('looks at a thousand rows at most for what is rare, and goes on from there', async () => {
    await putRowsOf(desk.records, readsMax + 30);
    const rare = { limit: 25, isWanted: ({ reference }: { reference: string }) => reference === 'LA-2026-000001' };
    const first = await walkSubmissions(counting(desk.records), now, { ...rare, from: undefined });
    expect([first.submissions.length, first.older === null]).toEqual([0, false]);
    expect(rowsRead).toBeLessThanOrEqual(readsMax + 100);
    const next = await walkSubmissions(desk.records, now, { ...rare, from: first.older ?? undefined });
    expect([next.submissions.map(({ reference }) => reference), next.older]).toEqual([['LA-2026-000001'], null]);
  });

  it('B233: begins at the newest where its address names no place that there is', async () => {
    await putRowsOf(desk.records, 3);
    for (const from of ['page2', '2026-11-01', "'; drop", '']) {
      const walk = await walkSubmissions(desk.records, now, { from, limit: 25 });
      expect(walk.submissions).toHaveLength(3);
    }
  });
});
