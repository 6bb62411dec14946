import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { runSweep } from '#infra/local/run-sweep.ts';
import { sweepPartsOf } from '#infra/local/sweep-parts.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { systemClock } from '#shared/adapters/local/system-clock.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import type { Programme } from '#shared/rules/programme.ts';
import { flagsOfCommand } from '#test/builders/flags-of-command.ts';
import { programmeNamed } from '#test/builders/programmes.ts';
import { layOffice, withPapers } from './an-office.ts';

/**
 * What a night costs: `npm run bench:sweep`, for 20,000, 200,000 and 1,000,000 people in one run (`-- --people 20000,50000` for
 * others). Each night runs in a process of its own, so that its memory is its own; time is processor time, since other work on
 * the machine is nobody's, with the time on the wall beside it. Units and dollars are those of DynamoDB, counted from what
 * the store was asked. The first night judges everybody; the second is a quiet one: the rotating full look, and nothing else. The
 * quiet one is walked three times (`--times`): the least of its processor time counts, and the largest of its memory.
 */
const values = flagsOfCommand('npm run bench:sweep -- [--people 20000,200000,1000000] [--times 3]', {
  people: { type: 'string', default: '20000,200000,1000000' },
  times: { type: 'string', default: '3' },
  night: { type: 'string' },
  lay: { type: 'string' },
  day: { type: 'string', default: '' },
});

const measuredSchema = z.object({
  walked: z.number(),
  looked: z.number(),
  changed: z.number(),
  cpuSeconds: z.number(),
  wallSeconds: z.number(),
  peakMegabytes: z.number(),
  read: z.number(),
  written: z.number(),
  dollars: z.number(),
});
type Measured = z.infer<typeof measuredSchema>;

async function oneNight(path: string, day: string): Promise<Measured> {
  const programme = await programmeNamed('louisiana-rpss');
  await warmUp(programme, day);
  const records = openSqliteRecordStore(path);
  const parts = await partsOf(records, programme);
  const [cpu, wall] = [process.cpuUsage(), performance.now()];
  const { counts, units, dollars } = await runSweep(parts, day);
  const { user, system } = process.cpuUsage(cpu);
  records.close();
  return {
    walked: counts.walked,
    looked: counts.looked,
    changed: Object.values(counts.changed).reduce((sum, count) => sum + (count ?? 0), 0),
    cpuSeconds: (user + system) / 1e6,
    wallSeconds: (performance.now() - wall) / 1000,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
    ...units,
    dollars,
  };
}

/** With all that a night does on one machine: the reminders, and what the watchman found. */
const partsOf = (records: RecordStore, programme: Programme) =>
  sweepPartsOf({ records, clock: systemClock, programme, mailFrom: 'office@example.org' });

/** A small office first, three times: else the smallest one measured would pay for what the engine learns of the code. */
async function warmUp(programme: Programme, day: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-sweep-'));
  layOffice(join(folder, 'records.sqlite'), 4_000, programme);
  const records = openSqliteRecordStore(join(folder, 'records.sqlite'));
  const parts = await partsOf(records, programme);
  for (let times = 0; times < 3; times += 1) await runSweep(parts, day);
  records.close();
  rmSync(folder, { recursive: true });
}

function nightInOwnProcess(path: string, day: string): Measured {
  // as `npm run sweep` starts it: with room to spare the engine leaves rubbish lying, and its peak would be that
  const own = [
    '--max-semi-space-size=8',
    '--max-old-space-size=256',
    import.meta.filename,
    '--night',
    path,
    '--day',
    day,
  ];
  const said = execFileSync(process.execPath, own, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  return measuredSchema.parse(JSON.parse(said));
}

/** Whoever lays a large office grows, and Linux counts the memory of whoever starts a process into that process's peak. */
function layInOwnProcess(path: string, people: number): void {
  execFileSync(process.execPath, [import.meta.filename, '--lay', path, '--people', String(people)], {
    stdio: 'inherit',
  });
}

/** The same night again and again: a machine that others use makes a night dearer, and never cheaper. */
function quietNight(path: string): Measured {
  const nights = Array.from({ length: Number(values.times) }, () => nightInOwnProcess(path, '2026-11-21'));
  const [least] = nights.sort((one, other) => one.cpuSeconds - other.cpuSeconds);
  if (least === undefined) throw new Error('--times has to be 1 or more');
  return { ...least, peakMegabytes: Math.max(...nights.map(({ peakMegabytes }) => peakMegabytes)) };
}

function line(words: readonly (string | number)[]): string {
  const widths = [10, 7, 10, 9, 9, 12, 8, 8, 11, 11, 9];
  return words.map((word, at) => String(word).padStart(widths[at] ?? 10)).join(' ');
}

function row(people: number, night: string, measured: Measured): string {
  const { looked, changed, cpuSeconds, wallSeconds, peakMegabytes, read, written, dollars } = measured;
  const perPerson = ((cpuSeconds / people) * 1e6).toFixed(1);
  const costs = [Math.round(read), Math.round(written), `$${dollars.toFixed(4)}`];
  const times = [cpuSeconds.toFixed(1), wallSeconds.toFixed(1), perPerson, peakMegabytes.toFixed(0)];
  return line([
    people,
    night,
    looked,
    changed,
    times[0] ?? '',
    `${times[2]} µs`,
    times[1] ?? '',
    `${times[3]} MB`,
    ...costs,
  ]);
}

async function compareSizes(): Promise<void> {
  console.log(`One person in ${withPapers} has sent a report.`);
  console.log(
    line([
      'people',
      'night',
      'looked at',
      'changed',
      'CPU s',
      'CPU/person',
      'wall s',
      'peak',
      'read units',
      'write units',
      'cost',
    ]),
  );
  const nights: { name: string; people: number; measured: Measured }[] = [];
  for (const people of values.people.split(',').map(Number)) {
    const folder = mkdtempSync(join(tmpdir(), 'bench-sweep-'));
    const path = join(folder, 'records.sqlite');
    const tell = (name: string, measured: Measured) => {
      console.log(row(people, name, measured));
      nights.push({ name, people, measured });
    };
    try {
      layInOwnProcess(path, people);
      tell('first', nightInOwnProcess(path, '2026-11-20'));
      tell('quiet', quietNight(path));
      console.log(`${String(people).padStart(10)} file ${(statSync(path).size / 1e6).toFixed(0)} MB`);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
  for (const name of ['first', 'quiet']) {
    const own = nights.filter((night) => night.name === name);
    const time = apart(own.map(({ people, measured }) => measured.cpuSeconds / people));
    const memory = apart(own.map(({ measured }) => measured.peakMegabytes));
    console.log(`${name} nights of all sizes: processor time per person within ${time}, peak memory within ${memory}.`);
  }
}

function apart(figures: readonly number[]): string {
  return `${((Math.max(...figures) / Math.min(...figures) - 1) * 100).toFixed(0)} %`;
}

if (values.night !== undefined) console.log(JSON.stringify(await oneNight(values.night, values.day)));
else if (values.lay !== undefined) layOffice(values.lay, Number(values.people), await programmeNamed('louisiana-rpss'));
else await compareSizes();
