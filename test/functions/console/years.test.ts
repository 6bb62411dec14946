import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { beforeEach, describe, expect, it } from 'vitest';
import { programmeFacts } from '#functions/console/programme-facts.ts';
import { readProgrammePages } from '#shared/adapters/local/folder-programme.ts';
import { readTwiceSnapshots } from '#shared/adapters/read-twice-snapshots.ts';
import { noCounts } from '#shared/domain/sweep-run.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { listAtDesk } from '#shared/records/history-records.ts';
import { findStanding, standingWrite } from '#shared/records/standing-records.ts';
import { sweepRunWrite } from '#shared/records/sweep-run-records.ts';
import { aSweepRun } from '#test/builders/a-standing.ts';
import { aPersonAtYearsEnd, keepFigures, yearClock } from '#test/functions/year-end/a-year.ts';
import { type Desk, openDesk } from './desk.ts';

const programme = programmeFacts(await readProgrammePages('shared/rules/programmes/louisiana-rpss'));
let desk: Desk;
beforeEach(async () => {
  desk = openDesk(await mkdtemp(join(tmpdir(), 'desk-')), { programme, clock: yearClock });
});

const words = (text: string) =>
  text
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .replaceAll('“ ', '“')
    .replaceAll(' ”', '”');
const page = async (query = '', role: 'supervisor' | 'auditor' = 'supervisor') => {
  const answer = await desk.as(role).request(`/years/2026${query}`);
  expect(answer.status).toBe(200);
  return answer.text();
};

