import { beforeEach, describe, expect, it } from 'vitest';
import { makeResolveStanding } from '#functions/desk/resolve-standing.ts';
import { randomSecrets } from '#shared/adapters/random-secrets.ts';
import { listPersonHistory } from '#shared/records/person-history-records.ts';
import { listResolutionsForSecond } from '#shared/records/resolution-records.ts';
import { findStanding, listStandingChangesOf } from '#shared/records/standing-records.ts';
import { ann, ben } from '#test/builders/staff.ts';
import { anOffice, louisiana, type Office } from '../sweep/a-swept-office.ts';

const specialistId = 'RPSS-0042';
const reason = 'No report, and no answer to three letters.';

describe('a period whose last day has passed', () => {
  let office: Office;
  let now = Date.parse('2027-02-01T15:00:00.000Z');
  beforeEach(async () => {
    office = await anOffice();
    await office.add({ specialistId });
    await office.sweep();
    office.setClock('2027-01-02T08:00:00.000Z');
    await office.sweep();
    return () => office.close();
  });
  const desk = () => {
    now += 60_000;
    office.setClock(new Date(now).toISOString());
    return makeResolveStanding({
      records: office.records,
      clock: office.clock,
      secrets: randomSecrets,
      programme: louisiana,
    });
  };
  const stored = async () => {
    const found = await findStanding(office.records, specialistId, 2026);
    if (!found) throw new Error('there is no standing');
    return found;
  };
  const say = async (action: string, own: object = {}) =>
    desk().propose({
      specialistId,
      year: 2026,
      who: ann,
      version: (await stored()).version,
      action,
      until: '',
      reason,
      ...own,
    });
  const about = { specialistId, year: 2026, number: 1 };

  it('makes nobody inactive before a second, other person agrees', async () => {
    expect(await say('inactive')).toEqual({ answer: 'waits-for-second' });
    expect((await stored()).standing.word).toBe('past-deadline-unresolved');
    expect(await listResolutionsForSecond(office.records)).toHaveLength(1);
    expect(await desk().confirm({ ...about, who: ann })).toMatchObject({
      answer: 'refused',
      why: expect.stringContaining('else'),
    });
    expect(await desk().confirm({ ...about, who: ben })).toEqual({ answer: 'done' });
    expect((await stored()).standing).toMatchObject({
      word: 'inactive',
      resolved: { by: ann, reason },
      why: [expect.stringContaining(reason)],
    });
    expect(await listResolutionsForSecond(office.records)).toEqual([]);
    expect((await listStandingChangesOf(office.records, specialistId)).at(-1)).toMatchObject({
      by: ben,
      runId: null,
      is: { word: 'inactive' },
    });
    const actions = (await listPersonHistory(office.records, specialistId)).map(({ action }) => action);
    expect(actions).toEqual(['resolution-proposed', 'resolution-confirmed']);
  });

  it('stays inactive through the nights, whatever comes, until a named person lifts it', async () => {
    await say('inactive');
    await desk().confirm({ ...about, who: ben });
    await office.receive(specialistId, { number: 1, outcome: 'accepted', verdict: 'met' });
    office.setClock('2027-03-01T08:00:00.000Z');
    await office.sweep();
    expect((await stored()).standing.word).toBe('inactive');
    now = Date.parse('2027-03-02T15:00:00.000Z');
    expect(await say('lifted', { reason: 'Appealed, and was right.' })).toEqual({ answer: 'done' });
    expect((await stored()).standing).toMatchObject({ word: 'met', resolved: null });
    now = Date.parse('2027-02-01T15:00:00.000Z');
  });

  it('is given more time at once, and is past again the day after it', async () => {
    expect(await say('extended', { until: '2027-03-31', reason: 'In hospital.' })).toEqual({ answer: 'done' });
    expect((await stored()).standing).toMatchObject({
      word: 'nothing-received',
      due: '2027-03-31',
      nextLookOn: '2027-04-01',
    });
    office.setClock('2027-04-01T08:00:00.000Z');
    const { counts } = await office.sweep();
    expect(counts.changed).toEqual({ 'past-deadline-unresolved': 1 });
    expect((await stored()).standing.word).toBe('past-deadline-unresolved');
  });

  it('is closed at once; to take that back hurts, and needs a second person', async () => {
    expect(await say('closed')).toEqual({ answer: 'done' });
    expect((await stored()).standing.word).toBe('closed');
    expect(await say('lifted')).toEqual({ answer: 'waits-for-second' });
    expect((await stored()).standing.word).toBe('closed');
    expect(await desk().refuse({ ...about, number: 2, who: ben, reason: '' })).toMatchObject({ answer: 'refused' });
    expect(await desk().refuse({ ...about, number: 2, who: ben, reason: 'It was agreed.' })).toEqual({
      answer: 'done',
    });
    expect((await stored()).standing.word).toBe('closed');
  });

  it.each([
    ['no reason', 'inactive', { reason: '  ' }],
    ['a day that is over', 'extended', { until: '2027-01-31' }],
    ['no day', 'extended', {}],
    ['a word that is none', 'deleted', {}],
    ['a page that is old', 'closed', { version: 1 }],
    ['nothing to lift', 'lifted', {}],
  ])('is left as it is with %s', async (_what, action, own) => {
    const before = await stored();
    expect(await say(action, own)).toMatchObject({ answer: 'refused' });
    expect(await stored()).toEqual(before);
    expect(await listPersonHistory(office.records, specialistId)).toEqual([]);
  });

  it('that was met by papers of today is not made inactive by an old page, nor by an old proposal', async () => {
    await say('inactive');
    await office.receive(specialistId, { number: 1, outcome: 'accepted', verdict: 'met' });
    expect(await desk().confirm({ ...about, who: ben })).toMatchObject({
      answer: 'refused',
      why: expect.stringContaining('met now'),
    });
    await desk().refuse({ ...about, who: ben, reason: 'The papers are here.' });
    expect(await say('inactive')).toMatchObject({ answer: 'refused' });
  });

  it('nobody says anything of a period that was never judged, or whose last day is to come', async () => {
    const none = { specialistId, year: 2020, who: ann, version: 1, action: 'closed', until: '', reason };
    expect(await desk().propose(none)).toEqual({ answer: 'no-such-standing' });
    const next = await findStanding(office.records, specialistId, 2027);
    const early = { ...none, year: 2027, version: next?.version ?? 0, action: 'inactive' };
    expect(await desk().propose(early)).toMatchObject({ answer: 'refused' });
  });
});
