import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { programmeFacts } from '#functions/console/programme-facts.ts';
import { readProgrammePages } from '#shared/adapters/local/folder-programme.ts';
import type { CaseFigures } from '#shared/domain/case-figures.ts';
import { figuresWrites } from '#shared/records/figures-records.ts';
import { reviewWrite } from '#shared/records/review-records.ts';
import { storeCase } from '#test/builders/a-stored-case.ts';
import { aSubmission } from '#test/builders/a-submission.ts';
import { someFigures } from '#test/builders/case-figures.ts';
import { type Desk, openDesk } from './desk.ts';

const programme = programmeFacts(await readProgrammePages('shared/rules/programmes/louisiana-rpss'));
let desk: Desk;
beforeEach(async () => {
  desk = openDesk(await mkdtemp(join(tmpdir(), 'desk-')), { programme });
});

type Own = Partial<CaseFigures> & { number?: number };
const keep = (...all: Own[]) =>
  Promise.all(all.map((own, at) => desk.records.write(figuresWrites(someFigures({ number: at + 1, ...own }), null))));

/** As the machine leaves a mail to a person. */
async function leaveToPerson(number: number, openedAt: string): Promise<void> {
  const submission = aSubmission({ number, outcome: 'needs-review', receivedAt: openedAt });
  await storeCase(desk.records, { submission });
  const { submissionId, reference } = submission;
  await desk.records.write([reviewWrite({ submissionId, reference, openedAt, reasons: [], state: 'open' })]);
}

/** The words of the page, without its tags. */
async function page(query = ''): Promise<string> {
  const answer = await desk.as('auditor').request(`/numbers${query}`);
  expect(answer.status).toBe(200);
  const text = await answer.text();
  expect(text).not.toMatch(/ style="/);
  return text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
}

describe('the page of numbers', () => {
  it('never says that nothing is wrong where nobody has looked', async () => {
    await keep({}, { blind: 'open' }, { first: 'needs-review', now: 'needs-review' });
    const text = await page();
    expect(text).toContain('67 % accepted automatically');
    expect(text).toContain('Wrong among those, by the blind sample: not measured yet');
    expect(text).toContain('1 of the sample waits for an answer');
    expect(text).not.toMatch(/\b0(\.0)? % of those wrong/);
  });

  it('gives the measured error rate with how many were looked at and between what it lies', async () => {
    await keep({ blind: 'agrees' }, { blind: 'agrees' }, { blind: 'machine-was-right' }, { blind: 'differs' });
    const text = await page();
    expect(text).toContain('25 % of those wrong, by a blind sample of 4');
    expect(text).toContain('Wrong among those, by the blind sample 1 4 25 % 4.6 % to 70 %');
    expect(text).toContain('judged 4 of the accepted cases from the papers alone; 1 came out otherwise');
  });

  it('draws every plot with words of its own and a table of the same figures', async () => {
    await keep({}, { first: 'needs-sender', now: 'needs-sender', reasons: ['missing-certificate'] });
    const text = await (await desk.as('supervisor').request('/numbers')).text();
    const plots = text.match(/<svg class="desk-plot"[^>]*>/g) ?? [];
    expect(plots.length).toBeGreaterThanOrEqual(4);
    for (const plot of plots) {
      const [title, says] = /aria-labelledby="(\S+) (\S+)"/.exec(plot)?.slice(1) ?? [];
      expect(plot).toContain('role="img"');
      expect(text).toContain(`<title id="${title}">`);
      expect(text).toContain(`<desc id="${says}">`);
    }
    for (const caption of ['Rates', 'Outcomes', 'By day', 'Cases that wait for a person, by age', 'Reasons'])
      expect(text).toContain(`<caption>${caption}</caption>`);
    const fills = [...text.matchAll(/fill="([^"]+)"/g)].map(([, fill]) => fill ?? '');
    expect(new Set(fills.filter((fill) => fill.startsWith('url(')).map((fill) => fill.slice(4, -1))).size).toBe(4);
  });

  it('says what waits, how long, and that few decisions tell no rate', async () => {
    await leaveToPerson(1, '2026-11-22T10:00:00.000Z');
    await leaveToPerson(2, '2026-11-10T10:00:00.000Z');
    const text = await page();
    expect(text).toContain('2 wait for a person now');
    expect(text).toContain('The oldest waits 12 days.');
    expect(text).toContain('Cannot tell: in the last 14 days people decided 0 cases on 0 days');
    expect(text).toContain('Reports may come until December 31, 2026.');
  });

  it('forecasts from the decisions of two weeks, also of cases that came long before', async () => {
    const decided = Array.from({ length: 28 }, (_, at): Own => {
      const decidedAt = `2026-11-${String(9 + Math.floor(at / 2)).padStart(2, '0')}T15:00:00.000Z`;
      return { number: at + 10, receivedAt: '2026-08-03T15:00:00.000Z', first: 'needs-review', decidedAt };
    });
    await keep(...decided.slice(0, 14));
    await keep(...decided.slice(14));
    for (let number = 100; number < 110; number += 1) await leaveToPerson(number, '2026-11-20T10:00:00.000Z');
    expect(await page()).toContain(
      'About November 27, 2026, 34 days before the last day for reports: 10 cases are open',
    );
  });

  it('says how reading did as people corrected it, and what it cost', async () => {
    const read = [{ field: 'rowHours', medium: 'ocr' as const, seen: 20, corrected: 3 }];
    await keep({ first: 'needs-review', decidedAt: '2026-11-21T10:00:00.000Z', read });
    expect(await page()).toContain('Row hours (seen on a picture) 20 3 85 %');
    expect(await page()).toContain('No paid service was used to read the mails of this month.');
    await keep({ number: 50, microdollars: 4000, pagesBought: 3 });
    expect(await page()).toContain('Pages read 3');
    expect(await page()).toContain('For each mail $0.0020');
  });

  it('shows another month when asked, and this month for anything else', async () => {
    await keep({ receivedAt: '2026-10-05T10:00:00.000Z' });
    expect(await page('?month=2026-10')).toContain('1 received and read');
    for (const odd of ['?month=2026-13', '?month=', '?month=%3Cscript%3E', '']) {
      expect(await page(odd)).toContain('0 received and read');
      expect(await page(odd)).toContain('– accepted automatically');
    }
  });
});