describe('the page of a year', () => {
  it('is found from the navigation, in the year that it is', async () => {
    const answer = await desk.as('auditor').request('/years');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/years/2027']);
    expect(await page()).toContain('href="/years" aria-current="page"');
  });

  it('says what it cannot say: nobody counted, nothing measured, nobody past the day', async () => {
    const text = words(await page());
    expect(text).toContain('No run of the nightly sweep has counted 2026 yet.');
    expect(text).toContain('accepted without a person: not measured');
    expect(text).toContain('Nobody is past the last day');
    expect(text).not.toMatch(/\b0(\.0)? %/);
  });

  it('shows how everybody stands as the last sweep counted it, and the rates with their range', async () => {
    const counts = { ...noCounts, words: { '2026': { met: 12, 'past-deadline-unresolved': 3 } } };
    await desk.records.write([
      sweepRunWrite(
        aSweepRun({ day: '2027-01-04', runId: '2027-01-04.01', finishedAt: '2027-01-04T09:00:00.000Z', counts }),
        null,
      ),
    ]);
    await keepFigures(desk.records, { number: 1 }, { number: 2, first: 'needs-review', reasons: ['illegible'] });
    const text = words(await page());
    expect(text).toContain('As the sweep of Jan 4, 2027 counted them.');
    expect(text).toMatch(/Met 12 Past the deadline, unresolved 3/);
    expect(text).toContain('1 of 2, 50.0 % (95 % range 9.5 % to 90.5 %)');
    expect(text).toContain('Illegible 1');
  });

  it('proposes those past the last day, with what is missing, what came and what was sent, and decides nothing', async () => {
    await aPersonAtYearsEnd(desk.records, 1, { word: 'past-deadline-unresolved', mails: ['2027-01-02T15:00:00.000Z'] });
    const text = await page();
    expect(text).toContain('href="/people/RPSS-0001"');
    expect(words(text)).toContain('1.25 hours in ethics');
    expect(words(text)).toContain('after the last day');
    expect(words(text)).toContain('About LA-2026-000010');
    expect(words(text)).toContain('nobody is made inactive by the system');
    const main = text.slice(text.indexOf('<main'));
    expect(main).not.toContain('method="post"');
  });

  it('is narrowed by a filter that stands in its address', async () => {
    await aPersonAtYearsEnd(desk.records, 1, { word: 'past-deadline-unresolved', own: { employer: 'Bayou Health' } });
    await aPersonAtYearsEnd(desk.records, 2, { word: 'past-deadline-unresolved' });
    const text = words(await page('?employer=bayou&came=nothing'));
    expect(text).toContain('1 of 2 fit the filter.');
    expect(text).toContain('Person 1 Fontenot');
    expect(text).not.toContain('Person 2 Fontenot');
  });

  it('draws a sample only when it is asked to, shows the seed, and hands the same seed to the files', async () => {
    for (let number = 1; number <= 21; number += 1) await aPersonAtYearsEnd(desk.records, number, { word: 'met' });
    expect(await page()).not.toContain('were drawn');
    const text = await page('?seed=lottery+4711');
    expect(words(text)).toContain('2 of 21 were drawn with the seed “lottery 4711”: 5 percent, rounded up.');
    expect(text).toContain('href="/years/2026/audit-sample.csv?seed=lottery+4711"');
    expect(text.match(/href="\/people\/RPSS-/g)).toHaveLength(2);
  });

  it('links no person for an auditor, who may open none', async () => {
    await aPersonAtYearsEnd(desk.records, 1, { word: 'past-deadline-unresolved' });
    expect(await page('', 'auditor')).not.toContain('href="/people/');
  });

  it('shows a stranger’s words as words', async () => {
    const legalName = '<script>alert(1)</script>';
    await aPersonAtYearsEnd(desk.records, 1, {
      word: 'past-deadline-unresolved',
      own: { legalName, employer: legalName },
    });
    const text = await page(`?employer=${encodeURIComponent('<script>')}&seed=${encodeURIComponent('"><script>')}`);
    expect(text).not.toContain('<script>alert');
    expect(text).not.toContain('"><script>');
  });
});

describe('a file of a year', () => {
  it('leaves as a download while the clock goes on, and who took which with what seed is noted', async () => {
    let ticks = 0;
    const clock = { now: () => new Date(Date.parse(yearClock.now()) + ticks++).toISOString() };
    desk = openDesk(await mkdtemp(join(tmpdir(), 'desk-')), { programme, clock });
    await aPersonAtYearsEnd(desk.records, 1, { word: 'met' });
    for (const [name, type] of [
      ['report.pdf', 'application/pdf'],
      ['report.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
      ['audit-sample.csv', 'text/csv; charset=utf-8'],
    ] as const) {
      const answer = await desk.as('auditor').request(`/years/2026/${name}?seed=lottery`);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type]);
      expect(answer.headers.get('content-disposition')).toContain(`filename="2026-${name}"`);
    }
    const noted = (await listAtDesk(desk.records, '2027-01', 10)).filter(({ action }) => action === 'year-exported');
    expect(noted.at(0)?.codes).toContain('seed lottery');
  });

  it('B244: adds up though a person decides in between: who is counted is listed, and nobody besides', async () => {
    const { records, deps } = desk;
    const standing = (word: 'met' | 'past-deadline-unresolved') => aPersonAtYearsEnd(records, 1, { word });
    await standing('past-deadline-unresolved');
    await aPersonAtYearsEnd(records, 2, { word: 'past-deadline-unresolved' });
    let isDecided = false;
    const busy: RecordStore = {
      ...records,
      async list(query) {
        // everybody has been counted by then, and is now listed
        if (query.pk === 'STANDING#past-deadline-unresolved' && !isDecided) {
          isDecided = true;
          const found = await findStanding(records, 'RPSS-0001', 2026);
          if (found) await records.write([standingWrite({ ...found.standing, word: 'met' }, found.version)]);
        }
        return records.list(query);
      },
    };
    const folder = await mkdtemp(join(tmpdir(), 'desk-'));
    const other = openDesk(folder, { ...deps, records: busy, snapshots: readTwiceSnapshots(busy) });
    const answer = await other.as('auditor').request('/years/2026/report.xlsx');
    const parts = unzipSync(new Uint8Array(await answer.arrayBuffer()));
    const sheet = (at: number) => strFromU8(parts[`xl/worksheets/sheet${at}.xml`] ?? new Uint8Array());
    const counted = /Past the deadline, unresolved<\/t><\/is><\/c><c[^>]*><v>(\d+)</.exec(sheet(2))?.[1];
    const listed = sheet(8).match(/RPSS-\d{4}/g) ?? [];
    expect(isDecided).toBe(true);
    expect([counted, listed]).toEqual(['1', ['RPSS-0002']]);
  });

  it('is none that the desk does not make', async () => {
    for (const name of ['other.csv', 'report.xls', '..%2Freport.pdf'])
      expect((await desk.as('auditor').request(`/years/2026/${name}`)).status).toBe(404);
  });
});
