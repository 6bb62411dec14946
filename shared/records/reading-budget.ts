import { z } from 'zod';
import { TryAgain } from '#shared/domain/faults.ts';
import type { SubmissionId } from '#shared/domain/ids.ts';
import type { Microdollars } from '#shared/domain/price.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { bodyOf } from './stored-body.ts';

/** `SUB#<submissionId>` / `READING-COST` */
const costKey = (id: SubmissionId) => ({ pk: `SUB#${id}`, sk: 'READING-COST' });

const count = z.number().int().min(0);
const readingCostSchema = z.object({
  microdollars: count,
  /** pages read, and pages looked at a second time */
  pages: count,
  looks: count,
  /** what was not read because the mail had cost enough */
  stopped: count,
});
export type ReadingCost = z.infer<typeof readingCostSchema>;

const nothing: ReadingCost = { microdollars: 0, pages: 0, looks: 0, stopped: 0 };

/** What may be bought: the first reading of a page, or a second look at it. */
export type Purchase = { what: 'page' | 'look'; price: Microdollars };
export type Budget = { records: RecordStore; submissionId: SubmissionId; ceiling: Microdollars };

/** Half a dollar: 333 pages of plain text, or ten second looks at forms. */
export const defaultCeiling: Microdollars = 500_000;

/** Four pages of each of a mail's files are read at once; each of them may have to write again a few times. */
const triesMax = 100;

/**
 * Counts a purchase against the mail before it is paid for. What is cut off between the two was counted and perhaps not
 * paid, never paid and not counted. "over" when the mail would cost more than its ceiling; that is counted too.
 */
export async function countPurchase(budget: Budget, purchase: Purchase): Promise<'counted' | 'over'> {
  if (purchase.price === 0) return 'counted';
  const { records, submissionId, ceiling } = budget;
  for (let attempt = 0; attempt < triesMax; attempt++) {
    const row = await records.find(costKey(submissionId));
    const cost = row ? bodyOf(readingCostSchema, row) : nothing;
    const isOver = cost.microdollars + purchase.price > ceiling;
    const body = isOver ? { ...cost, stopped: cost.stopped + 1 } : withPurchase(cost, purchase);
    const expect = row ? { version: row.version } : ('absent' as const);
    const written = await records.write([{ put: { ...costKey(submissionId), body }, expect }]);
    if (written === 'written') return isOver ? 'over' : 'counted';
  }
  throw new TryAgain('too many pages of this mail are being counted at once');
}

function withPurchase(cost: ReadingCost, { what, price }: Purchase): ReadingCost {
  const microdollars = cost.microdollars + price;
  return what === 'page'
    ? { ...cost, microdollars, pages: cost.pages + 1 }
    : { ...cost, microdollars, looks: cost.looks + 1 };
}

/** What reading the pictures of a mail has cost so far. */
export async function findReadingCost(records: RecordStore, submissionId: SubmissionId): Promise<ReadingCost> {
  const row = await records.find(costKey(submissionId));
  return row ? bodyOf(readingCostSchema, row) : nothing;
}
