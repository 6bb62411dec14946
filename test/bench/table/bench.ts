import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { flagsOfCommand } from '#test/builders/flags-of-command.ts';
import { overBudget, readBudgets } from './budgets.ts';
import { lineOf, withTable } from './readme-table.ts';
import { type Row, rowSchema } from './row.ts';
import { sections } from './sections.ts';

/**
 * `npm run bench`: what we claim, beside what people would use instead, in one run. Keeps `test/bench/measured.json` and the table in
 * README.md. `--only store,mime` measures those alone and leaves the other lines as they are. `--short` is for CI: it writes nothing and
 * ends with 1 when a ratio is worse than `test/bench/budgets.json` by more than its stated noise. The short sections take two minutes.
 */
const values = flagsOfCommand(`npm run bench -- [--only ${Object.keys(sections).join(',')}] [--short]`, {
  only: { type: 'string' },
  short: { type: 'boolean', default: false },
});
const here = import.meta.dirname;
const kept = join(here, '../measured.json');
const readme = join(here, '../../../README.md');
/** What reads pictures takes minutes, and is watched by its floors (`npm run accuracy`). */
const shortOnes = ['mime', 'rules', 'store', 'start', 'sweep', 'console'];

const measuredSchema = z.object({ rows: z.array(rowSchema.extend({ measured: z.string() })) });
export type Measured = z.infer<typeof measuredSchema>;

async function runOne(name: string, folder: string): Promise<Row[]> {
  const to = join(folder, `${name}.json`);
  const flags = ['--name', name, '--to', to, ...(values.short ? ['--short'] : [])];
  const child = spawn(process.execPath, [join(here, 'run-section.ts'), ...flags], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`the section ${name} ended with ${code}`);
  return z.array(rowSchema).parse(JSON.parse(await readFile(to, 'utf8')));
}

async function measureAll(names: readonly string[]): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  const rows: Row[] = [];
  for (const [at, name] of names.entries()) {
    const started = performance.now();
    process.stderr.write(`${at + 1} of ${names.length}: ${name}\n`);
    const own = await runOne(name, folder);
    for (const row of own) console.log(lineOf(row));
    process.stderr.write(`  ${Math.round((performance.now() - started) / 1000)} s\n`);
    rows.push(...own);
  }
  await rm(folder, { recursive: true, force: true });
  return rows;
}

/** A line that was measured again takes the place of the old one; those of sections not asked stay. */
async function keep(rows: readonly Row[], names: readonly string[]): Promise<void> {
  const old = existsSync(kept) ? measuredSchema.parse(JSON.parse(await readFile(kept, 'utf8'))).rows : [];
  const measured = `${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  const sectionOf = ({ id }: { id: string }) => id.split('.')[0] ?? '';
  const all = Object.keys(sections).flatMap((name) =>
    names.includes(name)
      ? rows.filter((row) => sectionOf(row) === name).map((row) => ({ ...row, measured }))
      : old.filter((row) => sectionOf(row) === name),
  );
  await writeFile(kept, `${JSON.stringify({ rows: all }, null, 2)}\n`);
  await writeFile(readme, withTable(await readFile(readme, 'utf8'), all));
}

const [load = 0] = loadavg();
if (load > availableParallelism() / 2)
  process.stderr.write(
    `The machine has other work (load ${load.toFixed(1)}): times on the wall will be too long, ratios less so.\n`,
  );
const every = values.short ? shortOnes : Object.keys(sections).filter((name) => name !== 'scale');
const names = values.only === undefined ? every : values.only.split(',');
const unknown = names.filter((name) => !(name in sections));
if (unknown.length > 0)
  throw new Error(`no section is called ${unknown.join(', ')}: ${Object.keys(sections).join(', ')}`);
const rows = await measureAll(names);
if (values.short) {
  const over = overBudget(rows, await readBudgets());
  for (const sentence of over) console.log(`OVER BUDGET  ${sentence}`);
  if (over.length === 0) console.log('All ratios are within their budgets.');
  process.exitCode = over.length === 0 ? 0 : 1;
} else await keep(rows, names);
