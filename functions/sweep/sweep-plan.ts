import { dayIn } from '#shared/domain/calendar.ts';
import { addDays, daysBetween } from '#shared/domain/day-arithmetic.ts';
import { TryAgain } from '#shared/domain/faults.ts';
import { segments } from '#shared/domain/segment.ts';
import { addUnits, noCounts, noUnits, type SweepRun } from '#shared/domain/sweep-run.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { keepBook } from '#shared/records/book-records.ts';
import { countedRecords, unitsOfWrites } from '#shared/records/counted-records.ts';
import { mendSegments } from '#shared/records/roster-records.ts';
import { lastFinishedRun, listSweepRunsOf, sweepRunWrite } from '#shared/records/sweep-run-records.ts';
import type { Programme } from '#shared/rules/programme.ts';
import type { SweepPlanInput, SweepPlanOutput } from '#shared/workflow/steps.ts';
import { runInHand } from './night-in-hand.ts';
import { touchPeopleOfMails } from './touch-people-of-mails.ts';

type Ports = { records: RecordStore; clock: Clock; programme: Programme };

/** More nights than these are told as so many: a host that slept through a summer lists no ninety days. */
const missedMax = 60;

/**
 * Begins the run of a day (today, where the programme lives), or goes on with one that was cut off: unless the rules changed
 * meanwhile, for then its parts would be judged by two books. A timer, which starts each night at several hours, begins nothing
 * that is done already or that is being done.
 */
export function makeSweepPlan({ records: store, clock, programme }: Ports) {
  return async ({ day: asked, start }: SweepPlanInput): Promise<SweepPlanOutput> => {
    const records = countedRecords(store);
    const at = clock.now();
    const day = asked ?? dayIn(programme.timeZone, at);
    const [runs, last] = await Promise.all([listSweepRunsOf(records, day), lastFinishedRun(records, day)]);
    const { sha256 } = programme.book;
    const inHand = start === 'by-timer' ? await runInHand({ records, clock }, runs, sha256) : null;
    if (inHand !== null) return { runId: inHand, isToWalk: false, segments: [] };
    const cutOff = runs.find(({ run }) => run.finishedAt === null && run.rulesSha256 === sha256);
    await keepBook(records, programme.id, programme.book);
    await keepBook(records, programme.id, programme.letterBook);
    if (last === null || last.findings.some(({ code }) => code === 'roster-not-walked')) await mendSegments(records);
    await touchPeopleOfMails(records);
    const run =
      cutOff?.run ?? newRun({ day, at, number: runs.length + 1, missedDays: missedBetween(last, day), sha256 });
    // the last write of a plan: what follows finds all that the plan prepared
    const units = addUnits(records.units(), unitsOfWrites([sweepRunWrite(run, null)]));
    const begun = cutOff?.run ?? { ...run, units };
    if (!cutOff && (await store.write([sweepRunWrite(begun, null)])) === 'conflict')
      throw new TryAgain('another run of this day began at this very moment');
    return { runId: run.runId, isToWalk: true, segments: segments.map((segment) => ({ runId: run.runId, segment })) };
  };
}

function missedBetween(last: SweepRun | null, day: string): string[] {
  if (last === null) return [];
  const count = Math.min(missedMax, Math.max(0, daysBetween(last.day, day) - 1));
  return Array.from({ length: count }, (_each, back) => addDays(day, -1 - back)).reverse();
}

type New = Pick<SweepRun, 'day' | 'at' | 'missedDays'> & { number: number; sha256: string };

function newRun({ day, at, number, missedDays, sha256 }: New): SweepRun {
  return {
    runId: `${day}.${String(number).padStart(2, '0')}`,
    day,
    at,
    missedDays,
    rulesSha256: sha256,
    finishedAt: null,
    onRoster: null,
    counts: noCounts,
    units: noUnits,
    dollars: 0,
    findings: [],
  };
}
