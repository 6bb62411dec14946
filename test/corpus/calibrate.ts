import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type CalibrationRow, shareOf } from '#functions/read-fields/second-look/sureness.ts';
import { valueTypeOf } from '#shared/domain/value-types.ts';
import { fitRows, type Point } from './calibration/fit-rows.ts';

/**
 * npm run calibrate: from the values that `npm run accuracy` left, fits how often a value seen on a picture is right, by
 * its type, what a second look said, and how sure its reading was by itself. Fitted on `fit` layouts, shown beside what
 * the `held` ones were like.
 */
const valuesFile = join(import.meta.dirname, '../../dist/corpus/values.jsonl');
const tableFile = join(import.meta.dirname, '../../functions/read-fields/second-look/calibration.json');

/** No sort of value passes for certain of which more than this share was wrong. */
const errorTarget = 0.02;

const valueSchema = z.object({
  split: z.enum(['fit', 'held']),
  field: z.string(),
  value: z.union([z.string(), z.boolean(), z.null()]).optional(),
  right: z.boolean(),
  source: z.object({ medium: z.string(), sureness: z.number() }).nullish(),
  witness: z.object({ verdict: z.string() }).nullish(),
});
type Value = z.infer<typeof valueSchema>;

function pointOf({ field, value, right, source, witness }: Value): Point[] {
  if (value === null || value === undefined || source?.medium !== 'ocr' || !witness) return [];
  return [{ type: valueTypeOf(field), verdict: witness.verdict, sureness: source.sureness, right }];
}

const isIn =
  ({ type, verdict, from }: CalibrationRow, next: number) =>
  (point: Point) =>
    point.type === type && point.verdict === verdict && point.sureness >= from && point.sureness < next;

const percent = (share: number) => `${(share * 100).toFixed(1)} %`.padStart(8);

/** One line a row: what was fitted, and how many of the held values in it were right. */
function lineOf(row: CalibrationRow, next: number, held: readonly Point[]): string {
  const own = held.filter(isIn(row, next));
  const beside = own.length === 0 ? 'none' : `${own.filter(({ right }) => right).length} of ${own.length}`;
  const isCertain = row.verdict === 'agrees' && 1 - shareOf(row) <= errorTarget;
  const name = `${row.type} ${row.verdict}`.padEnd(22);
  return `${name} from ${row.from.toFixed(2)}  ${String(row.right).padStart(4)} of ${String(row.seen).padEnd(4)}${percent(shareOf(row))}  held: ${beside.padEnd(12)}${isCertain ? ' may be certain' : ''}`;
}

async function main(): Promise<void> {
  const written = await readFile(valuesFile, 'utf8').catch(() => '');
  const lines = written.split('\n').filter((line) => line !== '');
  const values = lines.map((line) => valueSchema.parse(JSON.parse(line)));
  const fit = values.filter(({ split }) => split === 'fit').flatMap(pointOf);
  const held = values.filter(({ split }) => split === 'held').flatMap(pointOf);
  if (fit.length === 0) throw new Error('There are no values seen on pictures. Run npm run accuracy first.');
  const rows = fitRows(fit);
  for (const [at, row] of rows.entries()) {
    const following = rows[at + 1];
    const isSame = following?.type === row.type && following.verdict === row.verdict;
    console.log(lineOf(row, isSame ? following.from : Number.POSITIVE_INFINITY, held));
  }
  const table = { errorTarget, rows };
  await writeFile(tableFile, `${JSON.stringify(table, null, 2)}\n`);
  console.log(`\n${fit.length} values fitted, ${held.length} held; written to calibration.json`);
}

main().catch((fault: unknown) => {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exitCode = 1;
});
