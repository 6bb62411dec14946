import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Row } from './row.ts';

/** `noise`: by what share of the budget a run on a busy machine may lie above it; seen, not guessed. */
const budgetsSchema = z.record(z.string(), z.object({ ratio: z.number(), noise: z.number() }));
export type Budgets = z.infer<typeof budgetsSchema>;

export async function readBudgets(): Promise<Budgets> {
  return budgetsSchema.parse(JSON.parse(await readFile(join(import.meta.dirname, '../budgets.json'), 'utf8')));
}

/** What got worse than it may be, in words. A ratio that has a budget and was not measured where its section ran is a fault too. */
export function overBudget(rows: readonly Row[], budgets: Budgets): string[] {
  const measured = new Set(rows.map(({ id }) => id.split('.')[0]));
  return Object.entries(budgets).flatMap(([id, { ratio, noise }]) => {
    if (!measured.has(id.split('.')[0])) return [];
    const row = rows.find((one) => one.id === id);
    if (row?.peer?.value === null) return [];
    if (!row?.ratio) return [`${id} has a budget and was not measured`];
    const most = ratio * (1 + noise);
    if (row.ratio.middle <= most) return [];
    return [`${id}: ${row.ratio.middle.toFixed(2)} x ${row.peer?.name}, budget ${ratio} and ${noise * 100} % of noise`];
  });
}
