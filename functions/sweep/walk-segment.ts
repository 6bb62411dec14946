import type { SweepProgress, SweepRun } from '#shared/domain/sweep-run.ts';
import { writesAtOnceMax } from '#shared/ports/record-store.ts';
import { pageOfSegment } from '#shared/records/roster-records.ts';
import { listStandingsBetween, type VersionedStanding } from '#shared/records/standing-records.ts';
import { listTouchedBetween } from '#shared/records/touched-records.ts';
import { makeSaver } from './save-stretches.ts';
import { type Stretch, stretchOf, type WalkPorts } from './stretch.ts';

/** One for the segment's own row. */
const writesMax = writesAtOnceMax - 1;

/**
 * Walks one segment from where it stands. What is written goes out in transactions that move the segment's own row along: a run
 * that is cut off goes on behind the last of them, and two runs cannot both write.
 */
export function makeWalk(ports: WalkPorts, run: SweepRun, begun: { progress: SweepProgress; version: number | null }) {
  const { segment } = begun.progress;
  const save = makeSaver(ports, run, begun);
  let cursor = begun.progress.cursor;
  let waiting: Stretch[] = [];

  async function flush(isDone: boolean): Promise<void> {
    const stretches = waiting;
    waiting = [];
    if (stretches.length > 0 || isDone) await save(stretches, isDone);
  }

  async function add(stretch: Stretch): Promise<void> {
    const writes = waiting.reduce((sum, each) => sum + each.writes.length, 0);
    if (writes + stretch.writes.length > writesMax) await flush(false);
    waiting.push(stretch);
  }

  return {
    /** The next so many people. True when the segment is at its end. */
    async page(limit: number): Promise<boolean> {
      const { people, isLast } = await pageOfSegment(ports.records, segment, { after: cursor, limit });
      const [first, last] = [people[0], people.at(-1)];
      if (first === undefined || last === undefined) return true;
      const between = { from: first.specialist.specialistId, to: last.specialist.specialistId };
      const standings = byPerson(await listStandingsBetween(ports.records, segment, between));
      const touched = await listTouchedBetween(ports.records, segment, between);
      let quiet: Stretch | null = null;
      for (const person of people) {
        const { specialistId: id } = person.specialist;
        const met = { person, standings: standings.get(id) ?? [], touch: touched.get(id) ?? null };
        const stretch: Stretch = await stretchOf(ports, run, met, quiet);
        if (stretch !== quiet) await add(stretch);
        quiet = stretch.met === null ? stretch : null;
      }
      cursor = between.to;
      return isLast;
    },
    flush,
  };
}

function byPerson(standings: readonly VersionedStanding[]): Map<string, VersionedStanding[]> {
  const found = new Map<string, VersionedStanding[]>();
  for (const each of standings) {
    const own = found.get(each.standing.specialistId);
    if (own) own.push(each);
    else found.set(each.standing.specialistId, [each]);
  }
  return found;
}
