import { GiveUp } from '#shared/domain/faults.ts';
import type { LookCause } from '#shared/domain/person-standing.ts';
import { isSameShown, type PersonStanding, personStandingSchema, shownOf } from '#shared/domain/person-standing.ts';
import type { SweepFinding, SweepRun } from '#shared/domain/sweep-run.ts';
import type { RecordStore, Write } from '#shared/ports/record-store.ts';
import { readPersonOnRecord } from '#shared/records/person-on-record.ts';
import type { VersionedSpecialist } from '#shared/records/roster-records.ts';
import { standingChangeWrite, standingWrite, type VersionedStanding } from '#shared/records/standing-records.ts';
import { touchPersonWrite, untouchPersonWrite } from '#shared/records/touched-records.ts';
import type { Programme } from '#shared/rules/programme.ts';
import { standingsOf } from '#shared/rules/standing/standings-of.ts';
import { isRoutine } from './look-causes.ts';
import { hookWritesMax, type SweepHook } from './sweep-hook.ts';

export type LookPorts = { records: RecordStore; programme: Programme; hooks: readonly SweepHook[] };

/** One person of the walk with all that stands beside them. `touch` is the version of the touch, null where there is none. */
export type Met = { person: VersionedSpecialist; standings: readonly VersionedStanding[]; touch: number | null };

export type Looked = {
  standings: readonly PersonStanding[];
  /** those that a reader sees changed */
  changed: readonly PersonStanding[];
  writes: readonly Write[];
  beside: Readonly<Record<string, number>>;
  findings: readonly SweepFinding[];
};

/** Periods of one person that may change in one transaction, each with two rows, beside the hooks' and the segment's own. */
const periodsAtOnce = 7;

/** Reads a person's papers and says what has to be written: standings that differ, how they changed, and what hooks add. */
export async function lookAt(
  { records, programme, hooks }: LookPorts,
  { person, standings: stored, touch }: Met,
  { run, causes }: { run: SweepRun; causes: readonly LookCause[] },
): Promise<Looked> {
  const { specialist, version: rosterVersion } = person;
  const { at, day: today, runId, missedDays } = run;
  const before = stored.map(({ standing }) => standing);
  const onRecord = await readPersonOnRecord(records, specialist.specialistId);
  const standings = standingsOf({ programme, specialist, rosterVersion, ...onRecord, before, today, at });
  const since = missedDays[0] ?? today;
  const look = { specialist, standings, today, since, before, onRecord, records, programme, at, runId };
  const added = await writesOfHooks(hooks, look);
  const pairs = standings.map((is) => ({ is, was: stored.find(({ standing }) => standing.year === is.year) ?? null }));
  const all = pairs.filter(({ is, was }) => was === null || textOf(was.standing) !== textOf(is));
  const differing = all.slice(0, periodsAtOnce);
  const isCut = all.length > differing.length;
  const changed = differing.filter(({ is, was }) => was === null || !isSameShown(shownOf(was.standing), shownOf(is)));
  return {
    standings,
    changed: changed.map(({ is }) => is),
    writes: [
      ...differing.map(({ is, was }) => standingWrite(is, was?.version ?? null)),
      ...changed.map(({ is, was }) =>
        standingChangeWrite({
          specialistId: is.specialistId,
          year: is.year,
          at,
          was: was && shownOf(was.standing),
          is: shownOf(is),
          causes: [...causes],
          runId,
          by: null,
        }),
      ),
      ...added.writes,
      ...touchWrites(specialist.specialistId, touch, isCut),
    ],
    beside: added.beside,
    findings: isRoutine(causes) ? changed.map(({ is }) => driftOf(is)) : [],
  };
}

/** What is left over of somebody's many periods comes in the next night. */
function touchWrites(specialistId: string, touch: number | null, isCut: boolean): Write[] {
  if (isCut) return [touchPersonWrite(specialistId)];
  return touch === null ? [] : [untouchPersonWrite(specialistId, touch)];
}

async function writesOfHooks(hooks: readonly SweepHook[], look: Parameters<SweepHook['writesFor']>[0]) {
  const writes: Write[] = [];
  const beside: Record<string, number> = {};
  for (const hook of hooks) {
    const own = await hook.writesFor(look);
    writes.push(...own);
    if (own.length > 0) beside[hook.name] = own.length;
  }
  if (writes.length > hookWritesMax)
    throw new GiveUp(`the hooks of a sweep write more than ${hookWritesMax} rows beside one person`);
  return { writes, beside };
}

function driftOf({ specialistId, year }: PersonStanding): SweepFinding {
  return {
    code: 'standing-drift',
    about: [specialistId, String(year)],
    count: 1,
    inWords: `The standing of ${specialistId} for ${year} was not what it should have been, and nothing had said that it changed.`,
  };
}

/** In the order of the shape, so that the same standing is the same text. */
const textOf = (standing: PersonStanding) => JSON.stringify(personStandingSchema.parse(standing));
