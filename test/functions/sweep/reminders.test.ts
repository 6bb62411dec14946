import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeReminderHook } from '#functions/sweep/reminders.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import type { Specialist } from '#shared/domain/person.ts';
import type { PersonStanding } from '#shared/domain/person-standing.ts';
import { segmentOf } from '#shared/domain/segment.ts';
import { hashOfMessageId } from '#shared/records/letter-ids.ts';
import {
  findLetterByHash,
  listLettersOf,
  listMailed,
  openLetterSecret,
  pageOfHeldLetters,
} from '#shared/records/letter-records.ts';
import { mailStopWrite } from '#shared/records/mail-stop-records.ts';
import { aLetter } from '#test/builders/a-letter.ts';
import { aSpecialist } from '#test/builders/a-person.ts';
import { aStanding } from '#test/builders/a-standing.ts';
import { programmeNamed } from '#test/builders/programmes.ts';
import { ann } from '#test/builders/staff.ts';

const programme = await programmeNamed('louisiana-rpss');
const dana = aSpecialist();
let records: ReturnType<typeof openSqliteRecordStore>;
beforeEach(() => {
  records = openSqliteRecordStore(':memory:');
});
afterEach(() => records.close());

type Night = { today?: string; since?: string; specialist?: Specialist; standings?: PersonStanding[] };
const hook = makeReminderHook({ programme, secret: 'a secret of this installation', domain: 'example.gov' });
const walked = ({ today = '2026-10-02', since = today, specialist = dana, standings = [aStanding()] }: Night) => {
  return { today, since, specialist, standings };
};

/** What the sweep does with a hook: asks, and writes what it gives. */
async function night(own: Night = {}): Promise<number> {
  const met = walked(own);
  const look = { before: [], onRecord: { caseFiles: [], outcomes: new Map() }, programme, runId: `${met.today}.01` };
  const writes = await hook.writesFor({ ...met, ...look, records, at: `${met.today}T07:00:00.000Z` });
  if (writes.length > 0 && (await records.write([...writes])) === 'conflict') throw new Error('two letters a day');
  return writes.length;
}

const letters = async () => (await listLettersOf(records, dana.specialistId)).map(({ letter }) => letter);

describe('the night on which a letter is due', () => {
  test('writes it beside the standing, to go out at nine where the programme lives', async () => {
    expect(await night()).toBe(2);
    expect(await letters()).toMatchObject([
      {
        ...{
          line: '90-days-before-due-day',
          state: 'waiting',
          to: 'dana.fontenot@example.org',
          standing: 'nothing-received',
        },
        hours: aLetter().hours,
        writtenAt: '2026-10-02T07:00:00.000Z',
      },
    ]);
    expect(await listMailed(records, '2026-10-02', segmentOf(dana.specialistId))).toEqual([
      { specialistId: dana.specialistId, year: 2026, line: '90-days-before-due-day' },
    ]);
  });

  test('swept again writes nothing more, and the same letter would have had the same name', async () => {
    await night();
    const [first] = await letters();
    expect(await night()).toBe(0);
    expect(await night({ today: '2026-10-05' })).toBe(0);
    expect((await findLetterByHash(records, hashOfMessageId(first?.messageId ?? '')))?.letter).toEqual(first);
    expect(first?.messageId).toMatch(/^reminder\.[0-9a-f]{40}@example\.gov$/);
    expect(first?.messageId).not.toContain(dana.specialistId);
  });

  test('after summer time is over the letter goes out at nine all the same', async () => {
    await night({ today: '2026-11-02' });
    expect((await letters())[0]).toMatchObject({
      hours: [2, 3, 4, 5, 6].map((day) => ({
        from: `2026-11-0${day}T15:00:00.000Z`,
        until: `2026-11-0${day + 1}T06:00:00.000Z`,
      })),
    });
  });

  test('a named person who gives more time begins the schedule anew', async () => {
    await night({ today: '2026-12-30' });
    const resolved = {
      word: 'extended',
      by: ann,
      at: '2026-12-31T18:00:00.000Z',
      until: '2027-01-31',
      reason: 'Ill.',
    } as const;
    const standings = [aStanding({ due: '2027-01-31', resolved })];
    expect(await night({ today: '2027-01-04', standings })).toBe(2);
    expect((await letters()).map(({ line }) => line).sort()).toEqual([
      '1-day-before-due-day',
      '30-days-before-due-day-of-2027-01-31',
    ]);
    expect((await letters()).find(({ year, day }) => year === 2026 && day > '2027')?.text).toContain(
      'January 31, 2027',
    );
  });

  test('holds a letter that has nowhere to go, tells of it once, and writes it when there is an address', async () => {
    const without = { ...dana, email: null };
    expect(await night({ specialist: without })).toBe(1);
    expect(await night({ specialist: without, today: '2026-10-05' })).toBe(0);
    expect((await pageOfHeldLetters(records, { limit: 10 })).letters).toMatchObject([
      { state: 'held', fate: 'no-address', to: '' },
    ]);
    expect(await night({ today: '2026-10-06' })).toBe(2);
    expect(await letters()).toMatchObject([
      { state: 'waiting', fate: null, to: 'dana.fontenot@example.org', day: '2026-10-06' },
    ]);
    expect((await pageOfHeldLetters(records, { limit: 10 })).letters).toEqual([]);
  });

  test('writes none to an address that takes none, and one to a new address', async () => {
    const stop = {
      specialistId: dana.specialistId,
      address: dana.email ?? '',
      cause: 'no-such-address',
      status: '5.1.1',
    } as const;
    await records.write([mailStopWrite({ ...stop, at: '2026-09-01T00:00:00.000Z', by: 'machine', over: null }, null)]);
    expect(await night()).toBe(1);
    expect(await letters()).toMatchObject([{ state: 'held', fate: 'address-stopped' }]);
    expect(await night({ specialist: { ...dana, email: 'dana@new.example' } })).toBe(2);
    expect(await letters()).toMatchObject([{ state: 'waiting', to: 'dana@new.example' }]);
  });
});

describe('whom a walk over everybody asks for', () => {
  test.each<[string, Night, boolean]>([
    ['on the day of a letter', {}, true],
    ['on the day before', { today: '2026-10-01' }, false],
    ['on the day after, since it was swept', { today: '2026-10-03' }, false],
    ['on a later day, when the nights between were missed', { today: '2026-10-06', since: '2026-10-01' }, true],
    ['when the nights that were missed had no letter', { today: '2026-10-06', since: '2026-10-03' }, false],
    ['of who has met all', { standings: [aStanding({ word: 'met' })] }, false],
    ['of who waits for the office', { standings: [aStanding({ word: 'in-review' })] }, false],
    ['of whom the roster calls inactive', { specialist: { ...dana, status: 'inactive' } }, false],
  ])('%s', (_who, own, is) => {
    expect(hook.asks(walked(own))).toBe(is);
  });

  test('is nobody where the programme reminds nobody', () => {
    const none = makeReminderHook({ programme: { ...programme, reminders: null }, secret: 's', domain: 'd' });
    expect(none.asks(walked({}))).toBe(false);
  });
});

test('the secret of an installation is made once', async () => {
  const made = ['the first secret of this one', 'the second secret of this one'];
  const secrets = { next: () => made.shift() ?? '' };
  const first = await openLetterSecret(records, secrets);
  expect(await openLetterSecret(records, secrets)).toBe(first);
});
