import { readFileSync } from 'node:fs';
import type { CDPSession, Page } from 'playwright-core';
import { z } from 'zod';
import { middle } from './rounds.ts';

/** All in milliseconds. `server` and `browser` are processor time; the others are on the wall. */
type Round = { answered: number; usable: number; server: number; browser: number };

const timesSchema = z.object({ answered: z.number(), usable: z.number() });
const metricsSchema = z.object({ metrics: z.array(z.object({ name: z.string(), value: z.number() })) });

/** Usable: modules have run, a frame with what they did was drawn, and the page's thread is free for a key. */
export const noteUsable = `addEventListener('DOMContentLoaded', () =>
  requestAnimationFrame(() => setTimeout(() => { globalThis.usableAt = performance.now(); }, 0)))`;
const times = `new Promise((resolve) => {
  const look = () => globalThis.usableAt === undefined ? setTimeout(look, 5)
    : resolve({ answered: performance.getEntriesByType('navigation')[0].responseStart, usable: globalThis.usableAt });
  look();
})`;

export type Watched = { page: Page; devtools: CDPSession; pid: number };

export async function watch(page: Page, pid: number): Promise<Watched> {
  await page.addInitScript(noteUsable);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  return { page, devtools, pid };
}

/** How long a page takes to be opened, time after time; the first is not counted: style and scripts lie in the browser from then on. */
export async function openings({ page, devtools, pid }: Watched, address: string, rounds: number): Promise<Round[]> {
  const all: Round[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    await page.goto('about:blank');
    const server = serverMilliseconds(pid);
    await page.goto(address, { waitUntil: 'commit' });
    const measured = timesSchema.parse(await page.evaluate(times));
    const browser = await threadMilliseconds(devtools);
    await page.waitForLoadState('networkidle');
    all.push({ ...measured, browser, server: serverMilliseconds(pid) - server });
  }
  return all.slice(1);
}

/** Processor time of the host's own process; the pictures are drawn in others. */
export function serverMilliseconds(pid: number): number {
  const [user, system] = (readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1] ?? '').split(' ').slice(11, 13);
  const ticksPerSecond = 100;
  return ((Number(user) + Number(system)) * 1000) / ticksPerSecond;
}

async function threadMilliseconds(devtools: CDPSession): Promise<number> {
  const { metrics } = metricsSchema.parse(await devtools.send('Performance.getMetrics'));
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
}

export function line(what: string, rounds: readonly Round[]): string {
  const of = (read: (round: Round) => number) => Math.round(middle(rounds.map(read)));
  const sum = rounds.reduce((all, { server }) => all + server, 0);
  const usable = rounds.map((round) => round.usable);
  return columns([
    what,
    of(({ usable: at }) => at),
    Math.round(Math.min(...usable)),
    of(({ answered }) => answered),
    Math.round(sum / rounds.length),
    of(({ browser }) => browser),
  ]);
}

export const columns = (words: readonly (string | number)[]): string =>
  words.map((word, at) => (at === 0 ? String(word).padEnd(44) : String(word).padStart(11))).join(' ');
