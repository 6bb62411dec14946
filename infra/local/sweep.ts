import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type DryRecordStore, dryRecordStore } from '#shared/adapters/dry-record-store.ts';
import { readProgrammeFolder } from '#shared/adapters/local/folder-programme.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { systemClock } from '#shared/adapters/local/system-clock.ts';
import { readLocalSettings } from '#shared/config/settings.ts';
import { dayIn, isDay } from '#shared/domain/calendar.ts';
import { GiveUp } from '#shared/domain/faults.ts';
import { faultInLines } from '#shared/telemetry/without-words.ts';
import { runSweep } from './run-sweep.ts';
import { runInWords, triedInWords } from './sweep-in-words.ts';
import { sweepPartsOf } from './sweep-parts.ts';

const usage = `npm run sweep -- --data DIR                              tonight's sweep, now
npm run sweep -- --data DIR --dry-run [--on 2026-12-31]  what it would change, as if it were that day; writes nothing
--programme FOLDER as for npm start.`;

const { data, on, programme, isDry } = flagsIn();
const settings = readLocalSettings(process.env, [
  ...(data === undefined ? [] : ['--data', data]),
  ...(programme === undefined ? [] : ['--programme', programme]),
]);

function flagsIn() {
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({
      options: { data: text, on: text, programme: text, 'dry-run': { type: 'boolean' } },
    });
    return { ...values, isDry: values['dry-run'] === true };
  } catch {
    console.error(usage);
    process.exit(1);
  }
}

/** People in one step: between two steps this process hears whether its host is still there. */
const peopleMax = 500;

/** `npm run sweep`: the nightly sweep by hand, also while the desk runs; and the host's own, at night. */
async function main(): Promise<void> {
  const file = join(settings.dataFolder, 'records.sqlite');
  if (!existsSync(file))
    throw new GiveUp(`There is no desk in ${settings.dataFolder}. Start it once with npm start, or name its --data.`);
  const read = await readProgrammeFolder(settings.programmeFolder);
  const day = dayAsked(dayIn(read.timeZone, systemClock.now()));
  const store = openSqliteRecordStore(file);
  try {
    const dry: DryRecordStore | null = isDry ? dryRecordStore(store) : null;
    const { mailFrom } = settings;
    const parts = await sweepPartsOf({ records: dry ?? store, clock: systemClock, programme: read, mailFrom });
    const run = await runSweep({ ...parts, peopleMax }, day);
    for (const line of runInWords(run)) console.log(line);
    if (dry !== null) for (const line of triedInWords(dry.changes())) console.log(line);
    else console.log(`What changed, person by person: /sweep/${run.day} on the console.`);
  } finally {
    store.close();
  }
}

/** Judged for good by another day than today, rows would say what is not so, and letters would go out by it. */
function dayAsked(today: string): string | null {
  if (on === undefined || on === today) return null;
  if (!isDay(on)) throw new GiveUp(`--on takes a day such as ${today}.`);
  if (!isDry) throw new GiveUp(`Today is ${today}. Another day can only be tried: add --dry-run.`);
  return on;
}

// a host that was killed leaves nobody behind who writes into its data: its next start goes on
process.once('disconnect', () => process.exit(1));
process.channel?.unref();

main().catch((fault: unknown) => {
  console.error(faultInLines(fault));
  process.exit(1);
});
