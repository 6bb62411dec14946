import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { putSpecialist } from '#shared/records/roster-records.ts';
import { pageOfSweepRuns } from '#shared/records/sweep-run-records.ts';
import { aSpecialist } from '#test/builders/a-person.ts';

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
