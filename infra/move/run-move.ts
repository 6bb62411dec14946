import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { systemClock } from '#shared/adapters/local/system-clock.ts';
import { mailLockSchema } from '#shared/config/mail-lock.ts';
import { GiveUp } from '#shared/domain/faults.ts';
import { faultInLines } from '#shared/telemetry/without-words.ts';
import { inWords, move } from './move.ts';
import { openDeployment, openMachine, openScratch, type Place } from './place.ts';

type Command = 'export' | 'import';

/** The same both ways: `export` from one machine to AWS, `import` from AWS to one machine. */
export async function runMove(command: Command): Promise<void> {
  // what is laid into a data folder is for no other account of this machine
  process.umask(0o077);
  try {
    const { machine, deployment, scratch } = await placesIn(command);
    const [from, to] = command === 'export' ? [machine, deployment] : [deployment, machine];
    try {
      const moved = await move(from, to, (line) => console.log(line), scratch);
      console.log(`${to.name} holds the same: ${inWords(moved)}.`);
      console.log(`rows  ${moved.rowsHash}\nfiles ${moved.filesHash}\nseals ${moved.sealsHash}`);
      console.log(next[command]);
    } finally {
      for (const place of [machine, deployment]) place.close();
    }
  } catch (fault) {
    console.error(faultInLines(fault));
    if (!(fault instanceof GiveUp)) console.error(lookAt);
    process.exitCode = 1;
  }
}

/** What AWS says is left out of faults, since it may repeat a name; this is what it mostly is. */
const lookAt =
  'Where AWS refused: is AWS_REGION that of the stage, are there credentials (AWS_PROFILE), and may they do what shared/docs/how-to/move-to-aws.md asks for?';

const next = {
  export:
    'Now: let the mail come to AWS (shared/docs/how-to/deploy.md, step 10). Start the host on the old folder no more: keep it as it is.',
  import: 'Now: npm run audit -- verify --data DIR, npm run ledger -- --data DIR, then npm start -- --data DIR.',
};

const usageOf = (command: Command) =>
  `usage: npm run ${command} -- --data DIR --table NAME --bucket NAME --audit-bucket NAME${
    command === 'export' ? ' --mail-lock "governance YEARS"' : ''
  } (the names are outputs of the records stack${command === 'export' ? '; the lock is mailLock of the stage' : ''})`;

async function placesIn(command: Command): Promise<{ machine: Place; deployment: Place; scratch: string }> {
  const { data, table, bucket, 'audit-bucket': auditBucket, 'mail-lock': lock } = flagsIn(command);
  if (data === undefined || table === undefined || bucket === undefined || auditBucket === undefined)
    throw new GiveUp(usageOf(command));
  if (command === 'export' && !existsSync(join(data, 'records.sqlite')))
    throw new GiveUp(`Nothing is stored in ${data}. Give --data of the programme that moves.`);
  const names = { table, bucket, auditBucket };
  const locked = command === 'export' ? { mailLock: { ...lockIn(lock), clock: systemClock } } : {};
  const machine = await openMachine(data);
  return { machine, deployment: openDeployment({ ...names, ...locked }), scratch: await openScratch(data) };
}

function lockIn(words: string | undefined) {
  const lock = mailLockSchema.safeParse(words);
  if (!lock.success) throw new GiveUp(usageOf('export'));
  return lock.data;
}

function flagsIn(command: Command) {
  const text = { type: 'string' } as const;
  const options = { data: text, table: text, bucket: text, 'audit-bucket': text };
  try {
    return parseArgs({ options: { ...options, 'mail-lock': text } }).values;
  } catch (cause) {
    throw new GiveUp(usageOf(command), { cause });
  }
}
