import { GiveUp, TryAgain } from '#shared/domain/faults.ts';
import { segments } from '#shared/domain/segment.ts';
import { dollarsOf } from '#shared/domain/store-price.ts';
import {
  addCounts,
  addUnits,
  noCounts,
  noUnits,
  type SweepFinding,
  type SweepProgress,
  type SweepRun,
} from '#shared/domain/sweep-run.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { countedRecords, unitsOfWrites } from '#shared/records/counted-records.ts';
import { countRoster } from '#shared/records/roster-records.ts';
import { findSweepRun, listSweepProgress, sweepRunWrite } from '#shared/records/sweep-run-records.ts';
import type { SweepReportInput, SweepReportOutput } from '#shared/workflow/steps.ts';
import type { SweepCheck } from './sweep-hook.ts';

type Ports = { records: RecordStore; clock: Clock; checks?: readonly SweepCheck[] };

/** A row holds 100 kB, and nobody reads more. */
const findingsMax = 200;

/** Adds up what the segments found, counts the roster against it, asks the checks, and keeps all of it. A finished run stays as it is. */
export function makeSweepReport({ records: store, clock, checks = [] }: Ports) {
  return async ({ runId }: SweepReportInput): Promise<SweepReportOutput> => {
    const records = countedRecords(store);
    const [found, progress] = await Promise.all([findSweepRun(records, runId), listSweepProgress(records, runId)]);
    if (!found) throw new GiveUp('there is no such run of the sweep');
    if (found.run.finishedAt !== null) return { runId, findings: found.run.findings.length };
    const isWhole = segments.every((segment) => progress.some((each) => each.segment === segment && each.isDone));
    const added = addedUp(found.run, progress, await countRoster(records));
    const own = [...added.findings, ...missedNights(added), ...notWalked(added, isWhole)];
    const asked = { run: { ...added, findings: own }, records, now: clock.now() };
    const findings = [...own, ...(await findingsOf(checks, asked))].slice(0, findingsMax);
    const cost = unitsOfWrites([sweepRunWrite({ ...added, findings }, found.version)]);
    const units = addUnits(addUnits(added.units, records.units()), cost);
    // one that did not come to the end of every segment is no finished run: the next start of the day goes on with it
    const finishedAt = isWhole ? clock.now() : null;
    const run: SweepRun = { ...added, findings, units, dollars: dollarsOf(units), finishedAt };
    if ((await store.write([sweepRunWrite(run, found.version)])) === 'conflict')
      throw new TryAgain('another report of this run was written at this very moment');
    return { runId, findings: findings.length };
  };
}

function addedUp(run: SweepRun, progress: readonly SweepProgress[], onRoster: number): SweepRun {
  return {
    ...run,
    onRoster,
    counts: progress.reduce((sum, each) => addCounts(sum, each.counts), noCounts),
    units: progress.reduce((sum, each) => addUnits(sum, each.units), run.units ?? noUnits),
    findings: progress.flatMap(({ findings }) => findings),
  };
}

function missedNights({ missedDays }: SweepRun): SweepFinding[] {
  if (missedDays.length === 0) return [];
  const [first = '', last = ''] = [missedDays[0], missedDays.at(-1)];
  const which = missedDays.length === 1 ? `The night of ${first} was` : `The nights from ${first} to ${last} were`;
  return [
    {
      code: 'night-missed',
      about: [...missedDays],
      count: missedDays.length,
      inWords: `${which} not swept. This run made up for it.`,
    },
  ];
}

/** People may join the roster while it is walked; nobody leaves it. */
function notWalked({ onRoster, counts }: SweepRun, isWhole: boolean): SweepFinding[] {
  const count = (onRoster ?? 0) - counts.walked;
  const because = isWhole ? 'They stand in no segment.' : 'Not every segment came to its end.';
  if (count <= 0) return [];
  const inWords = `${count} of ${onRoster} people of the roster were not walked past. ${because}`;
  return [{ code: 'roster-not-walked', about: [], count, inWords }];
}

async function findingsOf(
  checks: readonly SweepCheck[],
  asked: Parameters<SweepCheck['run']>[0],
): Promise<SweepFinding[]> {
  const found: SweepFinding[] = [];
  for (const { name, run } of checks) found.push(...(await run(asked).catch(() => [checkFailed(name)])));
  return found;
}

function checkFailed(name: string): SweepFinding {
  const inWords = `The check "${name}" broke off. What it would have found is not known; look at the log of this night.`;
  return { code: 'check-failed', about: [name], count: 1, inWords };
}
