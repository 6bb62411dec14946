import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeProveLedger } from '#functions/watch/ledger/prove-ledger.ts';
import { openFolderFileStore } from '#shared/adapters/local/folder-file-store.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { systemClock } from '#shared/adapters/local/system-clock.ts';
import { GiveUp } from '#shared/domain/faults.ts';
import { isConserved } from '#shared/domain/ledger.ts';
import { faultInLines } from '#shared/telemetry/without-words.ts';
import { ledgerInLines } from './ledger-in-lines.ts';

const usage = `npm run ledger [-- --data DIR] [--from 2026-01] [--to 2026-12]
Proves of what came in those months (UTC; else of the last two years) that nothing is lost. Exit code 1 names what does not add up.`;

async function main(): Promise<void> {
  const { data, from, to } = readFlags();
  const file = join(data, 'records.sqlite');
  // opening would make a new one
  if (!existsSync(file)) throw new GiveUp(`Nothing is stored in ${data}. Give the data folder with --data.`);
  const records = openSqliteRecordStore(file);
  const files = openFolderFileStore(join(data, 'files'));
  try {
    const months = from === null && to === null ? {} : { months: monthsFrom(from, to) };
    const ledger = await makeProveLedger({ records, files, clock: systemClock })({ ...months, withStore: true });
    for (const line of ledgerInLines(ledger)) console.log(line);
    if (!isConserved(ledger)) process.exitCode = 1;
  } finally {
    records.close();
  }
}

function readFlags(): { data: string; from: string | null; to: string | null } {
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({ options: { data: text, from: text, to: text } });
    const data = values.data ?? process.env.DATA_FOLDER ?? './data';
    return { data, from: monthIn(values.from), to: monthIn(values.to) };
  } catch (fault) {
    if (fault instanceof GiveUp) throw fault;
    throw new GiveUp(`The flags could not be understood. usage:\n${usage}`, { cause: fault });
  }
}

function monthIn(written: string | undefined): string | null {
  if (written === undefined) return null;
  if (!/^20\d\d-(?:0[1-9]|1[0-2])$/.test(written))
    throw new GiveUp(`"${written}" is no month. Write one such as 2026-01.`);
  return written;
}

/** One end alone: up to this month, or that month alone. */
function monthsFrom(from: string | null, to: string | null): string[] {
  const last = to ?? systemClock.now().slice(0, 'yyyy-mm'.length);
  const months: string[] = [];
  let [year = 0, month = 0] = (from ?? last).split('-').map(Number);
  for (let each = inDigits(year, month); each <= last; each = inDigits(year, month)) {
    months.push(each);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
  if (months.length === 0) throw new GiveUp(`No month lies between ${from} and ${last}.`);
  return months;
}

const inDigits = (year: number, month: number) => `${year}-${String(month).padStart(2, '0')}`;

main().catch((fault: unknown) => {
  console.error(faultInLines(fault));
  process.exitCode = 1;
});
