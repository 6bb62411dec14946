import { parseArgs } from 'node:util';
import { z } from 'zod';
import { targetSchema, targets } from './fuzz-message.ts';
import { type FuzzFailure, type FuzzRun, runFuzz } from './run-fuzz.ts';

const usage = `npm run fuzz -- [--seconds 1800] [--seed 1] [--only ${targets.join(',')}] [--from CASE] [--cases COUNT]`;
const flagsSchema = z.object({
  seconds: z.coerce.number().min(1),
  seed: z.string().min(1),
  only: z
    .string()
    .optional()
    .transform((list) => list?.split(','))
    .pipe(z.array(targetSchema).optional()),
  from: z.coerce.number().int().min(0).optional(),
  cases: z.coerce.number().int().min(1).optional(),
});
const tellEveryMs = 30_000;

function readFlags() {
  const { values } = parseArgs({
    options: {
      seconds: { type: 'string', default: '1800' },
      seed: { type: 'string', default: '1' },
      only: { type: 'string' },
      from: { type: 'string' },
      cases: { type: 'string' },
    },
  });
  return flagsSchema.parse(values);
}

const total = ({ cases }: FuzzRun) => Object.values(cases).reduce((sum, count) => sum + count, 0);

function tellFailure({ target, case: number, says, file }: FuzzFailure, seed: string, only: readonly string[]): void {
  console.error(`${target}, case ${number}: ${says}\n  kept as ${file}`);
  const which = only.length === targets.length ? '' : ` --only ${only.join(',')}`;
  console.error(`  again: npm run fuzz -- --seed ${seed}${which} --from ${number} --cases 1`);
}

/** `npm run fuzz`: breaks what strangers send until the time is over; ends with 1 when a reader does not bear it. */
async function main(): Promise<boolean> {
  const { only = targets, from, cases, ...flags } = readFlags();
  const begun = performance.now();
  let [toldAt, toldFailures] = [begun, 0];
  const wish = { ...flags, only, ...(from === undefined ? {} : { from }), ...(cases === undefined ? {} : { cases }) };
  const run = await runFuzz(wish, (now, number) => {
    for (const failure of now.failures.slice(toldFailures)) tellFailure(failure, flags.seed, only);
    toldFailures = now.failures.length;
    if (performance.now() - toldAt < tellEveryMs) return;
    toldAt = performance.now();
    const seconds = Math.round((toldAt - begun) / 1000);
    console.error(
      `${seconds} s: ${total(now)} cases, ${now.failures.length} faults, seed ${flags.seed}, at case ${number}`,
    );
  });
  for (const [target, count] of Object.entries(run.cases)) console.log(`${target.padEnd(10)} ${count} cases`);
  console.log(`${total(run)} cases, ${run.failures.length} faults, seed ${flags.seed}`);
  return run.failures.length === 0;
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  if (!(error instanceof z.ZodError)) throw error;
  console.error(`${z.prettifyError(error)}\n${usage}`);
  process.exitCode = 2;
}
