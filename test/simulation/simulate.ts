import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { liveAYear } from './live-a-year.ts';

const usage = 'npm run simulate -- [--people 1000] [--year 2026] [--seed demonstration] [--out .tmp/simulation]';

const flagsSchema = z.object({
  people: z.coerce.number().int().min(1).max(9000),
  // the pages of the programme begin with 2024
  year: z.coerce.number().int().min(2024).max(2098),
  seed: z.string().min(1),
  out: z.string().min(1),
});

function readFlags() {
  const { values } = parseArgs({
    options: {
      people: { type: 'string', default: '1000' },
      year: { type: 'string', default: '2026' },
      seed: { type: 'string', default: 'demonstration' },
      out: { type: 'string', default: '.tmp/simulation' },
    },
  });
  return flagsSchema.parse(values);
}

/** `npm run simulate`: a whole programme's year in minutes; ends with 1 when something that has to hold does not. */
async function main(): Promise<boolean> {
  const { out, ...wish } = readFlags();
  const begun = performance.now();
  const seconds = () => `${Math.round((performance.now() - begun) / 1000)} s`;
  const lived = await liveAYear(wish, ({ day, received, decided, waiting, met }) => {
    const line = `${day}  received ${received}, decided ${decided}, waiting ${waiting}, met ${met}  (${seconds()})`;
    if (process.stderr.isTTY) process.stderr.write(`\r${line}   `);
    else if (day.endsWith('-01')) console.error(line);
  });
  if (process.stderr.isTTY) process.stderr.write('\n');
  await mkdir(out, { recursive: true });
  for (const [name, content] of lived.files) await writeFile(join(out, name), content);
  console.log(lived.report);
  console.log(`Lived in ${seconds()}. The report, the plot and the office's own files of the year are in ${out}.`);
  return lived.holds;
}

main().then(
  (holds) => process.exit(holds ? 0 : 1),
  (fault: unknown) => {
    console.error(fault instanceof z.ZodError || fault instanceof TypeError ? `usage: ${usage}` : fault);
    process.exit(1);
  },
);
