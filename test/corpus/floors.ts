import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Measured } from './measure.ts';
import { confidentErrors, fieldsOnly, shareOf, shares, sumRows } from './tally.ts';

/** What the reading of held layouts may not fall below: test/golden/accuracy-floors.json. */
const floorsSchema = z.object({
  kinds: z.number(),
  fields: z.record(z.string(), z.number()),
  rowsFound: z.number(),
  rowsThere: z.number(),
  /** at most this share of all values may be wrong at a confidence of 0.9 or more */
  confidentErrorsMax: z.number(),
});
export type Floors = z.infer<typeof floorsSchema>;

const fileSchema = z.object({ full: floorsSchema.optional(), short: floorsSchema.optional() });
const file = new URL('../golden/accuracy-floors.json', import.meta.url);

/** Null where nobody has measured that run yet. */
export function readFloors(run: 'full' | 'short'): Floors | null {
  return fileSchema.parse(JSON.parse(readFileSync(file, 'utf8')))[run] ?? null;
}

/** One sentence for each floor that was fallen through. */
export function fallenThrough(measured: readonly Measured[], floors: Floors): string[] {
  const scores = measured.map(({ score }) => score);
  const values = scores.flatMap((score) => score.values);
  const kinds = scores.flatMap((score) => score.kinds);
  const rows = sumRows(scores);
  const fields = shares(
    fieldsOnly(values),
    ({ medium }) => medium,
    ({ right }) => right,
  );
  const said: string[] = [];
  const atLeast = (what: string, share: number | null, floor: number) => {
    if (share !== null && share < floor)
      said.push(`${what}: ${(share * 100).toFixed(2)} %, the floor is ${(floor * 100).toFixed(2)} %`);
  };
  const right = kinds.filter(({ truth, read }) => truth === read).length;
  atLeast('kinds right', shareOf({ right, all: kinds.length }), floors.kinds);
  for (const [medium, share] of fields) atLeast(`fields right, ${medium}`, shareOf(share), floors.fields[medium] ?? 0);
  for (const medium of Object.keys(floors.fields)) if (!fields.has(medium)) said.push(`no field of ${medium} was read`);
  atLeast('rows found', shareOf({ right: rows.found, all: rows.wanted }), floors.rowsFound);
  atLeast('rows that are there', shareOf({ right: rows.found, all: rows.read }), floors.rowsThere);
  const errors = confidentErrors(values).length / Math.max(1, values.length);
  if (errors > floors.confidentErrorsMax)
    said.push(
      `confident errors: ${(errors * 100).toFixed(2)} % of all values, at most ${(floors.confidentErrorsMax * 100).toFixed(2)} % may be`,
    );
  return said;
}
