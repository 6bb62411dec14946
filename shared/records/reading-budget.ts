import { z } from 'zod';
import { Paced, TryAgain } from '#shared/domain/faults.ts';
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
  return change(budget, (cost) =>
    cost.microdollars + purchase.price > budget.ceiling
      ? { cost: { ...cost, stopped: cost.stopped + 1 }, said: 'over' as const }
      : { cost: withPurchase(cost, purchase, 1), said: 'counted' as const },
  );
}

/**
 * Buys what was counted. A service that held it back has sold nothing and bills nothing, so it is not counted any more: a mail that
 * waits for its turn for an hour would have spent all that it may by asking.
 */
export async function buyCounted<Bought>(
  budget: Budget,
  purchase: Purchase,
  buy: () => Promise<Bought>,
): Promise<Bought> {
  try {
    return await buy();
  } catch (fault) {
    if (fault instanceof Paced && purchase.price > 0)
      await change(budget, (cost) => ({ cost: withPurchase(cost, purchase, -1), said: 'given back' }));
    throw fault;
  }
}

async function change<Said>(
  { records, submissionId }: Budget,
  how: (cost: ReadingCost) => { cost: ReadingCost; said: Said },
): Promise<Said> {
  for (let attempt = 0; attempt < triesMax; attempt++) {
    const row = await records.find(costKey(submissionId));
    const { cost: body, said } = how(row ? bodyOf(readingCostSchema, row) : nothing);
    const expect = row ? { version: row.version } : ('absent' as const);
    const written = await records.write([{ put: { ...costKey(submissionId), body }, expect }]);
    if (written === 'written') return said;
  }
  throw new TryAgain('too many pages of this mail are being counted at once');
}

function withPurchase(cost: ReadingCost, { what, price }: Purchase, times: 1 | -1): ReadingCost {
  const microdollars = Math.max(0, cost.microdollars + times * price);
  const counted = what === 'page' ? 'pages' : 'looks';
  return { ...cost, microdollars, [counted]: Math.max(0, cost[counted] + times) };
}

/** What reading the pictures of a mail has cost so far. */
export async function findReadingCost(records: RecordStore, submissionId: SubmissionId): Promise<ReadingCost> {
  const row = await records.find(costKey(submissionId));
  return row ? bodyOf(readingCostSchema, row) : nothing;
}
