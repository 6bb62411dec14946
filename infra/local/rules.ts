import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readProgrammePages } from '#shared/adapters/local/folder-programme.ts';
import { systemClock } from '#shared/adapters/local/system-clock.ts';
import { readLocalSettings } from '#shared/config/settings.ts';
import { yearOf } from '#shared/domain/calendar.ts';
import { GiveUp } from '#shared/domain/faults.ts';
import { checkChangedAmounts } from '#shared/rules/check-changed-amounts.ts';
import { checkPages } from '#shared/rules/check-programme.ts';
import type { Problem } from '#shared/rules/markdown-page.ts';
import { programmeInLines } from '#shared/rules/programme-in-lines.ts';
import { inOneLine, type Pages, tryProgramme } from '#shared/rules/read-programme.ts';
import { commonTopics } from '#shared/rules/topics/topic-book.ts';
import { faultInLines } from '#shared/telemetry/without-words.ts';
import { compareRules } from './compare-rules.ts';
import { replayYear } from './replay-year.ts';
import { writeHandbook } from './write-handbook.ts';

const programmes = join(import.meta.dirname, '..', '..', 'shared', 'rules', 'programmes');
const usage = `npm run rules
npm run rules -- --programme NAME
npm run rules -- compare FOLDER-BEFORE FOLDER-AFTER [--year YEAR] [--rules-of YEAR] [--data DIR]
npm run rules -- replay [--year YEAR] [--data DIR]
npm run rules -- handbook [--programme NAME] [--out FILE]`;

/**
 * `npm run rules`: checks every programme and prints one line for each; `--programme NAME` prints the whole of one. Exit code
 * 1 when something is wrong with a page. `compare` says who would change under other pages, `replay` judges a stored
 * year once more by the pages that judged it, `handbook` writes a file for printing.
 */
async function main(): Promise<void> {
  const { values, positionals } = readFlags();
  const [command, before, after] = positionals;
  if (command === undefined) return checkAll(values.programme);
  if (command === 'handbook') return printHandbook(values.programme, values.out);
  if (command === 'replay') return printReplay(values);
  if (command !== 'compare' || before === undefined || after === undefined) throw new GiveUp(`usage:\n${usage}`);
  const year = yearIn(values.year) ?? yearOf(systemClock.now());
  const dataFolder = dataFolderOr(values.data);
  const asked = { before, after, year, rulesOf: yearIn(values['rules-of']), dataFolder };
  for (const line of await compareRules(asked)) console.log(line);
}

/** Exit code 1 when an answer does not come out again as it was given. */
async function printReplay(values: { year?: string | undefined; data?: string | undefined }): Promise<void> {
  const year = yearIn(values.year) ?? yearOf(systemClock.now());
  const folder = readLocalSettings(process.env, []).programmeFolder;
  const { lines, isSame } = await replayYear({ year, folder, dataFolder: dataFolderOr(values.data) });
  for (const line of lines) console.log(line);
  if (!isSame) process.exitCode = 1;
}

const dataFolderOr = (given: string | undefined) => given ?? process.env.DATA_FOLDER ?? './data';

async function printHandbook(name: string | undefined, out: string | undefined): Promise<void> {
  const folder = name === undefined ? readLocalSettings(process.env, []).programmeFolder : join(programmes, name);
  if (!existsSync(join(folder, 'programme.md')))
    throw new GiveUp(`There is no programme in ${folder}. \`npm run rules\` lists the names.`);
  console.log(`The handbook is in ${await writeHandbook(folder, out)}`);
}

function readFlags() {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      allowPositionals: true,
      options: { programme: text, year: text, 'rules-of': text, data: text, out: text },
    });
  } catch (fault) {
    throw new GiveUp(`The flags could not be understood. usage:\n${usage}`, { cause: fault });
  }
}

function yearIn(written: string | undefined): number | null {
  if (written === undefined) return null;
  if (!/^\d{4}$/.test(written)) throw new GiveUp(`"${written}" is no year. Write one such as 2026.`);
  return Number(written);
}

async function checkAll(only: string | undefined): Promise<void> {
  const folders = (await readdir(programmes, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const names = folders.map(({ name }) => name).sort();
  const wanted = names.filter((name) => only === undefined || name === only);
  if (wanted.length === 0) {
    console.error(`There is no programme "${only}". There are: ${names.join(', ')}.`);
    process.exitCode = 1;
  }

  const checked = await Promise.all(
    wanted.map(async (name) => {
      const pages = await readProgrammePages(join(programmes, name));
      return { name, pages, problems: [...checkPages(pages), ...checkChangedAmounts(pages)] };
    }),
  );
  if (only === undefined) printTable(checked);
  else for (const { pages } of checked) printWhole(pages);

  const wrong = checked.filter(({ problems }) => problems.length > 0);
  // every programme has the common pages: what is wrong with one is said once
  const said = wrong.flatMap(({ name, problems }) =>
    problems.map((problem) => `${problem.page.startsWith(commonTopics) ? '' : `${name}/`}${inOneLine(problem)}`),
  );
  for (const line of new Set(said)) console.error(line);
  if (wrong.length > 0) process.exitCode = 1;
  else if (checked.length > 0) console.log('\nNothing is wrong with these pages.');
}

function printTable(all: readonly { name: string; pages: Pages; problems: readonly Problem[] }[]): void {
  const width = Math.max(...all.map(({ name }) => name.length));
  console.log(`${'programme'.padEnd(width)}  year  application  examples  period               wrong`);
  for (const { name, pages, problems } of all) {
    const { programme } = tryProgramme(pages);
    if (!programme) {
      console.log(`${name.padEnd(width)}  cannot be read`);
      continue;
    }
    const { rules, eligibility, period } = programme;
    const examples = [...rules, ...eligibility].reduce((sum, rule) => sum + rule.examples.length, 0);
    const latest = period.periods.at(-1);
    const basis = latest ? `${latest.basis}, ${latest.months ?? '?'} months` : '?';
    const cells = [
      String(rules.length).padStart(4),
      String(eligibility.length).padStart(11),
      String(examples).padStart(8),
    ];
    console.log(`${name.padEnd(width)}  ${cells.join('  ')}  ${basis.padEnd(24)} ${problems.length}`);
  }
}

function printWhole(pages: Pages): void {
  const { programme } = tryProgramme(pages);
  for (const line of programme ? programmeInLines(programme) : ['This programme cannot be read.']) console.log(line);
}

main().catch((fault: unknown) => {
  console.error(faultInLines(fault));
  process.exitCode = 1;
});
