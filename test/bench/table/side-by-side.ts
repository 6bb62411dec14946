import { collect, middle } from '#test/bench/rounds.ts';
import type { Asked, Ratio } from './row.ts';

type Work = () => Promise<void> | void;
export type SideBySide = { ratio: Ratio; oursPerSecond: number; peersPerSecond: number };

/** Shorter measures are noise; whoever waits for a disk ends by the time on the wall. */
const [processorSecondsMin, wallSecondsMax] = [0.25, 1];

/** The same work in two ways, in turns, by processor time; `count` things each time. */
export async function sideBySide(
  { isShort }: Asked,
  count: number,
  { ours, peers }: { ours: Work; peers: Work },
): Promise<SideBySide> {
  const seconds = { ours: [] as number[], peers: [] as number[] };
  await ours();
  await peers();
  const rounds = isShort ? 5 : 9;
  for (let round = 0; round < rounds; round += 1) {
    // the first of one round is the last of the next
    for (const turn of round % 2 === 0 ? (['ours', 'peers'] as const) : (['peers', 'ours'] as const))
      seconds[turn].push(await secondsFor(turn === 'ours' ? ours : peers));
  }
  return {
    ratio: ratioOf(seconds.ours.map((own, round) => own / (seconds.peers[round] ?? Number.NaN))),
    oursPerSecond: count / middle(seconds.ours),
    peersPerSecond: count / middle(seconds.peers),
  };
}

async function secondsFor(work: Work): Promise<number> {
  collect();
  const [before, started] = [process.cpuUsage(), performance.now()];
  for (let times = 1; ; times += 1) {
    await work();
    const { user, system } = process.cpuUsage(before);
    const seconds = (user + system) / 1e6;
    const wall = (performance.now() - started) / 1000;
    if (seconds >= processorSecondsMin || wall >= wallSecondsMax) return seconds / times;
  }
}

export const ratioOf = (all: readonly number[]): Ratio => ({
  middle: middle(all),
  least: Math.min(...all),
  most: Math.max(...all),
});
