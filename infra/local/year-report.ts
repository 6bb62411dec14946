import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeYearFile, yearFileNames } from '#functions/year-end/year-files.ts';
import { readProgrammeFolder } from '#shared/adapters/local/folder-programme.ts';
import { openSqliteRecordSnapshots } from '#shared/adapters/local/sqlite-record-snapshots.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { systemClock } from '#shared/adapters/local/system-clock.ts';
import { pdfLetterPrinter } from '#shared/adapters/pdf-letter-printer.ts';
import office from '#shared/config/office.json' with { type: 'json' };
import { readLocalSettings } from '#shared/config/settings.ts';
import { GiveUp } from '#shared/domain/faults.ts';
import { faultInLines } from '#shared/telemetry/without-words.ts';

const usage = `npm run year-report -- --data DIR --year 2026 --out DIR [--seed WORDS]
Writes the report of a year as PDF and as a workbook, and the lists as CSV. --seed draws another sample for the audit.`;

async function main(): Promise<void> {
  const { data, year, out, seed } = readFlags();
  const file = join(data, 'records.sqlite');
  // opening would make a new one
  if (!existsSync(file)) throw new GiveUp(`Nothing is stored in ${data}. Give the data folder with --data.`);
  const programme = await readProgrammeFolder(readLocalSettings(process.env, []).programmeFolder);
  // people's names and addresses are in it: no other account of this machine may read them
  process.umask(0o077);
  await mkdir(out, { recursive: true });
  // a store of before is brought to the shape of today
  openSqliteRecordStore(file).close();
  await openSqliteRecordSnapshots(file).atOneMoment(async (records) => {
    const ports = { records, programme, clock: systemClock, letterPrinter: pdfLetterPrinter };
    const yearFile = makeYearFile({ ...ports, auditSample: office.auditSample });
    for (const name of yearFileNames) {
      const path = join(out, `${year}-${name}`);
      await writeFile(path, await yearFile({ year, name, seed }));
      console.log(path);
    }
  });
}

function readFlags(): { data: string; year: number; out: string; seed: string | undefined } {
  const text = { type: 'string' } as const;
  const { values } = parsed({ data: text, year: text, out: text, seed: text });
  if (values.year === undefined || !/^20\d\d$/.test(values.year) || values.out === undefined)
    throw new GiveUp(`Give a year and a folder. usage:\n${usage}`);
  const data = values.data ?? process.env.DATA_FOLDER ?? './data';
  return { data, year: Number(values.year), out: values.out, seed: values.seed };
}

function parsed<Options extends Record<string, { type: 'string' }>>(options: Options) {
  try {
    return parseArgs({ options });
  } catch (fault) {
    throw new GiveUp(`The flags could not be understood. usage:\n${usage}`, { cause: fault });
  }
}

main().catch((fault: unknown) => {
  console.error(faultInLines(fault));
  process.exitCode = 1;
});
