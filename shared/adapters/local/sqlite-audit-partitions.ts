import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { orSqliteFault } from './sqlite-faults.ts';

const rowsSchema = z.array(z.object({ chain: z.string() }));

/** By the rows themselves, not by any list of them: so what was laid in past the store is found as well. */
const query = `
  SELECT DISTINCT CASE WHEN substr(pk, 1, 6) = 'CHAIN#' THEN substr(pk, 7) ELSE pk END AS chain FROM records
  WHERE substr(sk, 1, 6) = 'AUDIT#' OR substr(sk, 1, 7) = 'OPENED#'
    OR substr(pk, 1, 11) = 'DESK#AUDIT#' OR substr(pk, 1, 6) = 'CHAIN#'
`;

/** Every partition of the database in which a row of the audit trail, or the end of one, stands. */
export function auditPartitions(path: string): string[] {
  return orSqliteFault(() => {
    const database = new DatabaseSync(path, { readOnly: true, timeout: 10_000 });
    try {
      return rowsSchema.parse(database.prepare(query).all()).map(({ chain }) => chain);
    } finally {
      database.close();
    }
  });
}
