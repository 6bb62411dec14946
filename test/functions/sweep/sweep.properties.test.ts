import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeReminderHook } from '#functions/sweep/reminders.ts';
import { runSweep } from '#infra/local/run-sweep.ts';
import { dryRecordStore } from '#shared/adapters/dry-record-store.ts';
import type { RecordStore, StoredRecord } from '#shared/ports/record-store.ts';
import {
  aHook,
  anOffice,
  changedRows,
  louisiana,
  type Office,
  type Paper,
  type Rows,
  touch,
} from './a-swept-office.ts';

/** What happens to an office between two nights. */
type Event =
  | { is: 'joins'; who: number; trained: string | null; status: string }
  | { is: 'sends'; who: number; paper: Omit<Paper, 'number'>; isTouched: boolean }
  | { is: 'touched'; who: number };

const who = fc.nat({ max: 11 });
const someone = (number: number) => `RPSS-${number}`;
const event: fc.Arbitrary<Event> = fc.oneof(
  fc.record({
    is: fc.constant('joins' as const),
    who,
    trained: fc.constantFrom('2015-03-10', '2025-12-31', '2026-02-01', '2027-01-01', null),
    status: fc.constantFrom('active', 'active', 'inactive', 'on leave'),
  }),
  fc.record({
    is: fc.constant('sends' as const),
    who,
    paper: fc.record({
      outcome: fc.constantFrom('accepted' as const, 'needs-review' as const, 'needs-sender' as const),
      verdict: fc.constantFrom('met' as const, 'not-met' as const, 'cannot-tell' as const, 'does-not-apply' as const),
      year: fc.constantFrom(2025, 2026, 2027),
    }),
    isTouched: fc.boolean(),
  }),
  fc.record({ is: fc.constant('touched' as const), who }),
);

const days = fc
  .uniqueArray(fc.constantFrom('2026-11-20', '2026-12-31', '2027-01-01', '2027-01-02', '2027-06-01', '2028-01-01'), {
    minLength: 2,
    maxLength: 4,
  })
  .map((all) => all.toSorted());
const life = fc.record({ days, events: fc.array(fc.array(event, { maxLength: 8 }), { minLength: 4, maxLength: 4 }) });
type Life = { days: string[]; events: Event[][] };

async function happen(office: Office, events: readonly Event[]): Promise<void> {
  let number = 100;
  for (const each of events) {
    const specialistId = someone(each.who);
    number += 1;
    if (each.is === 'joins') await office.add({ specialistId, initialTrainingDate: each.trained, status: each.status });
    else if (each.is === 'sends') await office.receive(specialistId, { number, ...each.paper }, each.isTouched);
    else await touch(office.records, specialistId);
  }
}

const reminders = makeReminderHook({ programme: louisiana, secret: 'of this test', domain: 'example.gov' });
const hooks = [aHook('3'), aHook('7'), reminders];

/** A sweep in several steps for each segment, so that there is more to be cut off. */
const parts = (office: Office, records: RecordStore = office.records) => office.parts({ records, hooks, peopleMax: 1 });

/** An office that lived up to its last night, which is still to come. */
async function lived({ days: all, events }: Life): Promise<Office> {
  const office = await anOffice();
  await happen(office, [{ is: 'joins', who: 3, trained: '2015-03-10', status: 'active' }, ...(events[0] ?? [])]);
  for (const [at, day] of all.entries()) {
    office.setClock(`${day}T08:00:00.000Z`);
    if (at === all.length - 1) break;
    await runSweep(parts(office));
    await happen(office, events[at + 1] ?? []);
  }
  return office;
}

/** Without what a run that was cut off rightly has otherwise: what it cost, and how often its own rows were written. */
function told(rows: Rows): Map<string, unknown> {
  const body = (row: StoredRecord) =>
    JSON.stringify(row.body, (key, value) => (key === 'units' || key === 'dollars' ? 0 : value));
  return new Map(
    [...rows].map(([key, row]) => [
      key,
      { body: body(row), index1: row.index1, index2: row.index2, version: key.startsWith('SWEEP#') ? 0 : row.version },
    ]),
  );
}

const textOf = (row: StoredRecord | undefined) => JSON.stringify(row?.body);

class Killed extends Error {}

