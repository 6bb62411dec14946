import { afterAll, beforeAll, expect, test } from 'vitest';
import { allChecks } from './checks/all-checks.ts';
import { noWrongDecision } from './checks/machine-alone.ts';
import { everyVerdict } from './checks/verdicts.ts';
import { worldOf } from './habits/stories.ts';
import { liveAYear } from './live-a-year.ts';
import { runYear, type YearLived } from './run-year.ts';

/** Twenty seconds where nothing else goes on; several times that beside other tests. */
const busyMachineMs = 400_000;

let lived: YearLived;
beforeAll(async () => {
  lived = await runYear({ people: 30, year: 2026, seed: 'a small programme' });
}, busyMachineMs);
afterAll(() => lived.office.closeAndRemove());

test('in a year of thirty people nothing is lost, everybody stands as their papers say, and the machine decides nothing wrongly', async () => {
  const checks = await allChecks(lived);
  expect(checks.filter(({ broken }) => broken.length > 0)).toEqual([]);
  expect(checks.every(({ looked }) => looked > 0)).toBe(true);
});

test('thirty people are enough for nearly every habit, and for some who do not meet their year', () => {
  expect(new Set(lived.stories.map(({ habit }) => habit)).size).toBeGreaterThan(20);
  const words = new Set([...lived.standings.values()].map(({ word }) => word));
  expect(words).toContain('met');
  expect(words).toContain('past-deadline-unresolved');
});

test('a mail accepted by the machine in which something lacks would be found', () => {
  const asked = lived.mails.all.filter(({ first }) => first === 'needs-sender');
  const all = lived.mails.all.map((taken) =>
    asked.includes(taken) ? { ...taken, first: 'accepted' as const } : taken,
  );
  const { broken } = noWrongDecision({ ...lived, mails: { ...lived.mails, all } });
  expect(broken.length).toBe(asked.length);
  expect(asked.length).toBeGreaterThan(3);
});

test('a mail sent back by the machine in which nothing lacks would be found', () => {
  const accepted = lived.mails.all.filter(({ first }) => first === 'accepted');
  const all = lived.mails.all.map((taken) =>
    accepted.includes(taken) ? { ...taken, first: 'needs-sender' as const } : taken,
  );
  expect(noWrongDecision({ ...lived, mails: { ...lived.mails, all } }).broken.length).toBe(accepted.length);
});

test('a quarter of an hour too much, and a year that is not met and called so, would be found', () => {
  const standings = new Map([...lived.standings].map(([id, kept]) => [id, { ...kept, ethics: kept.ethics + 25 }]));
  expect(everyVerdict({ ...lived, standings }).broken.length).toBe(lived.people.length);
  const called = new Map([...lived.standings].map(([id, kept]) => [id, { ...kept, word: 'met' }]));
  const notMet = [...lived.standings.values()].filter(({ word }) => word !== 'met').length;
  expect(everyVerdict({ ...lived, standings: called }).broken.length).toBe(notMet);
});

test(
  'the same seed gives the same files, byte by byte: report, plot, and what the office makes of the year',
  async () => {
    const wish = { people: 3, year: 2026, seed: 'a' };
    const [one, again] = [await liveAYear(wish), await liveAYear(wish)];
    expect([...again.files.keys()]).toEqual([...one.files.keys()]);
    for (const [name, content] of one.files)
      expect({ name, content: again.files.get(name) }).toEqual({ name, content });
  },
  busyMachineMs,
);

test('another seed is another year', () => {
  const [one, again, other] = ['a', 'a', 'b'].map((seed) => JSON.stringify(worldOf(seed, 50, 2026)));
  expect(again).toBe(one);
  expect(other).not.toBe(one);
});
