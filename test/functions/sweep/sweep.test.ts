import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GiveUp } from '#shared/domain/faults.ts';
import { segmentOf, segments } from '#shared/domain/segment.ts';
import { countedRecords } from '#shared/records/counted-records.ts';
import {
  listStandingChangesOf,
  listStandingsOf,
  pageOfRunChanges,
  pageOfWord,
  standingWrite,
} from '#shared/records/standing-records.ts';
import { listTouchedMails } from '#shared/records/touched-records.ts';
import { aStanding } from '#test/builders/a-standing.ts';
import { aHook, anOffice, changedRows, type Office, touch } from './a-swept-office.ts';

const people = Array.from({ length: 40 }, (_each, at) => `RPSS-${String(at).padStart(4, '0')}`);

describe('a night of the sweep', () => {
  let office: Office;
  beforeEach(async () => {
    office = await anOffice();
    for (const specialistId of people) await office.add({ specialistId });
  });
  afterEach(() => office.close());

  const wordsOf = async (id: string) =>
    (await listStandingsOf(office.records, id)).map(({ standing }) => `${standing.year} ${standing.word}`);

  it('says how everybody stands, and lists what it changed with the reasons', async () => {
    await office.receive('RPSS-0003', { number: 3, outcome: 'accepted', verdict: 'met' });
    await office.receive('RPSS-0004', { number: 4, outcome: 'needs-sender', verdict: 'not-met' });
    await office.receive('RPSS-0005', { number: 5, outcome: 'needs-review', verdict: 'cannot-tell' });
    const run = await office.sweep();
    expect(run).toMatchObject({ runId: '2026-11-20.01', onRoster: 40, findings: [] });
    expect(run.counts.words).toEqual({ 2026: { 'in-progress': 1, 'in-review': 1, met: 1, 'nothing-received': 37 } });
    expect(run.counts.walked).toBe(40);
    const { changes } = await pageOfRunChanges(office.records, run.runId, { limit: 100 });
    expect(changes).toHaveLength(40);
    expect(changes.find(({ specialistId }) => specialistId === 'RPSS-0004')).toMatchObject({
      was: null,
      is: {
        word: 'in-progress',
        missing: [{ amount: '1.25' }],
        why: [/1.25 hours of ethics/, /December 31, 2026/].map((words) => expect.stringMatching(words)),
      },
      causes: expect.arrayContaining(['first-standing', 'touched']),
    });
    expect(await listTouchedMails(office.records)).toEqual([]);
  });

  it('counts what the store was asked for, to the last unit', async () => {
    const asked = countedRecords(office.records);
    const { units } = await office.sweep({ records: asked });
    expect(units.written).toBe(asked.units().written);
    // whoever prints the run reads its row once more
    expect(units.read).toBe(asked.units().read - 1);
  });

  it('changes nothing the second time, and writes nothing but the run’s own rows', async () => {
    await office.receive('RPSS-0003', { number: 3, outcome: 'accepted', verdict: 'met' });
    await office.sweep();
    const before = await office.rows();
    office.setClock('2026-11-21T08:00:00.000Z');
    const run = await office.sweep();
    expect(run.counts.changed).toEqual({});
    const own = ['RUN', ...segments.map((segment) => `SEGMENT#${segment}`)].map((sk) => `SWEEP#2026-11-21.01 / ${sk}`);
    expect(changedRows(before, await office.rows())).toEqual(own.sort());
    // forty people: those whose turn it is, and nobody else
    expect(run.counts.looked).toBeLessThan(8);
    expect(Object.keys(run.counts.causes)).toEqual(run.counts.looked === 0 ? [] : ['turn-of-full-look']);
  });

  it('is begun anew on the same day without a difference, as a run of its own', async () => {
    await office.sweep();
    const before = await office.rows();
    const run = await office.sweep();
    expect(run.runId).toBe('2026-11-20.02');
    expect(changedRows(before, await office.rows()).filter((key) => !key.startsWith('SWEEP#'))).toEqual([]);
  });

  it('finds the last day passed, in the night after it, and begins the new year', async () => {
    await office.receive('RPSS-0003', { number: 3, outcome: 'accepted', verdict: 'met' });
    await office.receive('RPSS-0004', { number: 4, outcome: 'needs-sender', verdict: 'not-met' });
    await office.sweep();
    office.setClock('2027-01-01T05:59:00.000Z');
    expect((await office.sweep()).day).toBe('2026-12-31');
    expect(await wordsOf('RPSS-0004')).toEqual(['2026 in-progress']);
    office.setClock('2027-01-01T08:00:00.000Z');
    const run = await office.sweep();
    expect(await wordsOf('RPSS-0003')).toEqual(['2026 met', '2027 nothing-received']);
    expect(await wordsOf('RPSS-0004')).toEqual(['2026 past-deadline-unresolved', '2027 nothing-received']);
    expect(run.missedDays).toHaveLength(0);
    const { standings } = await pageOfWord(office.records, 'past-deadline-unresolved', { limit: 100 });
    expect(standings).toHaveLength(39);
    const changes = await listStandingChangesOf(office.records, 'RPSS-0004');
    expect(changes.map(({ was, is }) => `${was?.word ?? 'none'} → ${is.word}`)).toEqual([
      'none → in-progress',
      'in-progress → past-deadline-unresolved',
      'none → nothing-received',
    ]);
  });

  it('never makes anybody inactive, whatever was missed', async () => {
    await office.sweep();
    for (const day of ['2027-01-05', '2028-01-05', '2029-06-30']) {
      office.setClock(`${day}T08:00:00.000Z`);
      const { counts } = await office.sweep();
      for (const words of Object.values(counts.words)) expect(words.inactive).toBeUndefined();
    }
  });

  it('tells of nights that nobody swept, once, and makes up for them', async () => {
    await office.sweep();
    office.setClock('2026-11-24T08:00:00.000Z');
    const run = await office.sweep();
    expect(run.missedDays).toEqual(['2026-11-21', '2026-11-22', '2026-11-23']);
    expect(run.findings.map(({ code, count }) => `${code} ${count}`)).toEqual(['night-missed 3']);
    office.setClock('2026-11-25T08:00:00.000Z');
    expect((await office.sweep()).findings).toEqual([]);
  });

  it('looks at whoever was touched, and takes the touch away', async () => {
    await office.sweep();
    office.setClock('2026-11-21T08:00:00.000Z');
    for (const id of people) await touch(office.records, id);
    const run = await office.sweep();
    expect(run.counts.causes.touched).toBe(40);
    office.setClock('2026-11-22T08:00:00.000Z');
    expect((await office.sweep()).counts.causes.touched).toBeUndefined();
  });

  it('looks at whoever’s row on the roster changed, and keeps the version it judged by', async () => {
    await office.sweep();
    await office.add({ specialistId: 'RPSS-0007', status: 'Inactive' });
    office.setClock('2026-11-21T08:00:00.000Z');
    const run = await office.sweep();
    expect(run.counts.causes['roster-changed']).toBe(1);
    expect(await wordsOf('RPSS-0007')).toEqual(['2026 inactive']);
    const standings = await listStandingsOf(office.records, 'RPSS-0007');
    expect(standings[0]?.standing).toMatchObject({ rosterVersion: 2, why: [expect.stringContaining('roster')] });
  });

  it('looks at everybody when a page of rules changed, and lists only those for whom a reader sees a difference', async () => {
    await office.sweep();
    office.setClock('2026-11-21T08:00:00.000Z');
    const { programme } = office.parts();
    const changed = { ...programme, book: { ...programme.book, sha256: 'c'.repeat(64) } };
    const run = await office.sweep({ programme: changed });
    expect(run.counts.causes['rules-changed']).toBe(40);
    expect(run.counts.changed).toEqual({});
    expect((await pageOfRunChanges(office.records, run.runId, { limit: 9 })).changes).toEqual([]);
  });

  it('finds a touch that was missed within 28 nights, and says so', async () => {
    await office.sweep();
    await office.receive('RPSS-0009', { number: 9, outcome: 'accepted', verdict: 'met' }, false);
    const drifts: string[] = [];
    for (let night = 21; night < 21 + 28; night += 1) {
      const day = new Date(Date.UTC(2026, 10, night, 8)).toISOString();
      office.setClock(day);
      const { findings } = await office.sweep();
      drifts.push(...findings.filter(({ code }) => code === 'standing-drift').map(({ about }) => about.join(' ')));
    }
    expect(drifts).toEqual(['RPSS-0009 2026']);
    expect(await wordsOf('RPSS-0009')).toEqual(['2026 met']);
  });

  it('leaves a standing that somebody changes at that very moment to fresh rows, and loses no touch', async () => {
    await office.sweep();
    office.setClock('2026-11-21T08:00:00.000Z');
    await touch(office.records, 'RPSS-0002');
    await touch(office.records, 'RPSS-0008');
    const { records } = office;
    let isMeddled = false;
    const meddling = {
      ...records,
      write: async (writes: Parameters<typeof records.write>[0]) => {
        if (!isMeddled && writes.some((write) => 'remove' in write && write.remove.pk === 'PERSON#RPSS-0002')) {
          isMeddled = true;
          await office.receive('RPSS-0002', { number: 2, outcome: 'accepted', verdict: 'met' }, false);
          await touch(records, 'RPSS-0002');
        }
        return records.write(writes);
      },
    };
    const run = await office.sweep({ records: meddling });
    expect(isMeddled).toBe(true);
    expect(run.findings).toEqual([]);
    expect(await wordsOf('RPSS-0002')).toEqual(['2026 met']);
    expect(run.counts.causes.touched).toBe(2);
    expect(run.counts.walked).toBe(40);
  });

  it('leaves alone whose rows change again and again, says so, and goes on', async () => {
    await office.sweep();
    office.setClock('2026-11-21T08:00:00.000Z');
    await touch(office.records, 'RPSS-0002');
    const { records } = office;
    const meddling = {
      ...records,
      write: async (writes: Parameters<typeof records.write>[0]) => {
        if (writes.some((write) => 'remove' in write && write.remove.pk === 'PERSON#RPSS-0002'))
          await touch(records, 'RPSS-0002');
        return records.write(writes);
      },
    };
    const run = await office.sweep({ records: meddling });
    expect(run.findings.map(({ code, about }) => `${code} ${about}`)).toEqual(['person-not-judged RPSS-0002']);
    expect(run.counts.walked).toBe(40);
  });

  it('goes on past somebody whose papers cannot be read, and says so', async () => {
    await office.sweep();
    await office.records.write([
      { put: { pk: 'PERSON#RPSS-0005', sk: 'YEAR#2026', body: { torn: true } }, expect: 'any' },
    ]);
    for (const id of people) await touch(office.records, id);
    office.setClock('2026-11-21T08:00:00.000Z');
    const run = await office.sweep();
    expect(run.findings.map(({ code, about }) => `${code} ${about}`)).toEqual(['person-not-judged RPSS-0005']);
    expect(run.counts).toMatchObject({ walked: 40, looked: 39 });
    expect(await wordsOf('RPSS-0005')).toEqual(['2026 nothing-received']);
  });

  it('counts what of the roster nobody walked past, and mends it the night after', async () => {
    await office.sweep();
    const row = await office.records.find({ pk: 'PERSON#RPSS-0001', sk: 'PROFILE' });
    const { index1: _gone, version: _version, ...lost } = row ?? { pk: '', sk: '', body: null, version: 0 };
    await office.records.write([{ put: lost, expect: 'any' }]);
    office.setClock('2026-11-21T08:00:00.000Z');
    expect((await office.sweep()).findings.map(({ code, count }) => `${code} ${count}`)).toEqual([
      'roster-not-walked 1',
    ]);
    office.setClock('2026-11-22T08:00:00.000Z');
    expect((await office.sweep()).findings).toEqual([]);
  });

  it('judges all periods of somebody who has many, in as many nights as it takes', async () => {
    const years = Array.from({ length: 12 }, (_each, at) => 2015 + at);
    for (const year of years)
      await office.records.write([
        standingWrite(aStanding({ specialistId: 'RPSS-0001', year, rosterVersion: 9 }), null),
      ]);
    await office.sweep();
    office.setClock('2026-11-21T08:00:00.000Z');
    await office.sweep();
    const standings = await listStandingsOf(office.records, 'RPSS-0001');
    expect(standings.map(({ standing }) => standing.rosterVersion)).toEqual(years.map(() => 1));
  });

  describe('with a hook', () => {
    it('writes the hook’s rows beside the standing, counts them, and asks no second time', async () => {
      await office.sweep();
      office.setClock('2026-11-21T08:00:00.000Z');
      const run = await office.sweep({ hooks: [aHook('7')] });
      expect(run.counts.beside).toEqual({ notes: 4 });
      expect(run.counts.causes['asked-by-hook']).toBe(4);
      expect((await office.records.find({ pk: 'PERSON#RPSS-0017', sk: 'NOTED' }))?.body).toEqual({
        at: office.clock.now(),
      });
      expect((await office.sweep({ hooks: [aHook('7')] })).counts.beside).toEqual({});
    });
  });

  describe('with a check', () => {
    it('keeps what the check found, and says which check broke off', async () => {
      const about = { about: [], count: 2, inWords: 'Two answers wait since yesterday.' };
      const good = { name: 'outbox', run: async () => [{ code: 'outbox-old', ...about }] };
      const bad = { name: 'ledger', run: () => Promise.reject(new GiveUp('no such row')) };
      const run = await office.sweep({ checks: [bad, good] });
      expect(run.findings.map(({ code }) => code)).toEqual(['check-failed', 'outbox-old']);
    });
  });

  it('spreads the people of this test over several segments', () => {
    expect(new Set(people.map(segmentOf)).size).toBeGreaterThan(8);
  });
});
