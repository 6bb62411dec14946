import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeSweepPlan } from '#functions/sweep/sweep-plan.ts';
import { makeSweepSegment } from '#functions/sweep/sweep-segment.ts';
import { TryAgain } from '#shared/domain/faults.ts';
import { segmentOf } from '#shared/domain/segment.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { listStandingsOf } from '#shared/records/standing-records.ts';
import { findSweepProgress } from '#shared/records/sweep-run-records.ts';
import { anOffice, louisiana, type Office } from './a-swept-office.ts';

const segment = '07';
const ids = Array.from({ length: 20_000 }, (_each, at) => `RPSS-${String(at).padStart(5, '0')}`);
/** More than two pages of the walk. */
const people = ids.filter((id) => segmentOf(id) === segment).slice(0, 250);

/** As on AWS, where a step ends before the Lambda is ended: each look at the clock finds it a second on. */
function tickingClock() {
  let at = Date.parse('2026-11-20T08:00:00.000Z');
  return {
    now: () => {
      at += 1000;
      return new Date(at).toISOString();
    },
  };
}

describe('one segment of the sweep', () => {
  let office: Office;
  beforeEach(async () => {
    office = await anOffice();
    for (const specialistId of people) await office.add({ specialistId });
  });
  afterEach(() => office.close());

  const begin = async (records: RecordStore) => {
    const { runId } = await makeSweepPlan({ records, clock: office.clock, programme: louisiana })({ day: null });
    return runId;
  };
  const judged = async () => {
    const all = await Promise.all(people.map((id) => listStandingsOf(office.records, id)));
    return all.filter((standings) => standings.length === 1).length;
  };

  test('ends at its seconds, behind the last person who is written, and the loop takes it up there', async () => {
    const { records } = office;
    const runId = await begin(records);
    const walk = makeSweepSegment({ records, clock: tickingClock(), programme: louisiana, secondsMax: 2 });
    const cursors: (string | null)[] = [];
    let isDone = false;
    while (!isDone) {
      ({ isDone } = await walk({ runId, segment }));
      cursors.push((await findSweepProgress(records, runId, segment))?.progress.cursor ?? null);
    }
    expect(cursors).toEqual([people[99], people[199], people[249]]);
    expect((await findSweepProgress(records, runId, segment))?.progress.counts.walked).toBe(people.length);
    expect(await judged()).toBe(people.length);
  });

  test('goes on behind what is written where the table was too busy in the middle of it', async () => {
    let writes = 0;
    const busy: RecordStore = {
      ...office.records,
      async write(asked) {
        writes += 1;
        if (writes === 12) throw new TryAgain('AWS is busy');
        return office.records.write(asked);
      },
    };
    const runId = await begin(office.records);
    const walk = makeSweepSegment({ records: busy, clock: office.clock, programme: louisiana });
    await expect(walk({ runId, segment })).rejects.toBeInstanceOf(TryAgain);
    const half = await judged();
    expect(half).toBeGreaterThan(0);
    expect(half).toBeLessThan(people.length);
    expect(await walk({ runId, segment })).toMatchObject({ isDone: true });
    expect(await judged()).toBe(people.length);
    expect((await findSweepProgress(office.records, runId, segment))?.progress.counts.walked).toBe(people.length);
  });
});
