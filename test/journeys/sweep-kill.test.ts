import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditPartitions } from '#shared/adapters/local/sqlite-audit-partitions.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { verifyAudit } from '#shared/records/verify-audit.ts';
import { type KilledNight, nightOf, nightWithKills } from './killed-nights.ts';
import { keptRows, layTouchedOffice, sendAllLetters } from './swept-store.ts';

/** `npm run kill-sweep` asks for more of both. KILL_SEED repeats a walk. */
const kills = Number(process.env.KILLS ?? 10);
const people = Number(process.env.PEOPLE ?? 1_000);
const seed = process.env.KILL_SEED ?? '1';
const patience = 60_000 + kills * 10_000 + people * 60;

/** Letters are due to nearly everybody on the first of these nights; on the second everybody's year is over. */
const nights = ['2026-12-01T08:00:00.000Z', '2027-01-01T08:00:00.000Z'];
const noons = ['2026-12-01T18:00:00.000Z', '2027-01-04T18:00:00.000Z'];

describe(`npm run sweep, killed ${kills} times in two nights of ${people} people (seed ${seed})`, () => {
  const data = mkdtempSync(join(tmpdir(), 'sweep-kill-'));
  const [calm, rough] = [join(data, 'calm'), join(data, 'rough')];
  const killed: KilledNight[] = [];
  const sent: Record<'calm' | 'rough', string[]> = { calm: [], rough: [] };

  beforeAll(async () => {
    await layTouchedOffice(calm, people);
    cpSync(calm, rough, { recursive: true });
    for (const [at, begins] of nights.entries()) {
      const noon = noons[at] ?? '';
      const transactions = await nightOf(calm, begins);
      const count = Math.ceil(kills / nights.length);
      killed.push(await nightWithKills(rough, { begins, count, transactions, seed: `${seed}/${at}` }));
      sent.calm.push(...(await sendAllLetters(calm, noon)));
      sent.rough.push(...(await sendAllLetters(rough, noon)));
    }
  }, patience);
  afterAll(() => rmSync(data, { recursive: true, force: true }));

  test('was at work when it was killed, more often than not', () => {
    const struck = killed.reduce((sum, night) => sum + night.struck, 0);
    expect(struck).toBeGreaterThanOrEqual(Math.ceil(kills / 2));
  });

  test('began no second run of a night: each start went on with the first', () => {
    const runs = [...keptRows(rough).keys()].filter((key) => key.endsWith(' / RUN'));
    expect(runs).toEqual(['SWEEP#2026-12-01.01 / RUN', 'SWEEP#2027-01-01.01 / RUN']);
  });

  test('leaves every row of the store as two nights that nobody disturbed: standings, changes, touches, letters, counts', () => {
    const [one, other] = [keptRows(calm), keptRows(rough)];
    const kindOf = (key: string) => /\/ ([A-Z-]+)/.exec(key)?.[1] ?? key;
    expect(new Set([...one.keys()].map(kindOf))).toEqual(
      new Set(
        [...one.keys(), 'x / STANDING', 'x / STANDING-CHANGE', 'x / LETTER', 'x / RUN', 'x / SEGMENT'].map(kindOf),
      ),
    );
    expect([...one.keys()].filter((key) => /TOUCH/.test(key))).toEqual([]);
    expect([...other.keys()]).toEqual([...one.keys()]);
    expect([...other].filter(([key, row]) => row !== one.get(key))).toEqual([]);
  });

  test('lets each letter go out once, and the same ones', () => {
    expect(sent.calm.length).toBeGreaterThan(people / 2);
    expect(new Set(sent.rough).size).toBe(sent.rough.length);
    expect(sent.rough.toSorted()).toEqual(sent.calm.toSorted());
  });

  test('leaves an audit trail that holds', async () => {
    const path = join(rough, 'records.sqlite');
    const records = openSqliteRecordStore(path);
    const verified = await verifyAudit({ records, heads: null, alsoIn: auditPartitions(path) });
    records.close();
    expect(verified).toMatchObject({ faults: [], faultCount: 0 });
    expect(verified.rows).toBeGreaterThanOrEqual(sent.rough.length);
  });
});
