import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Application } from '#shared/domain/application.ts';
import type { Finding } from '#shared/domain/finding.ts';
import { safeCell } from '#shared/domain/spreadsheet.ts';
import { applicationWrites } from '#shared/records/application-records.ts';
import { aStoredApplication } from '#test/builders/a-stored-application.ts';
import { type Desk, openDesk, pageText } from './desk.ts';

const classes = [{ name: 'Lafayette spring class', credential: 'RPSS', begins: '2026-06-08', seats: 20 }];
let desk: Desk;
beforeEach(async () => {
  desk = openDesk(await mkdtemp(join(tmpdir(), 'desk-')), {
    programme: { name: 'Louisiana peer support', timeZone: 'America/Chicago', rulePages: [], classes },
  });
});

const keep = (...all: Application[]) => desk.records.write(all.flatMap((one) => applicationWrites(one, null)));

function aFinding(rule: string, verdict: Finding['verdict']): Finding {
  return {
    ...{ rule, page: 'eligibility/age.rule.md', ruleSha256: 'a'.repeat(64), year: 2026, asOf: '2026-05-10', verdict },
    ...{
      value: null,
      required: null,
      why: 'A sentence.',
      citation: 'a page',
      missing: [],
      facts: {},
      decidedBy: 'person',
    },
  };
}

describe('the page of applications', () => {
  it('lists who applied class by class, with what is still needed and what the rules found', async () => {
    await keep(
      aStoredApplication({ classWished: 'Lafayette Spring Class' }),
      aStoredApplication({
        number: 2,
        name: 'Remy Thibaut',
        completeness: 'incomplete',
        completeSince: null,
        missing: ['Your signature on the form.'],
        destination: 'elsewhere',
        findings: [aFinding('LA-EL-01', 'met'), aFinding('LA-EL-06', 'not-met'), aFinding('LA-EL-04', 'cannot-tell')],
      }),
    );
    const page = await pageText(desk, '/applications');

    for (const words of [
      'Lafayette spring class',
      'Seats: 20, set by a person.',
      'no class named',
      'not known without a class',
      'Your signature on the form.',
      'Not complete yet',
      'Meant for another place',
      'LA-EL-06',
      'href="/cases/LA-2026-000002"',
      'nobody is chosen or refused',
    ])
      expect(page).toContain(words);
  });

  it('says who of the office accepted one as complete, and when', async () => {
    const { staffId: by, name } = desk.app.staff;
    await keep(aStoredApplication({ decided: { action: 'accept', by, at: '2026-05-12T15:00:00.000Z' } }));
    const page = await pageText(desk, '/applications');

    expect(page).toContain(`accepted as complete by <bdi>${name}</bdi>, May 12, 2026`);
  });

  it('says who came at the same time', async () => {
    await keep(aStoredApplication(), aStoredApplication({ number: 2, name: 'Remy Thibaut' }));

    expect((await pageText(desk, '/applications')).match(/number 1 by time of receipt, with others/g)).toHaveLength(2);
  });

  it('never shows what an applicant tells, and nothing that looks like a score', async () => {
    const finding = {
      ...aFinding('LA-EL-05', 'cannot-tell'),
      facts: { 'recovery year stated': true },
      why: 'twelve months',
    };
    await keep(aStoredApplication({ findings: [finding] }));
    const page = await pageText(desk, '/applications');

    expect(page).toContain('LA-EL-05');
    expect(page).not.toMatch(/twelve months|recovery year|rank|score[^d]|points|1990-05-02|odette@/i);
  });

  it('says so where nobody applied, and stands in the header only where the programme takes applications', async () => {
    expect(await pageText(desk, '/applications')).toContain('No applications here.');
    expect(await pageText(desk, '/')).toContain('href="/applications"');
    const without = openDesk(await mkdtemp(join(tmpdir(), 'desk-')));
    expect(await pageText(without, '/')).not.toContain('href="/applications"');
  });

  it('makes no markup of what a stranger wrote as name or wish', async () => {
    const hostile = '<script>alert(1)</script>"><img src=x onerror=alert(1)>';
    await keep(aStoredApplication({ name: hostile, classWished: hostile, missing: [hostile] }));
    const page = await pageText(desk, '/applications');

    expect(page).toContain('&lt;script&gt;');
    expect(page).not.toMatch(/<script|<img src=x/i);
  });
});

describe('the list as a file', () => {
  const download = async () => {
    const answer = await desk.as('supervisor').request('/applications.csv');
    return { answer, lines: (await answer.text()).trim().split('\r\n') };
  };

  it('is given to a supervisor, as a download that nobody keeps; the page offers it to nobody else', async () => {
    await keep(aStoredApplication());
    const { answer } = await download();

    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('text/csv');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="applications.csv"');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await pageText(desk, '/applications')).not.toContain('applications.csv');
    expect(await pageText({ app: desk.as('supervisor') }, '/applications')).toContain('applications.csv');
  });

  it('is given while the clock goes on between two readings: what is asked of the store does not hang on it', async () => {
    let ticks = 0;
    const clock = { now: () => new Date(Date.parse('2026-11-22T14:00:00.000Z') + ticks++).toISOString() };
    desk = openDesk(await mkdtemp(join(tmpdir(), 'desk-')), { clock });
    await keep(aStoredApplication());

    expect((await download()).answer.status).toBe(200);
  });

  it('has the same columns for everybody, one for each rule', async () => {
    await keep(
      aStoredApplication({ findings: [aFinding('LA-EL-01', 'met')] }),
      aStoredApplication({ number: 2, findings: [aFinding('LA-FP-01', 'not-met')] }),
    );
    const { lines } = await download();
    const cells = lines.map((line) => line.split('","').length);

    expect(lines[0]).toMatch(/"LA-EL-01","LA-FP-01"$/);
    expect(lines[1]).toMatch(/"Met","not asked"$/);
    expect(new Set(cells).size).toBe(1);
  });

  it.each([
    '=HYPERLINK("http://evil.example","x")',
    '+1+1',
    '-2+3',
    '@SUM(A1)',
    '\t=1+1',
    '\r=1+1',
    '  =1+1',
    '\u200b=1+1',
    '\uFF1D1+1',
    '\uFF0B1',
    '\u22121+1',
    '|calc',
    '%0A=1',
  ])('lets no spreadsheet take a cell for a formula: %j', async (hostile) => {
    expect(safeCell(hostile)).toMatch(/^"'/);
    await keep(aStoredApplication({ name: hostile, classWished: hostile }));
    const { lines } = await download();

    expect(lines).toHaveLength(2);
    expect(lines[1]?.split('","').every((cell) => !/^"?\s*[=+\-@|%\uFF1D\uFF0B\u2212]/.test(cell))).toBe(true);
  });

  it('keeps quotes and commas inside their cell, and one applicant on one line', async () => {
    await keep(aStoredApplication({ name: 'Odette "Dee", Marchand\r\nsecond line' }));
    const { lines } = await download();

    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain('"Odette ""Dee"", Marchand second line"');
  });
});
