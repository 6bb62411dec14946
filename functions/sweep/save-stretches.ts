import { TryAgain } from '#shared/domain/faults.ts';
import { addCounts, addUnits, type SweepProgress, type SweepRun } from '#shared/domain/sweep-run.ts';
import { unitsOfWrites } from '#shared/records/counted-records.ts';
import { findSweepProgress, sweepProgressWrite } from '#shared/records/sweep-run-records.ts';
import { lookAnew, notJudged, type Stretch, type WalkPorts } from './stretch.ts';

/** The segment's own row as it is stored; version null: not yet. */
type Stored = { progress: SweepProgress; version: number | null };

const triesMax = 3;
const findingsMax = 50;
const changedAgain = 'Their rows changed again and again meanwhile; they were left as they are.';
const walkedByAnother = () => new TryAgain('another run walks the same segment');

/** Writes stretches, and with them the segment's own row, on its version. */
export function makeSaver(ports: WalkPorts, run: SweepRun, begun: Stored) {
  let stored = begun;
  const units = unitsSince(ports, begun.progress.units);

  async function isSaved(stretches: readonly Stretch[], isDone: boolean): Promise<boolean> {
    const { progress, version } = stored;
    const told: SweepProgress = {
      ...progress,
      cursor: stretches.at(-1)?.upTo ?? progress.cursor,
      isDone,
      movedAt: ports.clock.now(),
      counts: stretches.reduce((sum, each) => addCounts(sum, each.counts), progress.counts),
      findings: [...progress.findings, ...stretches.flatMap(({ findings }) => findings)].slice(0, findingsMax),
    };
    const beside = stretches.flatMap((each) => each.writes);
    const cost = unitsOfWrites([...beside, sweepProgressWrite(told, version)]);
    const next = { ...told, units: addUnits(units(), cost) };
    const writes = [...beside, sweepProgressWrite(next, version)];
    if ((await ports.records.write(writes)) === 'conflict') return false;
    stored = { progress: next, version: (version ?? 0) + 1 };
    return true;
  }

  /** Something changed under the walk: each of them is looked at anew, alone, from fresh rows. */
  async function saveOneByOne(stretches: readonly Stretch[]): Promise<void> {
    await expectOwn(ports, stored);
    for (const stretch of stretches) {
      if (stretch.met === null && (await isSaved([stretch], false))) continue;
      if (await isSavedAnew(stretch)) continue;
      await expectOwn(ports, stored);
      if (!(await isSaved([notJudged(stretch, changedAgain)], false))) throw walkedByAnother();
    }
  }

  async function isSavedAnew(stretch: Stretch): Promise<boolean> {
    for (let tried = 0; tried < triesMax; tried += 1)
      if (await isSaved([await lookAnew(ports, run, stretch)], false)) return true;
    return false;
  }

  return async (stretches: readonly Stretch[], isDone: boolean): Promise<void> => {
    if (await isSaved(stretches, isDone)) return;
    await saveOneByOne(stretches);
    if (isDone && !(await isSaved([], true))) throw walkedByAnother();
  };
}

/** What the store has cost since the segment was begun, over however many steps. */
function unitsSince({ records }: WalkPorts, before: SweepProgress['units']) {
  return () => addUnits(before, records.units());
}

async function expectOwn({ records }: WalkPorts, { progress, version }: Stored): Promise<void> {
  const found = await findSweepProgress(records, progress.runId, progress.segment);
  if ((found?.version ?? null) !== version) throw walkedByAnother();
}
