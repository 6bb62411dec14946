import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { FileId } from '#shared/domain/ids.ts';
import { type PageReading, pageReadingSchema } from '#shared/domain/reading.ts';
import type { FileStore } from '#shared/ports/file-store.ts';
import type { PagePicture, TextReader } from '#shared/ports/text-reader.ts';
import { pageReadWrite } from './page-read-records.ts';
import { type Budget, buyCounted, countPurchase, type Purchase } from './reading-budget.ts';

const bodySchema = z.object({ readingKey: z.string() });

export const overBudget =
  'Reading this mail by machine has cost as much as one mail may. A person will read this page.';

/**
 * `fileId`: the file that the pages are of, so that its period and the orders about it reach what is kept of them. `mayKeep`: this page
 * by itself may be kept, whatever the pages before it turn out to be.
 */
type KeepingBudget = Budget & { fileId: FileId; mayKeep?: (reading: PageReading) => boolean };

/**
 * A reader whose pages cost money, for one mail: a picture that was read before is not paid again, whoever sent it and
 * however often its step is walked; at the mail's ceiling a page stays unread with its cause. A reader without a price
 * is given back as it is.
 */
export function paidTextReader(textReader: TextReader, files: FileStore, budget: KeepingBudget): TextReader {
  const { priceOf } = textReader;
  const { mayKeep = () => true } = budget;
  if (priceOf === undefined) return textReader;
  return {
    ...textReader,
    async readPage(page) {
      const price = priceOf(page);
      if (price === 0) return textReader.readPage(page);
      const key = keyOf(textReader, page);
      const known = await knownPage(files, budget, key);
      if (known !== null) return known;
      // before it is counted: who is told to come again has bought nothing
      await textReader.turn?.();
      const purchase: Purchase = { what: 'page', price };
      if ((await countPurchase(budget, purchase)) === 'over') return notBought;
      const reading = await buyCounted(budget, purchase, () => textReader.readPage(page));
      if (reading.unreadFor === undefined && mayKeep(reading)) await keepPage(files, budget, key, reading);
      return reading;
    },
  };
}

const notBought: PageReading = {
  ...{
    number: 1,
    width: 1,
    height: 1,
    medium: 'unread',
    words: [],
    checkMarks: [],
    rules: [],
    ink: [],
    formFields: [],
  },
  unreadBecause: overBudget,
  unreadFor: 'budget',
};

/** `PICTURE#<sha256>` / engine and page: the same picture read by the same engine says the same. */
function keyOf({ engine }: TextReader, { bytes, page = 1 }: PagePicture) {
  return { pk: `PICTURE#${createHash('sha256').update(bytes).digest('hex')}`, sk: `${engine}#${page}` };
}

type Key = ReturnType<typeof keyOf>;

async function knownPage(files: FileStore, budget: KeepingBudget, key: Key): Promise<PageReading | null> {
  const { records } = budget;
  const body = bodySchema.safeParse((await records.find(key))?.body);
  if (!body.success) return null;
  // noted first: what somebody needs is not destroyed for another mail, whose period may be over
  await records.write([pageReadWrite(budget, body.data.readingKey)]);
  if (!(await files.has(body.data.readingKey))) return null;
  const read = JSON.parse(new TextDecoder().decode(await files.read(body.data.readingKey)));
  return pageReadingSchema.safeParse(read).data ?? null;
}

async function keepPage(files: FileStore, budget: KeepingBudget, key: Key, reading: PageReading): Promise<void> {
  const readingKey = await files.put('reading', new TextEncoder().encode(JSON.stringify(reading)));
  await budget.records.write([
    { put: { ...key, body: { readingKey } }, expect: 'any' },
    pageReadWrite(budget, readingKey),
  ]);
}
