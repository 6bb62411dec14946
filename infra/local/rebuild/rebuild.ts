import { parseArgs } from 'node:util';
import { readLocalSettings } from '#shared/config/settings.ts';
import { GiveUp } from '#shared/domain/faults.ts';
import { makeLog } from '#shared/telemetry/log.ts';
import { faultInLines } from '#shared/telemetry/without-words.ts';
import { rebuildStore } from './rebuild-store.ts';

const usage = `npm run rebuild -- --data DIR --into NEW
Makes a new data folder out of the raw mails in DIR and of what people said about them (corrections, decisions, quarantine orders, holds,
topics) and about people (letters to insurers, words about a year, changes of identity), with the clock set to when it was. Then says
where the two differ, by kind; exit code 1 where they do. Sends nothing; stop the host of DIR first.`;

async function main(): Promise<void> {
  const { data, into } = flagsIn();
  if (data === undefined || into === undefined) throw new GiveUp(usage);
  // people's papers are kept here: no other account of this machine may read them
  process.umask(0o077);
  const settings = readLocalSettings(process.env, ['--data', data]);
  const { mails, said, differences } = await rebuildStore({ ...settings, from: data, into, log: makeLog() });
  console.log(`${mails} mails were taken in again, and ${said} times somebody's word about one.`);
  for (const kind of [...new Set(differences.map((one) => one.kind))].sort()) {
    const own = differences.filter((one) => one.kind === kind);
    console.log(`${kind}: ${own.length} differ`);
    for (const { about, says } of own) console.log(`  ${about}  ${says}`);
  }
  console.log(
    differences.length === 0 ? 'Both say the same of every mail and year.' : `${differences.length} differences.`,
  );
  if (differences.length > 0) process.exitCode = 1;
}

function flagsIn() {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({ options: { data: text, into: text } }).values;
  } catch (cause) {
    throw new GiveUp(usage, { cause });
  }
}

main().catch((fault: unknown) => {
  console.error(faultInLines(fault));
  process.exitCode = 1;
});
