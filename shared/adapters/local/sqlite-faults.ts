import { z } from 'zod';
import { GiveUp, TryAgain } from '#shared/domain/faults.ts';

const sqliteErrorSchema = z.object({ errcode: z.number().int() });

/** Busy, locked, out of memory, I/O error, full, cannot open: it may work later. */
const passing = new Set([5, 6, 7, 10, 13, 14]);

/** Runs one piece of work on the database; what SQLite throws becomes one of the two faults. */
export function orSqliteFault<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    const parsed = sqliteErrorSchema.safeParse(error);
    if (!parsed.success) throw error;
    // the low byte is the primary result code
    const code = parsed.data.errcode & 0xff;
    if (passing.has(code)) throw new TryAgain(`the record store is busy (SQLite ${parsed.data.errcode})`);
    throw new GiveUp(`the record store refused (SQLite ${parsed.data.errcode})`);
  }
}
