import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openFolderFileStore } from '#shared/adapters/local/folder-file-store.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { Paced, TryAgain } from '#shared/domain/faults.ts';
import { type FileId, fileIdOf } from '#shared/domain/ids.ts';
import type { PageReading } from '#shared/domain/reading.ts';
import type { FileStore } from '#shared/ports/file-store.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import type { SecondReader } from '#shared/ports/second-reader.ts';
import type { TextReader } from '#shared/ports/text-reader.ts';
import { unreadPage } from '#shared/reading/unread-page.ts';
import { pageReadingsOf } from '#shared/records/page-read-records.ts';
import { paidSecondReader } from '#shared/records/paid-second-reader.ts';
import { overBudget, paidTextReader } from '#shared/records/paid-text-reader.ts';
import { type Budget, countPurchase, findReadingCost } from '#shared/records/reading-budget.ts';
import { submissionIdFor } from '#test/builders/a-submission.ts';

const submissionId = submissionIdFor(1);
let place = '';
let records: RecordStore & { close(): void };
let files: FileStore;
const budget = (ceiling = 500_000): Budget & { fileId: FileId } => {
  return { records, submissionId, fileId: fileIdOf(1), ceiling };
};
const cost = () => findReadingCost(records, submissionId);

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'reading-budget-'));
  records = openSqliteRecordStore(join(place, 'records.sqlite'));
  files = openFolderFileStore(join(place, 'files'));
});
afterEach(() => {
  records.close();
  rmSync(place, { recursive: true, force: true });
});

describe('what reading a mail costs', () => {
  test('is counted page by page and look by look', async () => {
    expect(await cost()).toEqual({ microdollars: 0, pages: 0, looks: 0, stopped: 0 });
    await countPurchase(budget(), { what: 'page', price: 1_500 });
    await countPurchase(budget(), { what: 'page', price: 1_500 });
    await countPurchase(budget(), { what: 'look', price: 50_000 });
    expect(await cost()).toEqual({ microdollars: 53_000, pages: 2, looks: 1, stopped: 0 });
  });

  test('is never above the ceiling: what would go over is not bought, what still fits is', async () => {
    expect(await countPurchase(budget(51_500), { what: 'look', price: 50_000 })).toBe('counted');
    expect(await countPurchase(budget(51_500), { what: 'look', price: 3_500 })).toBe('over');
    expect(await countPurchase(budget(51_500), { what: 'page', price: 1_500 })).toBe('counted');
    expect(await cost()).toEqual({ microdollars: 51_500, pages: 1, looks: 1, stopped: 1 });
  });

  test('stays under the ceiling when many pages are counted at once', async () => {
    const buying = Array.from({ length: 40 }, () => countPurchase(budget(30_000), { what: 'page', price: 1_500 }));
    const bought = (await Promise.all(buying)).filter((answer) => answer === 'counted');
    expect(bought).toHaveLength(20);
    expect(await cost()).toEqual({ microdollars: 30_000, pages: 20, looks: 0, stopped: 20 });
  });

  test('of one mail is nothing to another', async () => {
    await countPurchase(budget(1_500), { what: 'page', price: 1_500 });
    const other = { ...budget(1_500), submissionId: submissionIdFor(2) };
    expect(await countPurchase(other, { what: 'page', price: 1_500 })).toBe('counted');
  });

  test('leaves no row where it is free', async () => {
    expect(await countPurchase(budget(0), { what: 'page', price: 0 })).toBe('counted');
    expect((await records.list({ pk: `SUB#${submissionId}` })).records).toEqual([]);
  });
});

const seenPage: PageReading = { ...unreadPage(1, { width: 10, height: 10 }, ''), medium: 'ocr' };
const picture = (byte: number) => ({ bytes: Uint8Array.of(byte), mediaType: 'image/png' as const });

/** A reader that is paid for each page, counts its pages, and does what it is told. */
function aPaidReader(read: () => PageReading = () => seenPage) {
  const counted = { pages: 0 };
  const reader: TextReader = {
    engine: 'paid-eyes',
    priceOf: () => 1_500,
    async readPage() {
      counted.pages += 1;
      return read();
    },
  };
  return { reader, counted };
}

