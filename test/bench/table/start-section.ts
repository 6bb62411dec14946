import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inbox } from '#test/fixtures/make/mail.ts';
import { startHostProcess } from '#test/journeys/host-process.ts';
import { processorMilliseconds } from './children.ts';
import { type Asked, quantile, type Row, rounded, row } from './row.ts';
import { ratioOf } from './side-by-side.ts';

const fixtures = join(import.meta.dirname, '../../fixtures');

/** `npm start` until it takes mail and shows the console, on a new folder, beside Node that starts and ends. */
export async function startSection(asked: Asked): Promise<Row[]> {
  const times = asked.isShort ? 3 : 7;
  const [walls, cpus, ratios]: number[][] = [[], [], []];
  for (let time = 0; time < times; time += 1) {
    asked.tell(`start: ${time + 1} of ${times}`);
    const bare = bareStart();
    const { wall, cpu } = await hostStart();
    walls?.push(wall);
    cpus?.push(cpu);
    ratios?.push(cpu / bare);
  }
  const milliseconds = quantile(walls ?? [], 0.5);
  return [
    row({
      ...{ id: 'start.host', what: '`npm start` until it takes mail', promised: 'within 2000 ms' },
      ours: { value: rounded(milliseconds, 0), unit: 'ms' },
      peer: {
        name: 'node that starts and ends',
        value: rounded(quantile(cpus ?? [], 0.5) / ratioOf(ratios ?? []).middle, 0),
        unit: 'ms of processor',
      },
      ...{ ratio: ratioOf(ratios ?? []), holds: milliseconds <= 2_000 },
      more: {
        'ms of processor': rounded(quantile(cpus ?? [], 0.5), 0),
        'ms on the wall, slowest': rounded(Math.max(...(walls ?? [])), 0),
      },
    }),
  ];
}

async function hostStart(): Promise<{ wall: number; cpu: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-start-'));
  const registers = { roster: join(fixtures, 'roster.csv'), approved: join(fixtures, 'approved-trainings.csv') };
  const started = performance.now();
  const host = await startHostProcess({ data: folder, ...registers, inbox });
  const wall = performance.now() - started;
  const cpu = processorMilliseconds(host.pid);
  await host.stop();
  await rm(folder, { recursive: true, force: true });
  return { wall, cpu };
}

/** Processor time of the smallest program there is. */
function bareStart(): number {
  const said = spawnSync(
    process.execPath,
    ['-e', 'const { user, system } = process.cpuUsage(); console.log((user + system) / 1000)'],
    { encoding: 'utf8' },
  );
  return Number(said.stdout);
}
