import { beforeAll, describe, expect, it } from 'vitest';
import type { Resolution } from '#shared/domain/resolution.ts';
import { segmentOf, segments } from '#shared/domain/segment.ts';
import { staffIdSchema } from '#shared/domain/staff.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { listResolutionsForSecond, listResolutionsOf, resolutionWrite } from '#shared/records/resolution-records.ts';
import { mendSegments, pageOfSegment, putSpecialist } from '#shared/records/roster-records.ts';
import {
  findStanding,
  listStandingChangesOf,
  listStandingsBetween,
  listStandingsOf,
  pageOfRunChanges,
  pageOfWord,
  standingChangeWrite,
  standingWrite,
} from '#shared/records/standing-records.ts';
import {
  findSweepProgress,
  findSweepRun,
  lastFinishedRun,
  listSweepProgress,
  listSweepRunsOf,
  pageOfSweepRuns,
  sweepProgressWrite,
  sweepRunWrite,
} from '#shared/records/sweep-run-records.ts';
import {
  listTouchedBetween,
  listTouchedMails,
  touchMailWrite,
  touchPersonWrite,
  untouchMailWrite,
  untouchPersonWrite,
} from '#shared/records/touched-records.ts';
import { aSpecialist } from '#test/builders/a-person.ts';
import { aStanding, aStandingChange, aSweepProgress, aSweepRun } from '#test/builders/a-standing.ts';
import { submissionIdFor } from '#test/builders/a-submission.ts';

const ann = staffIdSchema.parse(`staff_${'a'.repeat(26)}`);

