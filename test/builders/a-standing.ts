import type { PersonStanding, StandingChange } from '#shared/domain/person-standing.ts';
import { shownOf } from '#shared/domain/person-standing.ts';
import { noCounts, noUnits, type SweepProgress, type SweepRun } from '#shared/domain/sweep-run.ts';

/** Dana Fontenot in 2026: nothing came yet. */
export function aStanding(own: Partial<PersonStanding> = {}): PersonStanding {
  return {
    specialistId: 'RPSS-0042',
    year: 2026,
    word: 'nothing-received',
    why: ['Nothing was received yet. The report is due by December 31, 2026.'],
    missing: [],
    due: '2026-12-31',
    since: '2026-01-02T08:00:00.000Z',
    judgedBy: 'a'.repeat(64),
    rosterVersion: 1,
    nextLookOn: '2027-01-01',
    resolved: null,
    ...own,
  };
}

export function aStandingChange(own: Partial<StandingChange> = {}): StandingChange {
  return {
    specialistId: 'RPSS-0042',
    year: 2026,
    at: '2026-11-20T08:00:00.000Z',
    was: shownOf(aStanding()),
    is: shownOf(aStanding({ word: 'met', why: ['All 7 rules that apply are met.'] })),
    causes: ['touched'],
    runId: '2026-11-20.01',
    by: null,
    ...own,
  };
}

export function aSweepRun(own: Partial<SweepRun> = {}): SweepRun {
  return {
    runId: '2026-11-20.01',
    day: '2026-11-20',
    at: '2026-11-20T08:00:00.000Z',
    missedDays: [],
    rulesSha256: 'a'.repeat(64),
    finishedAt: null,
    onRoster: null,
    counts: noCounts,
    units: noUnits,
    dollars: 0,
    findings: [],
    ...own,
  };
}

export function aSweepProgress(own: Partial<SweepProgress> = {}): SweepProgress {
  return {
    runId: '2026-11-20.01',
    segment: '07',
    cursor: null,
    isDone: false,
    movedAt: null,
    counts: noCounts,
    units: noUnits,
    findings: [],
    ...own,
  };
}
