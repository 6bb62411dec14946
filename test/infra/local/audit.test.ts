import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AuditedOffice, anAuditedOffice, someTrails } from '#test/builders/an-audited-office.ts';

let office: AuditedOffice;
beforeAll(async () => {
  office = anAuditedOffice();
  await someTrails(office);
});
afterAll(() => office.close());

function audit(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['infra/local/audit.ts', ...args], {
    encoding: 'utf8',
  });
  return { status, said: `${stdout}${stderr}` };
}

describe('npm run audit', () => {
  it('seals the day, and says how many rows and chains hold', () => {
    expect(audit('seal', '--data', office.folder).said).toMatch(
      /^Sealed 20\d\d-\d\d-\d\d: the ends of 6 audit trails\.$/m,
    );
    const { status, said } = audit('verify', '--data', office.folder);
    expect(said).toContain(
      'Checked 22 rows in 6 chains, and 1 sealed days, of which 1 lie outside the database as well.',
    );
    expect(said).toContain('The audit trail holds');
    expect(status).toBe(0);
  });

  it('names the first place that does not hold, and does not end well', () => {
    const row = office.rows().find(({ sk }) => String(sk).includes('#claimed#')) ?? {};
    office.remove(row);
    office.insert({ ...row, body: String(row.body).replace('claimed', 'cleaned') });
    const { status, said } = audit('verify', '--data', office.folder);
    office.remove(row);
    office.insert(row);
    expect(said).toContain(`${row.pk}  ${row.sk}  was changed`);
    expect(said).toContain('does NOT hold: 1 places');
    expect(status).toBe(1);
  });

  it('finds a row that was laid into a partition of which no list knows', () => {
    const row = office.rows().find(({ sk }) => String(sk).includes('#claimed#')) ?? {};
    const slipped = { ...row, pk: 'PERSON#nobody' };
    office.insert(slipped);
    const { said } = audit('verify', '--data', office.folder);
    office.remove(slipped);
    expect(said).toContain('PERSON#nobody');
  });

  it.each([
    [['verify', '--data', '/nowhere/at/all'], 'Nothing is stored in /nowhere/at/all'],
    [['verify', '--data', '.', '--heads', '/nowhere'], 'Nothing is stored in .'],
    [['sing'], 'npm run audit -- verify'],
    [[], 'npm run audit -- verify'],
  ])('says what to do when asked for %j', (args, sentence) => {
    const { status, said } = audit(...args);
    expect([status, said]).toEqual([1, expect.stringContaining(sentence)]);
    expect(said).not.toContain('    at ');
  });
});