/** The rows that a sweep rests on, whatever the store. */
export function sweepRecordsContract(open: () => Promise<RecordStore>): void {
  let records: RecordStore;
  beforeAll(async () => {
    records = await open();
  });

  /** Everybody of the segment that "RPSS-0042" is in, among some ids that differ in their ends only. */
  const segment = segmentOf('RPSS-0042');
  const others = Array.from({ length: 300 }, (_each, at) => `RPSS-${String(at).padStart(4, '0')}`);
  const neighbours = others.filter((id) => segmentOf(id) === segment && id !== 'RPSS-0042').slice(0, 4);
  const inSegment = [...neighbours, 'RPSS-0042'].sort();

  describe('the roster in segments', () => {
    it('has everybody in the segment of their id, in the order of ids, page after page', async () => {
      for (const specialistId of inSegment)
        await putSpecialist(records, aSpecialist({ specialistId, email: `${specialistId}@example.org` }));
      const met: string[] = [];
      let after: string | null = null;
      for (let isLast = false; !isLast; ) {
        const page = await pageOfSegment(records, segment, { after, limit: 2 });
        met.push(...page.people.map(({ specialist }) => specialist.specialistId));
        after = met.at(-1) ?? null;
        isLast = page.isLast;
      }
      expect(met).toEqual(inSegment);
      expect(segments).toContain(segment);
    });

    it('gets those who were put there before there were segments, and nobody twice', async () => {
      const key = { pk: 'PERSON#OLD-1', sk: 'PROFILE' };
      const body = aSpecialist({ specialistId: 'OLD-1' });
      await records.write([{ put: { ...key, body, index2: { pk: 'ROSTER', sk: 'OLD-1' } }, expect: 'absent' }]);
      expect(await mendSegments(records)).toBe(1);
      expect(await mendSegments(records)).toBe(0);
      const { people } = await pageOfSegment(records, segmentOf('OLD-1'), { after: null, limit: 100 });
      expect(people.map(({ specialist }) => specialist.specialistId)).toContain('OLD-1');
      expect((await records.find(key))?.index2).toEqual({ pk: 'ROSTER', sk: 'OLD-1' });
    });
  });

  describe('standings', () => {
    it('stand beside the roster in the same order, also where one id is the beginning of another', async () => {
      const [from = '', to = ''] = [inSegment[0], inSegment.at(-1)];
      for (const specialistId of inSegment)
        for (const year of [2026, 2025]) await records.write([standingWrite(aStanding({ specialistId, year }), null)]);
      const found = await listStandingsBetween(records, segment, { from, to });
      const expected = inSegment.flatMap((id) => [`${id} 2025`, `${id} 2026`]);
      expect(found.map(({ standing }) => `${standing.specialistId} ${standing.year}`)).toEqual(expected);
      const one = await listStandingsBetween(records, segment, { from: to, to });
      expect(one.map(({ standing }) => standing.specialistId)).toEqual([to, to]);
    });

    it('of one person are listed by year, and found alone', async () => {
      expect((await listStandingsOf(records, 'RPSS-0042')).map(({ standing }) => standing.year)).toEqual([2025, 2026]);
      expect((await findStanding(records, 'RPSS-0042', 2026))?.version).toBe(1);
      expect(await findStanding(records, 'RPSS-0042', 2020)).toBeNull();
    });

    it('lie on the list of their word, soonest due first, and leave it with the word', async () => {
      const late = (specialistId: string, due: string) =>
        aStanding({ specialistId, due, year: 2024, word: 'past-deadline-unresolved' });
      await records.write([
        standingWrite(late('P-2', '2024-12-31'), null),
        standingWrite(late('P-1', '2024-06-30'), null),
        standingWrite(late('P-3', '2025-01-31'), null),
      ]);
      const ids = async (bounds: object = {}) => {
        const { standings } = await pageOfWord(records, 'past-deadline-unresolved', { ...bounds, limit: 9 });
        return standings.map(({ specialistId }) => specialistId);
      };
      expect(await ids()).toEqual(['P-1', 'P-2', 'P-3']);
      expect(await ids({ dueFrom: '2024-12-31', dueTo: '2024-12-31' })).toEqual(['P-2']);
      await records.write([standingWrite({ ...late('P-1', '2024-06-30'), word: 'met' }, 1)]);
      expect(await ids()).toEqual(['P-2', 'P-3']);
    });

    it('tell how they came about, and a run lists what it changed', async () => {
      const second = aStandingChange({ at: '2026-11-21T08:00:00.000Z', runId: '2026-11-21.01' });
      const byPerson = aStandingChange({ at: '2026-11-22T08:00:00.000Z', runId: null, by: ann });
      for (const change of [second, aStandingChange(), byPerson]) await records.write([standingChangeWrite(change)]);
      expect(await listStandingChangesOf(records, 'RPSS-0042')).toEqual([aStandingChange(), second, byPerson]);
      expect((await pageOfRunChanges(records, '2026-11-21.01', { limit: 9 })).changes).toEqual([second]);
      expect(await records.write([standingChangeWrite(second)])).toBe('conflict');
    });
  });

  describe('a touch', () => {
    it('is met in the person’s segment until it is taken away, and a later one stays', async () => {
      const between = () => listTouchedBetween(records, segment, { from: 'RPSS-0042', to: 'RPSS-0042' });
      await records.write([touchPersonWrite('RPSS-0042')]);
      const seen = (await between()).get('RPSS-0042') ?? 0;
      await records.write([touchPersonWrite('RPSS-0042')]);
      expect(await records.write([untouchPersonWrite('RPSS-0042', seen)])).toBe('conflict');
      expect(await records.write([untouchPersonWrite('RPSS-0042', seen + 1)])).toBe('written');
      expect(await between()).toEqual(new Map());
    });

    it('of a mail says whose case files changed with it; a second change hides none before', async () => {
      const id = submissionIdFor(7);
      await records.write([touchMailWrite(id), touchMailWrite(id, { people: ['A'], at: '2026-11-20T08:00:00.000Z' })]);
      await records.write([touchMailWrite(id), touchMailWrite(id, { people: ['B'], at: '2026-11-20T09:00:00.000Z' })]);
      const touched = await listTouchedMails(records);
      expect(touched.map(({ people }) => people)).toEqual([[], ['A'], ['B']]);
      expect(await records.write(touched.map(untouchMailWrite))).toBe('written');
      expect(await listTouchedMails(records)).toEqual([]);
    });
  });

  describe('runs of the sweep', () => {
    it('are found by their day, and the last one that came to its end is known', async () => {
      const first = aSweepRun({ finishedAt: '2026-11-20T08:04:00.000Z' });
      const runs = [
        first,
        aSweepRun({ runId: '2026-11-20.02' }),
        aSweepRun({ runId: '2026-11-21.01', day: '2026-11-21' }),
      ];
      for (const run of runs) await records.write([sweepRunWrite(run, null)]);
      expect((await listSweepRunsOf(records, '2026-11-20')).map(({ run }) => run.runId)).toEqual([
        '2026-11-20.01',
        '2026-11-20.02',
      ]);
      expect(await lastFinishedRun(records, '2027-01-02')).toEqual(first);
      expect(await lastFinishedRun(records, '2026-11-19')).toBeNull();
      expect((await findSweepRun(records, '2026-11-20.02'))?.run.finishedAt).toBeNull();
      const { runs: newest } = await pageOfSweepRuns(records, 2026, { limit: 2 });
      expect(newest.map(({ runId }) => runId)).toEqual(['2026-11-21.01', '2026-11-20.02']);
    });

    it('know how far they are in each segment', async () => {
      await records.write([sweepProgressWrite(aSweepProgress(), null)]);
      await records.write([sweepProgressWrite(aSweepProgress({ cursor: 'RPSS-0042' }), 1)]);
      expect(await findSweepProgress(records, '2026-11-20.01', '07')).toEqual({
        progress: aSweepProgress({ cursor: 'RPSS-0042' }),
        version: 2,
      });
      expect(await listSweepProgress(records, '2026-11-20.01')).toHaveLength(1);
    });
  });

  describe('what a named person said', () => {
    it('waits on a list while it is proposed, and is kept for ever', async () => {
      const said: Resolution = {
        specialistId: 'RPSS-0042',
        year: 2026,
        number: 1,
        action: 'inactive',
        until: null,
        reason: 'No report and no answer to three letters.',
        by: ann,
        at: '2027-02-01T15:00:00.000Z',
        state: 'proposed',
        second: null,
        letter: null,
        noLetterWhy: null,
      };
      await records.write([resolutionWrite(said, null)]);
      expect((await listResolutionsForSecond(records)).map(({ resolution }) => resolution)).toEqual([said]);
      await records.write([resolutionWrite({ ...said, state: 'refused' }, 1)]);
      expect(await listResolutionsForSecond(records)).toEqual([]);
      expect((await listResolutionsOf(records, 'RPSS-0042')).map(({ resolution }) => resolution.state)).toEqual([
        'refused',
      ]);
    });
  });
}
