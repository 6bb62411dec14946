import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runSweep, type SweepParts } from '#infra/local/run-sweep.ts';
import { type NightAtWork, startNightly } from '#infra/local/start-nightly.ts';
import { boundedMemory, sweepInOwnProcess } from '#infra/local/sweep-in-own-process.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { systemClock } from '#shared/adapters/local/system-clock.ts';
import { dayIn } from '#shared/domain/calendar.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { listSweepProgress, listSweepRunsOf, pageOfSweepRuns } from '#shared/records/sweep-run-records.ts';
import { layOffice } from '#test/bench/an-office.ts';
import { anOffice, louisiana } from '#test/functions/sweep/a-swept-office.ts';

const log = { info: () => {}, error: () => {} };
/** For what hangs; nothing here is about how quick it is. */
const patience = { timeout: 60_000, interval: 20 };

/** A night in this process, on a clock that is set. */
const inThisProcess = (parts: SweepParts) => (): NightAtWork => ({ done: runSweep(parts), stop: () => {} });
const finishedOn = async (records: RecordStore, day: string) =>
  (await listSweepRunsOf(records, day)).some(({ run }) => run.finishedAt !== null);

describe('the host at night', () => {
  it('sweeps at its start what was missed, and nothing that was done', async () => {
    const office = await anOffice();
    await office.add({ specialistId: 'RPSS-0042' });
    const sweep = inThisProcess(office.parts());
    for (const instant of ['2026-11-20T08:00:00.000Z', '2026-11-20T20:00:00.000Z', '2026-11-23T15:00:00.000Z']) {
      office.setClock(instant);
      const nights = startNightly({ ...office.parts(), sweep }, log);
      await expect.poll(() => finishedOn(office.records, instant.slice(0, 10)), patience).toBe(true);
      await nights.stop();
    }
    const runs = await pageOfSweepRuns(office.records, 2026, { limit: 9 });
    expect(runs.runs.map(({ runId, missedDays }) => [runId, missedDays.length])).toEqual([
      ['2026-11-23.01', 2],
      ['2026-11-20.01', 0],
    ]);
    office.close();
  });

  it('starts a night that failed again at its next look, goes on with the same run, and leaves what is done alone', async () => {
    const office = await anOffice();
    for (let number = 0; number < 40; number += 1) await office.add({ specialistId: `RPSS-${number}` });
    let starts = 0;
    let looks = 0;
    const clock = {
      now: () => {
        looks += 1;
        return office.clock.now();
      },
    };
    const sweep = () => {
      starts += 1;
      return inThisProcess(office.parts(starts < 3 ? { records: failingAfter(office.records, starts * 4) } : {}))();
    };
    const nights = startNightly({ ...office.parts(), clock, sweep }, log, 5);
    await expect.poll(() => finishedOn(office.records, '2026-11-20'), patience).toBe(true);
    const then = looks;
    await expect.poll(() => looks, patience).toBeGreaterThan(then + 10);
    await nights.stop();
    expect(starts).toBe(3);
    const [only, ...others] = await listSweepRunsOf(office.records, '2026-11-20');
    expect(others).toEqual([]);
    expect(only?.run.counts.walked).toBe(40);
    office.close();
  });
});

describe('the night of the real host, in a process of its own', () => {
  it('is left in the middle when the host stops, and the next start goes on with the same run', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nightly-'));
    const path = join(folder, 'records.sqlite');
    const people = 2_000;
    layOffice(path, people, louisiana);
    const records = openSqliteRecordStore(path);
    const settings = {
      dataFolder: folder,
      programmeFolder: 'shared/rules/programmes/louisiana-rpss',
      mailFrom: 'office@example.org',
    };
    const parts = { records, clock: systemClock, programme: louisiana, sweep: () => sweepInOwnProcess(settings) };
    const today = () => dayIn(louisiana.timeZone, systemClock.now());
    const walkedOf = async () => {
      const [first] = await listSweepRunsOf(records, today());
      const progress = first === undefined ? [] : await listSweepProgress(records, first.run.runId);
      return progress.reduce((sum, { counts }) => sum + counts.walked, 0);
    };

    const first = startNightly(parts, log);
    await expect.poll(walkedOf, patience).toBeGreaterThan(0);
    await first.stop();
    const walked = await walkedOf();
    expect(walked).toBeLessThan(people);
    expect(await finishedOn(records, today())).toBe(false);

    const second = startNightly(parts, log);
    await expect.poll(() => finishedOn(records, today()), patience).toBe(true);
    await second.stop();
    const [only, ...others] = await listSweepRunsOf(records, today());
    expect(others).toEqual([]);
    expect(only?.run).toMatchObject({ findings: [], counts: { walked: people } });
    records.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('has the bounds on memory that npm run sweep has', () => {
    expect(readFileSync('package.json', 'utf8')).toContain(
      `"sweep": "node ${boundedMemory.join(' ')} infra/local/sweep.ts"`,
    );
  });
});

/** The disk is full after so many writes, and stays so. */
function failingAfter(records: RecordStore, writes: number): RecordStore {
  let left = writes;
  return {
    ...records,
    async write(all) {
      left -= 1;
      if (left < 0) throw new Error('no space left on the device');
      return records.write(all);
    },
  };
}
