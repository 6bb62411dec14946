import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { startNightly } from '#infra/local/start-nightly.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { putSpecialist } from '#shared/records/roster-records.ts';
import { listSweepRunsOf, pageOfSweepRuns } from '#shared/records/sweep-run-records.ts';
import { aSpecialist } from '#test/builders/a-person.ts';
import { anOffice } from '#test/functions/sweep/a-swept-office.ts';

const data = mkdtempSync(join(tmpdir(), 'sweep-'));

function sweep(...args: string[]): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['infra/local/sweep.ts', '--data', data, ...args], (fault, stdout, stderr) => {
      resolve({ code: fault === null ? 0 : 1, said: `${stdout}${stderr}` });
    });
  });
}

describe('npm run sweep', () => {
  beforeAll(async () => {
    const records = openSqliteRecordStore(join(data, 'records.sqlite'));
    await putSpecialist(records, aSpecialist({ specialistId: 'RPSS-0042' }));
    records.close();
  });

  it('tries another day and writes nothing; by today it writes, once, and says what it would cost', async () => {
    const tried = await sweep('--dry-run', '--on', '2031-01-01');
    expect(tried.said).toMatch(
      /Would be written, and was not:\n {2}RPSS-0042 2031: none → nothing-received \(first-standing/,
    );
    expect((await sweep()).said).toMatch(/^People +1 walked past, 1 looked at .*\n/m);
    expect((await sweep()).said).toMatch(/^Changed +nothing\n/m);
    expect((await sweep('--dry-run')).said).toMatch(
      /On DynamoDB it would cost \$0\.0\d+: \d+ read units, \d+ write units\n/,
    );
    const records = openSqliteRecordStore(join(data, 'records.sqlite'));
    const { runs } = await pageOfSweepRuns(records, new Date().getFullYear(), { limit: 9 });
    records.close();
    expect(runs.map(({ runId }) => runId.split('.')[1])).toEqual(['02', '01']);
  });

  it.each([
    ['by another day for good', ['--on', '2031-01-01'], 'can only be tried: add --dry-run'],
    ['by what is no day', ['--on', 'tomorrow', '--dry-run'], '--on takes a day'],
    ['with a flag that it does not know', ['--all'], 'npm run sweep -- --data DIR'],
  ])('does not begin %s', async (_what, args, words) => {
    const { code, said } = await sweep(...args);
    expect(code).toBe(1);
    expect(said).toContain(words);
  });
});

describe('the host at night', () => {
  const log = { info: () => {}, error: () => {} };

  it('sweeps at its start what was missed, and nothing that was done', async () => {
    const office = await anOffice();
    await office.add({ specialistId: 'RPSS-0042' });
    for (const instant of ['2026-11-20T08:00:00.000Z', '2026-11-20T20:00:00.000Z', '2026-11-23T15:00:00.000Z']) {
      office.setClock(instant);
      const nights = startNightly(office.parts(), log);
      await expect
        .poll(async () => (await listSweepRunsOf(office.records, instant.slice(0, 10)))[0]?.run.finishedAt)
        .toBeTruthy();
      await nights.stop();
    }
    const runs = await pageOfSweepRuns(office.records, 2026, { limit: 9 });
    expect(runs.runs.map(({ runId, missedDays }) => [runId, missedDays.length])).toEqual([
      ['2026-11-23.01', 2],
      ['2026-11-20.01', 0],
    ]);
    office.close();
  });

  it('that is stopped in the middle leaves the rest to its next start, which goes on with the same run', async () => {
    const office = await anOffice();
    for (let number = 0; number < 40; number += 1) await office.add({ specialistId: `RPSS-${number}` });
    await startNightly(office.parts(), log).stop();
    expect((await listSweepRunsOf(office.records, '2026-11-20'))[0]?.run.finishedAt).toBeNull();
    const nights = startNightly(office.parts(), log);
    await expect
      .poll(async () => (await listSweepRunsOf(office.records, '2026-11-20'))[0]?.run.finishedAt)
      .toBeTruthy();
    await nights.stop();
    const [only, ...others] = await listSweepRunsOf(office.records, '2026-11-20');
    expect(others).toEqual([]);
    expect(only?.run).toMatchObject({ findings: [], counts: { walked: 40 } });
    office.close();
  });
});
