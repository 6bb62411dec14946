import { parseArgs } from 'node:util';
import { systemClock } from '#shared/adapters/local/system-clock.ts';
import { GiveUp } from '#shared/domain/faults.ts';
import { faultInLines } from '#shared/telemetry/without-words.ts';
import { makeBackup } from './make-backup.ts';
import { verifyBackup } from './verify-backup.ts';

const usage = `npm run backup -- [--data DIR] --to DIR  copies a data folder while the host works in it; what was copied before is not copied again
npm run backup -- --verify DIR           reads every byte of the backups in DIR; exit code 1 names what is damaged`;

/** `npm run backup`: on another disk, best on another machine. */
async function main(): Promise<void> {
  const { data, to, verify } = flagsIn();
  // the same papers as in the data folder: no other account of this machine may read them here either
  process.umask(0o077);
  if (verify !== undefined) {
    const { backups, files, faults } = await verifyBackup(verify);
    for (const fault of faults) console.log(fault);
    console.log(
      faults.length === 0
        ? `${backups} backups with ${files} files hold: every byte is as it was backed up.`
        : `${faults.length} of ${files} files in ${backups} backups are damaged, named above. Make a new backup now, into another folder.`,
    );
    if (faults.length > 0) process.exitCode = 1;
    return;
  }
  if (to === undefined) throw new GiveUp(usage);
  const { manifest, copied } = await makeBackup(data, to, systemClock.now());
  const { at, files, records } = manifest;
  console.log(
    `Backup of ${at}: ${records.rows} rows and ${files.length} files, of which ${copied} are new. It is in ${to}.`,
  );
}

function flagsIn() {
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({ options: { data: text, to: text, verify: text } });
    return { ...values, data: values.data ?? process.env.DATA_FOLDER ?? './data' };
  } catch (cause) {
    throw new GiveUp(usage, { cause });
  }
}

main().catch((fault: unknown) => {
  console.error(faultInLines(fault));
  process.exitCode = 1;
});
