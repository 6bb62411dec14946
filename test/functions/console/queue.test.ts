import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { aJudgement } from '#test/builders/a-judgement.ts';
import { aMatchedPerson } from '#test/builders/a-person.ts';
import { storeCase } from '#test/builders/a-stored-case.ts';
import { aSubmission } from '#test/builders/a-submission.ts';
import { type Desk, openDesk, pageText } from './desk.ts';
import { exampleReference, storeExampleCases } from './example-cases.ts';

let desk: Desk;
beforeEach(async () => {
  desk = openDesk(await mkdtemp(join(tmpdir(), 'desk-')));
});

const countsOn = (page: string) => [...page.matchAll(/desk-count">(\d+)</g)].map((match) => Number(match[1]));
const referencesOn = (page: string) => [...page.matchAll(/href="\/cases\/([^"]+)"/g)].map((match) => match[1]);

describe('the queue', () => {
  it('says so when there is no case', async () => {
    const page = await pageText(desk, '/');
    expect(page).toContain('No cases here.');
    expect(countsOn(page)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  it('lists all cases, newest first', async () => {
    await storeExampleCases(desk);
    expect(referencesOn(await pageText(desk, '/'))).toEqual([
      'LA-2026-000013',
      'LA-2026-000008',
      'LA-2026-000009',
      'LA-2026-000010',
      'LA-2026-000011',
      'LA-2026-000012',
      exampleReference,
      'LA-2026-000014',
    ]);
  });

  it('shows counts that add up, and as many cases under each count as it says', async () => {
    await storeExampleCases(desk);
    const page = await pageText(desk, '/');
    const [all, ...views] = countsOn(page);
    expect(all).toBe(8);
    expect(views.reduce((sum, count) => sum + count, 0)).toBe(all);
    const addresses = [...page.matchAll(/href="(\/\?view=[a-z-]+)"/g)].map((match) => match[1] ?? '');
    const shown = await Promise.all(
      addresses.map(async (address) => referencesOn(await pageText(desk, address)).length),
    );
    expect(shown).toEqual(views);
  });

  it('tells of each case its reference, its time in Louisiana, its state in words, who, why and how many documents', async () => {
    await storeExampleCases(desk);
    const page = await pageText(desk, '/?view=needs-person');
    expect(page).toContain('>LA-2026-7K3M9Q</a>');
    expect(page).toContain('Nov 19, 2026, 10:42 AM CST');
    expect(page).toContain('Needs a person');
    expect(page).toContain('waiting 2 days');
    expect(page).toContain('Dana R. Fontenot');
    expect(page).toContain('looks like one that a job requires');
    expect(page).toContain('and 1 more');
    expect(page).toMatch(/data-label="Documents" class="desk-number">2</);
  });

  it('shows a fault that was set aside under "Set aside", whatever its outcome', async () => {
    await storeCase(desk.records, { submission: aSubmission({ state: 'set-aside', outcome: 'needs-review' }) });
    expect(referencesOn(await pageText(desk, '/?view=set-aside'))).toHaveLength(1);
    expect(referencesOn(await pageText(desk, '/?view=needs-person'))).toHaveLength(0);
  });

  it('shows 25 cases a page and leads from page to page to the last one', async () => {
    for (let number = 1; number <= 30; number += 1) {
      await storeCase(desk.records, {
        submission: aSubmission({ number }),
        judgement: aJudgement({ people: [aMatchedPerson()] }),
      });
    }
    const first = await pageText(desk, '/?view=accepted');
    expect(referencesOn(first)).toHaveLength(25);
    const next = /href="([^"]+)">Older/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const second = await pageText(desk, next);
    expect(referencesOn(second)).toHaveLength(5);
    expect(new Set([...referencesOn(first), ...referencesOn(second)]).size).toBe(30);
  });

  it('says how many stored cases cannot be read, and shows the others', async () => {
    await storeCase(desk.records, { submission: aSubmission() });
    const index1 = { pk: 'SUBMISSIONS#2026-11', sk: '2026-11-21T00:00:00.000Z#sub_broken' };
    await desk.records.write([
      { put: { pk: 'SUB#broken', sk: 'SUBMISSION', body: { old: true }, index1 }, expect: 'any' },
    ]);
    const page = await pageText(desk, '/');
    expect(page).toContain('1 stored cases could not be read');
    expect(referencesOn(page)).toHaveLength(1);
  });

  it('finds cases of months before and of the turn of the year', async () => {
    await storeCase(desk.records, { submission: aSubmission({ number: 1, receivedAt: '2025-01-02T12:00:00.000Z' }) });
    await storeCase(desk.records, { submission: aSubmission({ number: 2, receivedAt: '2027-01-01T05:59:59.000Z' }) });
    expect(referencesOn(await pageText(desk, '/'))).toEqual(['LA-2026-000002', 'LA-2026-000001']);
  });

  it.each(['/?view=%3Cscript%3E', '/?page=0', '/?page=999999', '/?page=-1', '/?page=x'])(
    'answers an odd question with the nearest page that is there: %s',
    async (address) => {
      await storeExampleCases(desk);
      const answer = await desk.app.request(address);
      expect(answer.status).toBe(200);
      expect(referencesOn(await answer.text())).toHaveLength(8);
    },
  );
});
