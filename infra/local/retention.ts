import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeProposeDisposal } from '#functions/retention/propose-disposal.ts';
import { whatIsDue } from '#functions/retention/what-is-due.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { systemClock } from '#shared/adapters/local/system-clock.ts';
import office from '#shared/config/office.json' with { type: 'json' };
import { readLocalSettings } from '#shared/config/settings.ts';
import { GiveUp } from '#shared/domain/faults.ts';
import { periodInWords, retentionClasses, retentionSchema } from '#shared/domain/retention.ts';
import { faultInLines } from '#shared/telemetry/without-words.ts';

const usage = `npm run retention -- --data DIR [--dry-run] [--on 2030-01-15]
Says what is past its retention period. Without --dry-run it is proposed: two people agree on the page Retention, and the
night destroys it. Periods stand in shared/config/office.json; null means that nobody has said how long, and keeps.`;

async function main(): Promise<void> {
  const { values } = flags();
  const { dataFolder } = readLocalSettings(process.env, values.data === undefined ? [] : ['--data', values.data]);
  const file = join(dataFolder, 'records.sqlite');
  // opening would make a new one
  if (!existsSync(file)) throw new GiveUp(`Nothing is stored in ${dataFolder}. Give the data folder with --data.`);
  const isDry = values['dry-run'] === true;
  if (values.on !== undefined && !isDry) throw new GiveUp('Another day can only be tried: add --dry-run.');
  if (values.on !== undefined && !/^\d{4}-\d\d-\d\d$/.test(values.on))
    throw new GiveUp('--on takes a day such as 2030-01-15.');
  const now = values.on === undefined ? systemClock.now() : `${values.on}T12:00:00.000Z`;
  const retention = retentionSchema.parse(office.retention);
  const records = openSqliteRecordStore(file);
  try {
    const { cases, held } = await whatIsDue(records, retention, now);
    for (const name of retentionClasses) {
      const count = cases.flatMap(({ objects }) => objects).filter(({ rule }) => rule === name).length;
      console.log(`${name.padEnd(13)} ${periodInWords(retention[name]).padEnd(28)} ${count} due`);
    }
    console.log(`${cases.length} cases; ${held.size} held`);
    for (const { reference, objects } of cases)
      console.log(`  ${reference}  ${objects.map(({ key }) => key.slice(0, 21)).join(' ')}`);
    if (isDry) return;
    const list = await makeProposeDisposal({ records, clock: systemClock, retention })();
    console.log(list === null ? 'Nothing new was proposed.' : 'Proposed: see the page Retention of the console.');
  } finally {
    records.close();
  }
}

function flags() {
  try {
    const text = { type: 'string' } as const;
    return parseArgs({ options: { data: text, on: text, 'dry-run': { type: 'boolean' } } });
  } catch (fault) {
    throw new GiveUp(`The flags could not be understood. usage:\n${usage}`, { cause: fault });
  }
}

main().catch((fault: unknown) => {
  console.error(faultInLines(fault));
  process.exit(1);
});
