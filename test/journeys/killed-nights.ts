import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { seeded } from '#test/fixtures/make/seeded.ts';
import { startSweepProcess } from './sweep-process.ts';

/** `struck`: kills after which the night was not at its end. */
export type KilledNight = { kills: number; struck: number };

type Kills = { begins: string; count: number; transactions: number; seed: string };

/** So long a start takes to its first write, at most, on a machine with nothing else to do. */
const startMilliseconds = 1_500;
/** Longer than one transaction takes: so that a kill also falls between two, into one, and into its commit. */
const jitterMilliseconds = 25;

/** A night that nobody disturbs; how many transactions its walk was. */
export async function nightOf(data: string, begins: string): Promise<number> {
  const { code, said } = await startSweepProcess(data, begins).ended;
  if (code !== 0) throw new Error(`the sweep ended with ${code}: ${said}`);
  return progressOf(data, begins).transactions;
}

/** The same night, killed again and again where the dice say, and started again each time until it ends by itself. */
export async function nightWithKills(data: string, { begins, count, transactions, seed }: Kills): Promise<KilledNight> {
  const dice = seeded(`kill sweep ${seed}`);
  const places = Array.from({ length: count }, () => Math.floor(dice() * transactions)).sort(
    (one, other) => one - other,
  );
  let struck = 0;
  for (const [kills, place] of places.entries()) {
    const night = startSweepProcess(data, begins);
    const before = progressOf(data, begins).transactions;
    // it got past this place by the kill before: then the kill falls on its start, or on its way again
    while (place > before && progressOf(data, begins).transactions < place && night.child.exitCode === null)
      await pause(2);
    await pause(dice() * (place > before ? jitterMilliseconds : startMilliseconds));
    night.child.kill('SIGKILL');
    const { code, said } = await night.ended;
    if (code !== null && code !== 0) throw new Error(`the sweep ended with ${code}: ${said}`);
    if (progressOf(data, begins).isFinished) return { kills: kills + 1, struck };
    struck += 1;
  }
  await nightOf(data, begins);
  return { kills: count, struck };
}

/** What lies on the disk of the night's first run, read past the store: each transaction of a walk counts its segment's row on. */
function progressOf(data: string, begins: string): { transactions: number; isFinished: boolean } {
  const database = new DatabaseSync(join(data, 'records.sqlite'), { readOnly: true, timeout: 10_000 });
  try {
    const pk = `SWEEP#${begins.slice(0, 10)}.01`;
    const walked = database
      .prepare("SELECT sum(version) AS sum FROM records WHERE pk = ? AND sk LIKE 'SEGMENT#%'")
      .get(pk);
    const run = database.prepare("SELECT body FROM records WHERE pk = ? AND sk = 'RUN'").get(pk);
    return {
      transactions: Number(walked?.sum ?? 0),
      isFinished: run !== undefined && !String(run.body).includes('"finishedAt":null'),
    };
  } finally {
    database.close();
  }
}