/** Dies at its n-th write, before or after it is done, and does nothing from then on. */
function dying(records: RecordStore, at: number, isAfter: boolean): RecordStore {
  let writes = 0;
  let isDead = false;
  const alive = () => {
    if (isDead) throw new Killed('killed');
  };
  return {
    async find(key) {
      alive();
      return records.find(key);
    },
    async list(query) {
      alive();
      return records.list(query);
    },
    async count(query) {
      alive();
      return records.count(query);
    },
    async write(all) {
      alive();
      writes += 1;
      isDead = writes === at;
      if (isDead && !isAfter) alive();
      const answer = await records.write(all);
      alive();
      return answer;
    },
  };
}

describe('whatever an office lived through, its sweep', () => {
  it('done again changes nothing: it says the same from any state', async () => {
    await fc.assert(
      fc.asyncProperty(life, async (given) => {
        const office = await lived(given);
        await runSweep(parts(office));
        const before = await office.rows();
        const again = await runSweep(parts(office));
        expect(changedRows(before, await office.rows()).filter((key) => !key.startsWith('SWEEP#'))).toEqual([]);
        expect(again.counts.changed).toEqual({});
        office.close();
      }),
      { numRuns: 15 },
    );
  });

  it('killed again and again and gone on with leaves the rows of one that nobody disturbed', async () => {
    const kills = fc.array(fc.record({ at: fc.integer({ min: 1, max: 40 }), isAfter: fc.boolean() }), {
      minLength: 1,
      maxLength: 5,
    });
    await fc.assert(
      fc.asyncProperty(life, kills, async (given, deaths) => {
        const [calm, rough] = [await lived(given), await lived(given)];
        await runSweep(parts(calm));
        for (const { at, isAfter } of deaths)
          await runSweep(parts(rough, dying(rough.records, at, isAfter))).catch(() => null);
        const run = await runSweep(parts(rough));
        if (run.runId.endsWith('.01')) expect(told(await rough.rows())).toEqual(told(await calm.rows()));
        // none of the deaths came before its end: then it was done twice, and the second time was quiet
        else expect(run.counts.changed).toEqual({});
        calm.close();
        rough.close();
      }),
      { numRuns: 20 },
    );
  });

  it('tried without a write tells each row that the real one then writes, and writes none', async () => {
    await fc.assert(
      fc.asyncProperty(life, async (given) => {
        const office = await lived(given);
        const before = await office.rows();
        const dry = dryRecordStore(office.records);
        await runSweep(parts(office, dry));
        expect(changedRows(before, await office.rows())).toEqual([]);
        await runSweep(parts(office));
        const after = await office.rows();
        const nameOf = ({ pk, sk }: { pk: string; sk: string }) => `${pk} / ${sk}`;
        const real = changedRows(before, after).map((key) => [key, before.get(key) ?? null, after.get(key) ?? null]);
        const tried = dry.changes().map(({ key, before: was, after: is }) => [nameOf(key), was, is] as const);
        expect(tried.toSorted(([one], [other]) => (one < other ? -1 : 1))).toEqual(real);
        office.close();
      }),
      { numRuns: 15 },
    );
  });

  it('walks past everybody once, looks at whoever was touched, and makes nobody inactive whom the roster does not', async () => {
    await fc.assert(
      fc.asyncProperty(life, fc.uniqueArray(who), async (given, touched) => {
        const office = await lived(given);
        for (const one of touched) await touch(office.records, someone(one));
        const before = await office.rows();
        const run = await runSweep(parts(office));
        const roster = [...before].filter(([key]) => key.endsWith('/ PROFILE'));
        expect(run.counts.walked).toBe(roster.length);
        const known = touched.map(someone).filter((id) => before.has(`PERSON#${id} / PROFILE`));
        expect(run.counts.causes.touched ?? 0).toBeGreaterThanOrEqual(known.length);
        const after = await office.rows();
        expect(known.filter((id) => after.has(`PERSON#${id} / TOUCHED`))).toEqual([]);
        const inactive = [...after].filter(
          ([key, row]) => key.includes('/ STANDING#') && textOf(row).includes('"word":"inactive"'),
        );
        const byRoster = inactive.filter(([, { pk }]) =>
          textOf(after.get(`${pk} / PROFILE`)).includes('"status":"inactive"'),
        );
        expect(byRoster).toEqual(inactive);
        office.close();
      }),
      { numRuns: 15 },
    );
  });
});
