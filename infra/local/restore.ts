import { parseArgs } from 'node:util';
import { GiveUp } from '#shared/domain/faults.ts';
import { faultInLines } from '#shared/telemetry/without-words.ts';
import { restoreBackup } from './restore-backup.ts';

const usage = `npm run restore -- --from DIR --data NEW [--at 2026-12-31T02:00:00.000Z]
makes a new data folder of the newest backup in DIR, or of the one of that moment, and compares every file with its hash`;

/** `npm run restore`: into a folder of its own, beside whatever is left of the old one. */
async function main(): Promise<void> {
  const { from, data, at } = flagsIn();
  if (from === undefined || data === undefined) throw new GiveUp(usage);
  // as the host itself makes it: for no other account of this machine
  process.umask(0o077);
  const { at: taken, files, records } = await restoreBackup(from, data, at ?? null);
  console.log(`${records.rows} rows and ${files.length} files of ${taken} are in ${data}, each as it was backed up.`);
  console.log(
    `Now: npm run audit -- verify --data ${data}, npm run ledger -- --data ${data}, then npm start -- --data ${data}.`,
  );
}

function flagsIn() {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({ options: { from: text, data: text, at: text } }).values;
  } catch (cause) {
    throw new GiveUp(usage, { cause });
  }
}

main().catch((fault: unknown) => {
  console.error(faultInLines(fault));
  process.exitCode = 1;
});
