import { parseArgs } from 'node:util';
import { GiveUp } from '#shared/domain/faults.ts';
import { faultInLines } from '#shared/telemetry/without-words.ts';
import { inWords, move } from './move.ts';
import { openDeployment, openMachine, type Place } from './place.ts';

/** The same both ways: `export` from one machine to AWS, `import` from AWS to one machine. */
export async function runMove(command: 'export' | 'import'): Promise<void> {
  try {
    const [machine, deployment] = await placesIn(command);
    const [from, to] = command === 'export' ? [machine, deployment] : [deployment, machine];
    try {
      const moved = await move(from, to, (line) => console.log(line));
      console.log(`${to.name} holds the same: ${inWords(moved)}.`);
      console.log(`rows  ${moved.rowsHash}\nfiles ${moved.filesHash}\nseals ${moved.sealsHash}`);
      console.log(next[command]);
    } finally {
      for (const place of [machine, deployment]) place.close();
    }
  } catch (fault) {
    console.error(faultInLines(fault));
    process.exitCode = 1;
  }
}

const next = {
  export:
    'Now: let the mail come to AWS (runbook, First deployment). Start the host on the old folder no more: keep it as it is.',
  import: 'Now: npm run audit -- verify --data DIR, npm run ledger -- --data DIR, then npm start -- --data DIR.',
};

async function placesIn(command: string): Promise<[Place, Place]> {
  const usage = `usage: npm run ${command} -- --data DIR --table NAME --bucket NAME --audit-bucket NAME (the names are outputs of the records stack)`;
  const { data, table, bucket, 'audit-bucket': auditBucket } = flagsIn(usage);
  if (data === undefined || table === undefined || bucket === undefined || auditBucket === undefined)
    throw new GiveUp(usage);
  return [await openMachine(data), openDeployment({ table, bucket, auditBucket })];
}

function flagsIn(usage: string) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({ options: { data: text, table: text, bucket: text, 'audit-bucket': text } }).values;
  } catch (cause) {
    throw new GiveUp(usage, { cause });
  }
}
