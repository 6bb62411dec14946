import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { runSweep } from '#infra/local/run-sweep.ts';
import { sweepPartsOf } from '#infra/local/sweep-parts.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { systemClock } from '#shared/adapters/local/system-clock.ts';
import { layOffice } from '#test/bench/an-office.ts';
import { collect } from '#test/bench/rounds.ts';
import { programmeNamed } from '#test/builders/programmes.ts';
import { type Asked, type Row, rounded, row } from './row.ts';
import { ratioOf } from './side-by-side.ts';

/** A first night, which judges everybody, and a quiet one, beside a bare loop that fetches and parses each row of the file once. */
export async function sweepSection({ isShort, tell }: Asked): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-sweep-'));
  const people = isShort ? 4_000 : 20_000;
  try {
    const programme = await programmeNamed('louisiana-rpss');
    const nightOf = async (path: string, day: string) => {
      const records = openSqliteRecordStore(path, undefined, true);
      const parts = await sweepPartsOf({ records, clock: systemClock, programme, mailFrom: 'office@example.org' });
      const seconds = await secondsOf(() => runSweep(parts, day));
      records.close();
      return seconds;
    };
    tell('sweep: learning the code on a small office');
    layOffice(join(folder, 'small.sqlite'), 2_000, programme);
    for (const day of ['2026-11-18', '2026-11-19', '2026-11-20']) await nightOf(join(folder, 'small.sqlite'), day);
    const path = join(folder, 'records.sqlite');
    tell(`sweep: ${people} people`);
    layOffice(path, people, programme);
    const [first, afterFirst] = [await nightOf(path, '2026-11-20'), await middleLoop(path)];
    const [quiet, afterQuiet] = [await nightOf(path, '2026-11-21'), await middleLoop(path)];
    const perSecond = (seconds: number) => ({ value: rounded(people / seconds, 0), unit: 'people a second' });
    const beside = (seconds: number) => ({ name: 'a bare loop over all rows', ...perSecond(seconds) });
    const what = `nightly sweep of ${people} people:`;
    return [
      row({
        ...{ id: 'sweep.first', what: `${what} everybody is judged`, ours: perSecond(first) },
        ...{ peer: beside(afterFirst), ratio: ratioOf([first / afterFirst]) },
      }),
      row({
        ...{ id: 'sweep.quiet', what: `${what} a quiet night`, ours: perSecond(quiet) },
        ...{ peer: beside(afterQuiet), ratio: ratioOf([quiet / afterQuiet]) },
      }),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function middleLoop(path: string): Promise<number> {
  const times = [await bareLoop(path), await bareLoop(path), await bareLoop(path)];
  return ratioOf(times).middle;
}

async function bareLoop(path: string): Promise<number> {
  const database = new DatabaseSync(path, { readOnly: true });
  const seconds = await secondsOf(() => {
    for (const { body } of database.prepare('SELECT pk, sk, body FROM records').iterate()) JSON.parse(String(body));
  });
  database.close();
  return seconds;
}

async function secondsOf(work: () => unknown): Promise<number> {
  collect();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
