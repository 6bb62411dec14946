import { GiveUp } from '#shared/domain/faults.ts';
import type { SweepCounts, SweepFinding, SweepRun } from '#shared/domain/sweep-run.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { Write } from '#shared/ports/record-store.ts';
import type { CountedRecords } from '#shared/records/counted-records.ts';
import { listStandingsOf } from '#shared/records/standing-records.ts';
import { findTouch } from '#shared/records/touched-records.ts';
import type { Programme } from '#shared/rules/programme.ts';
import { lookAt, type Met } from './look-at.ts';
import { lookCausesOf } from './look-causes.ts';
import { countLooked, countQuiet, newCounts } from './running-counts.ts';
import type { SweepHook } from './sweep-hook.ts';

export type WalkPorts = {
  records: CountedRecords;
  clock: Clock;
  programme: Programme;
  hooks: readonly SweepHook[];
};

/** People one after the other, up to and with `upTo`: what was counted there, and what has to be written. */
export type Stretch = {
  upTo: string;
  counts: SweepCounts;
  writes: readonly Write[];
  findings: readonly SweepFinding[];
  /** who was looked at in depth; null for people whom nothing calls for */
  met: Met | null;
};

/** Goes on in the quiet stretch before, where nothing calls for this person either. */
export async function stretchOf(ports: WalkPorts, run: SweepRun, met: Met, quiet: Stretch | null): Promise<Stretch> {
  const { specialist } = met.person;
  const standings = met.standings.map(({ standing }) => standing);
  const causes = lookCausesOf({
    walked: { specialist, standings, today: run.day, since: run.missedDays[0] ?? run.day },
    rosterVersion: met.person.version,
    isTouched: met.touch !== null,
    rulesSha256: ports.programme.book.sha256,
    hooks: ports.hooks,
  });
  if (causes.length === 0) {
    const stretch = quiet ?? { upTo: '', counts: newCounts(), writes: [], findings: [], met: null };
    stretch.upTo = specialist.specialistId;
    countQuiet(stretch.counts, standings);
    return stretch;
  }
  const looked = await lookAt(ports, met, { run, causes }).catch(unreadable);
  if (looked === null)
    return notJudged({ upTo: specialist.specialistId, met }, 'What is on record about them cannot be read.');
  const counts = newCounts();
  countLooked(counts, looked, causes);
  return { upTo: specialist.specialistId, counts, writes: looked.writes, findings: looked.findings, met };
}

export async function lookAnew(ports: WalkPorts, run: SweepRun, { met, ...stretch }: Stretch): Promise<Stretch> {
  if (met === null) return { ...stretch, met };
  const { specialistId } = met.person.specialist;
  const [standings, touch] = await Promise.all([
    listStandingsOf(ports.records, specialistId),
    findTouch(ports.records, specialistId),
  ]);
  const anew = await stretchOf(ports, run, { ...met, standings, touch }, null);
  // whoever was looked at stays so, even when fresh rows call for nothing any more
  return { ...anew, met };
}

/** One row that has not its shape holds up nobody else. */
function unreadable(fault: unknown): null {
  if (fault instanceof GiveUp) return null;
  throw fault;
}

/** The touch stays where it is, so tomorrow's sweep looks again. */
export function notJudged({ upTo, met }: Pick<Stretch, 'upTo' | 'met'>, because: string): Stretch {
  const counts = newCounts();
  countQuiet(counts, met?.standings.map(({ standing }) => standing) ?? []);
  const inWords = `${upTo} could not be judged. ${because}`;
  return { upTo, counts, writes: [], findings: [{ code: 'person-not-judged', about: [upTo], count: 1, inWords }], met };
}
