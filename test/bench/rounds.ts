import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { z } from 'zod';

setFlagsFromString('--expose-gc');
/** Nobody pays for what another left lying. */
export const collect = z.custom<() => void>((value) => typeof value === 'function').parse(runInNewContext('gc'));

/** Shorter measures are mostly the noise of the machine. */
const leastSeconds = 0.5;

/** One way to judge some person-years, and its person-years a second in each round. */
export type Way = { readonly judge: () => Promise<void>; readonly speeds: number[] };

/** Fills in the speeds. The first of one round is the last of the next. */
export async function inRounds(rounds: number, personYears: number, ways: readonly Way[]): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    for (const { judge, speeds } of round % 2 === 0 ? ways : ways.toReversed())
      speeds.push(personYears / (await secondsFor(judge)));
  }
}

/** Processor time, since other work on the machine is nobody's; nobody pays for what another left lying. */
async function secondsFor(judge: Way['judge']): Promise<number> {
  collect();
  const before = process.cpuUsage();
  for (let times = 1; ; times += 1) {
    await judge();
    const { user, system } = process.cpuUsage(before);
    const seconds = (user + system) / 1e6;
    if (seconds >= leastSeconds) return seconds / times;
  }
}

export const middle = (all: readonly number[]) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;

/** "12.3 (11.9 to 12.8)": how many times as quick, round by round, the middle of the rounds and the outermost. */
export function timesAsQuick(one: Way, other: Way): string {
  const ratios = one.speeds.map((speed, round) => speed / (other.speeds[round] ?? Number.NaN));
  const [least, most] = [Math.min(...ratios), Math.max(...ratios)];
  return `${middle(ratios).toFixed(1)} (${least.toFixed(1)} to ${most.toFixed(1)})`;
}