describe('a reader that is paid for each page', () => {
  test('is not paid again for a picture it read before, in this mail or another', async () => {
    const { reader, counted } = aPaidReader();
    const first = await paidTextReader(reader, files, budget()).readPage(picture(1));
    const other = { ...budget(), submissionId: submissionIdFor(2) };
    expect(await paidTextReader(reader, files, other).readPage(picture(1))).toEqual(first);
    await paidTextReader(reader, files, budget()).readPage({ ...picture(1), page: 2 });
    expect(counted.pages).toBe(2);
    expect(await cost()).toMatchObject({ microdollars: 3_000, pages: 2 });
  });

  test('is noted with each mail that used what it read, so that the period of each reaches it', async () => {
    const { reader } = aPaidReader();
    await paidTextReader(reader, files, budget()).readPage(picture(1));
    const other = { ...budget(), submissionId: submissionIdFor(2), fileId: fileIdOf(3) };
    await paidTextReader(reader, files, other).readPage(picture(1));
    const [mine, theirs] = [
      await pageReadingsOf(records, submissionId),
      await pageReadingsOf(records, other.submissionId),
    ];
    expect(mine).toEqual([{ fileId: fileIdOf(1), key: expect.stringMatching(/^reading\//) }]);
    expect(theirs).toEqual([{ fileId: fileIdOf(3), key: mine[0]?.key }]);
  });

  test('at the ceiling leaves a page unread with its cause, and is not asked', async () => {
    const { reader, counted } = aPaidReader();
    const paid = paidTextReader(reader, files, budget(3_000));
    const read = [];
    for (const byte of [1, 2, 3]) read.push(await paid.readPage(picture(byte)));
    expect(read.map(({ medium }) => medium)).toEqual(['ocr', 'ocr', 'unread']);
    expect(read[2]).toMatchObject({ unreadFor: 'budget', unreadBecause: overBudget });
    expect(counted.pages).toBe(2);
  });

  test('that was cut off has been counted, and is counted again when it is asked again', async () => {
    let isUp = false;
    const { reader } = aPaidReader(() => {
      if (!isUp) throw new TryAgain('cut off');
      return seenPage;
    });
    const paid = paidTextReader(reader, files, budget());
    await expect(paid.readPage(picture(1))).rejects.toMatchObject({ name: 'TryAgain' });
    expect(await cost()).toMatchObject({ microdollars: 1_500 });
    isUp = true;
    expect(await paid.readPage(picture(1))).toEqual(seenPage);
    expect(await cost()).toMatchObject({ microdollars: 3_000 });
  });

  test('that failed to answer is asked again another day', async () => {
    const failed = { ...unreadPage(1, { width: 10, height: 10 }, 'no sense'), unreadFor: 'reader-failed' as const };
    const { reader, counted } = aPaidReader(() => failed);
    const paid = paidTextReader(reader, files, budget());
    await paid.readPage(picture(1));
    await paid.readPage(picture(1));
    expect(counted.pages).toBe(2);
  });

  test('without a price is the reader itself', () => {
    const free: TextReader = { engine: 'eyes', readPage: async () => seenPage };
    expect(paidTextReader(free, files, budget(0))).toBe(free);
  });
});

describe('a second look that is paid', () => {
  const place = { id: 'hours', look: 'mark' as const, box: [0, 0, 1, 1] as [number, number, number, number] };
  const page = { ...picture(1), turned: 0 };
  const reader: SecondReader = {
    engine: 'paid-eyes',
    priceOf: (places) => places.length * 50_000,
    readPlaces: async (_page, places) =>
      places.map(({ id }) => ({ id, look: 'mark' as const, present: true, confidence: 1 })),
  };

  test('is counted, and at the ceiling judges nothing', async () => {
    const paid = paidSecondReader(reader, budget(60_000));
    expect(await paid.readPlaces(page, [place])).toHaveLength(1);
    expect(await paid.readPlaces(page, [place])).toEqual([]);
    expect(await cost()).toEqual({ microdollars: 50_000, pages: 0, looks: 1, stopped: 1 });
  });

  test('without a price is the reader itself', () => {
    const free: SecondReader = { engine: 'eyes', readPlaces: async () => [] };
    expect(paidSecondReader(free, budget(0))).toBe(free);
  });
});

test('being told to wait for a turn buys nothing, and spends nothing of what a mail may cost', async () => {
  const turn = async () => {
    throw new TryAgain('too many wait');
  };
  const notAsked = async () => {
    throw new Error('asked without a turn');
  };
  const textReader: TextReader = { engine: 'paced', priceOf: () => 1_500, turn, readPage: notAsked };
  const secondReader: SecondReader = { engine: 'paced', priceOf: () => 50_000, turn, readPlaces: notAsked };
  const picture = { bytes: Uint8Array.from([1]), mediaType: 'image/png' as const };

  await expect(paidTextReader(textReader, files, budget()).readPage(picture)).rejects.toBeInstanceOf(TryAgain);
  await expect(
    paidSecondReader(secondReader, budget()).readPlaces({ ...picture, turned: 0 }, []),
  ).rejects.toBeInstanceOf(TryAgain);
  expect(await cost()).toEqual({ microdollars: 0, pages: 0, looks: 0, stopped: 0 });
});

test('what was counted and then held back by the service is not counted any more, however often it is asked for', async () => {
  const heldBack = async () => {
    throw new Paced('too many ask');
  };
  const textReader: TextReader = { engine: 'paced', priceOf: () => 1_500, readPage: heldBack };
  const secondReader: SecondReader = { engine: 'paced', priceOf: () => 50_000, readPlaces: heldBack };
  const picture = { bytes: Uint8Array.from([1]), mediaType: 'image/png' as const };

  // twenty looks would be a dollar, twice what this mail may cost
  for (let time = 0; time < 20; time += 1) {
    await expect(paidTextReader(textReader, files, budget()).readPage(picture)).rejects.toBeInstanceOf(Paced);
    await expect(
      paidSecondReader(secondReader, budget()).readPlaces({ ...picture, turned: 0 }, []),
    ).rejects.toBeInstanceOf(Paced);
  }
  expect(await cost()).toEqual({ microdollars: 0, pages: 0, looks: 0, stopped: 0 });
});
