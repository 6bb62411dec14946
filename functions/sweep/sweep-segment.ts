import { GiveUp } from '#shared/domain/faults.ts';
import { noCounts, noUnits, type SweepProgress } from '#shared/domain/sweep-run.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { countedRecords } from '#shared/records/counted-records.ts';
import { findSweepProgress, findSweepRun } from '#shared/records/sweep-run-records.ts';
import type { Programme } from '#shared/rules/programme.ts';
import type { SweepSegmentInput, SweepSegmentOutput } from '#shared/workflow/steps.ts';
import type { SweepHook } from './sweep-hook.ts';
import { makeWalk } from './walk-segment.ts';

export type SweepSegmentPorts = {
  records: RecordStore;
  clock: Clock;
  programme: Programme;
  hooks?: readonly SweepHook[];
  /** people in one step, and how long it may take: a step that is cut off goes on in the next one */
  peopleMax?: number;
  secondsMax?: number;
};

/** Rows of a page live until the page is done: with twice as many, twice as much of them outlives the engine's quick collections. */
const peoplePerPage = 100;

/** Walks one segment for a while, from where it stands. Says whether it is at its end; the machine asks again until it is. */
export function makeSweepSegment(ports: SweepSegmentPorts) {
  const { clock, programme, hooks = [], peopleMax = 20_000, secondsMax = 60 } = ports;
  return async ({ runId, segment }: SweepSegmentInput): Promise<SweepSegmentOutput> => {
    const records = countedRecords(ports.records);
    const [found, stored] = await Promise.all([
      findSweepRun(records, runId),
      findSweepProgress(records, runId, segment),
    ]);
    if (!found) throw new GiveUp('there is no such run of the sweep');
    if (stored?.progress.isDone) return { runId, segment, isDone: true };
    const begun = stored?.progress ?? newProgress(runId, segment);
    const walk = makeWalk({ records, clock, programme, hooks }, found.run, {
      progress: begun,
      version: stored?.version ?? null,
    });
    const until = Date.parse(clock.now()) + secondsMax * 1000;
    let isDone = false;
    for (let left = peopleMax; left > 0 && !isDone && Date.parse(clock.now()) < until; left -= peoplePerPage)
      isDone = await walk.page(Math.min(left, peoplePerPage));
    await walk.flush(isDone);
    return { runId, segment, isDone };
  };
}

function newProgress(runId: string, segment: string): SweepProgress {
  return { runId, segment, cursor: null, isDone: false, movedAt: null, counts: noCounts, units: noUnits, findings: [] };
}
