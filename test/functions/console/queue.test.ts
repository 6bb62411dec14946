import { beforeEach, describe, expect, it } from 'vitest';
import { ann } from '#test/builders/staff.ts';
import { pageText } from './desk.ts';
import { exampleReference, storeExampleCases } from './example-cases.ts';
import { openQueueDesk, type QueueDesk, referencesOn } from './queue-desk.ts';

let desk: QueueDesk;
beforeEach(async () => {
  desk = await openQueueDesk();
});

const countsOn = (page: string) =>
  [...page.matchAll(/<a href="(\/[^"]*)"[^>]*>[^<]*<span class="desk-count">(\d+)</g)].map(([, to = '', count]) => ({
    to: to.replaceAll('&amp;', '&'),
    count: Number(count),
  }));
describe('the queue', () => {
  it('says so when there is no case', async () => {
    const page = await pageText(desk, '/');
    expect(page).toContain('No cases here.');
    expect(countsOn(page).map(({ count }) => count)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  });

  it('shows under each count as many cases as it says', async () => {
    await storeExampleCases(desk);
    const tabs = countsOn(await pageText(desk, '/'));
    expect(tabs.find(({ to }) => to === '/?view=all')?.count).toBe(4);
    for (const { to, count } of tabs) expect([to, referencesOn(await pageText(desk, to)).length]).toEqual([to, count]);
  });

  it('tells of each case who, why, since when, what is missing, until when, and how it stands', async () => {
    await storeExampleCases(desk);
    await desk.aCase(20, {
      receivedAt: '2026-11-12T13:00:00.000Z',
      reasons: [{ code: 'low-confidence', text: 'A date.' }],
    });
    const page = await pageText(desk, '/');
    expect(page).toContain(`>${exampleReference}</a>`);
    expect(page).toContain('Dana R. Fontenot');
    expect(page).toContain('looks like one that a job requires');
    expect(page).toContain('and 2 other questions');
    expect(page).toContain('10 days old');
    expect(page).toContain('1.25 hours of ethics; a signature');
    expect(page).toContain('Dec 31, 2026');
    expect(page).toContain('39 days left');
    expect(page).toContain('Needs a person');
  });

  it('says in one sentence why the order is as it is', async () => {
    await desk.aCase(1);
    expect(await pageText(desk, '/')).toContain('Why this order: Nearest deadline first');
  });

  it('puts what is due first before what has time, and what has waited long before both', async () => {
    const receivedAt = '2026-11-22T12:00:00.000Z';
    await desk.aCase(1, { due: '2027-12-31', receivedAt });
    await desk.aCase(2, { due: '2026-11-24', receivedAt });
    await desk.aCase(3, { due: '2027-12-31', receivedAt: '2026-10-20T12:00:00.000Z' });
    expect(referencesOn(await pageText(desk, '/'))).toEqual(['LA-2026-000003', 'LA-2026-000002', 'LA-2026-000001']);
  });

  it('says that the clock stands still for what waits for its sender', async () => {
    await desk.aCase(1, { outcome: 'needs-sender' });
    expect(await pageText(desk, '/?view=waiting-for-sender')).toContain('the clock stands still');
  });

  it('shows a decision that waits for a second person once: in that list, with who proposed it, and nowhere else', async () => {
    await desk.aCase(1);
    await desk.propose(1);
    expect(referencesOn(await pageText(desk, '/'))).toEqual([]);
    const page = await pageText(desk, '/?view=second-person');
    expect(referencesOn(page)).toEqual(['LA-2026-000001']);
    expect(page).toContain('Ann Authement');
  });

  it('shows an accepted case that somebody decides about anew among what is waiting, and counts it there', async () => {
    await desk.aCase(1, { outcome: 'accepted' });
    await desk.propose(1);
    expect(referencesOn(await pageText(desk, '/?view=second-person'))).toHaveLength(1);
    const accepted = await pageText(desk, '/?view=accepted');
    expect([
      referencesOn(accepted).length,
      countsOn(accepted).find(({ to }) => to === '/?view=accepted')?.count,
    ]).toEqual([0, 0]);
  });

  it('says who has a case, alike in the whole list and in the list of those held by others', async () => {
    await desk.aCase(1);
    await desk.hold(1);
    const words = /with <bdi>Ann Authement<\/bdi> until 8:15\sAM/;
    expect(await pageText(desk, '/')).toMatch(words);
    expect(await pageText(desk, '/?held=others')).toMatch(words);
    expect(referencesOn(await pageText(desk, '/?held=nobody'))).toEqual([]);
  });

  it('has a case that somebody left lie free again when their time is over', async () => {
    await desk.aCase(1);
    await desk.hold(1, ann, '2026-11-22T13:00:00.000Z');
    expect(referencesOn(await pageText(desk, '/?held=nobody'))).toEqual(['LA-2026-000001']);
  });

  it('B234: shows 25 cases a page and leads from page to page to the last one, in every list', async () => {
    for (let number = 1; number <= 30; number += 1) await desk.aCase(number);
    for (let number = 31; number <= 60; number += 1) await desk.aCase(number, { outcome: 'accepted' });
    for (const address of ['/', '/?view=accepted']) {
      const first = await pageText(desk, address);
      expect(referencesOn(first)).toHaveLength(25);
      const next = /rel="next" href="([^"]+)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? '';
      const second = await pageText(desk, next);
      expect(new Set([...referencesOn(first), ...referencesOn(second)]).size).toBe(30);
    }
  });

  it('says how many stored cases cannot be read, and shows the others', async () => {
    await desk.aCase(1);
    const index1 = { pk: 'SHELF#NEEDS-PERSON', sk: '2026-11-21T00:00:00.000Z#sub_broken' };
    await desk.records.write([
      { put: { pk: 'SUB#broken', sk: 'QUEUE-LINE', body: { old: true }, index1 }, expect: 'any' },
    ]);
    const page = await pageText(desk, '/');
    expect(page).toContain('1 stored cases could not be read');
    expect(referencesOn(page)).toHaveLength(1);
  });

  it.each(['/?view=%3Cscript%3E', '/?after=x', '/?view=accepted&after=eyJ4IjoxfQ', '/?year=20261', '/?reason=hunger'])(
    'answers an odd question with the nearest list that is there: %s',
    async (address) => {
      await desk.aCase(1);
      await desk.aCase(2, { outcome: 'accepted' });
      const answer = await desk.app.request(address);
      expect(answer.status).toBe(200);
      expect(referencesOn(await answer.text())).toHaveLength(1);
    },
  );
});

describe('filters', () => {
  beforeEach(async () => {
    await desk.aCase(1, { reasons: [{ code: 'low-confidence', text: 'A date.' }] });
    await desk.aCase(2, { reasons: [{ code: 'identity-unknown', text: 'Who?' }], due: '2026-11-10' });
  });

  it.each([
    ['reason=low-confidence', ['LA-2026-000001']],
    ['reason=illegible', []],
    ['late=yes', ['LA-2026-000002']],
    ['medium=ocr&kind=certificate', ['LA-2026-000002', 'LA-2026-000001']],
    ['medium=form-fields', []],
    ['year=2026&reason=identity-unknown', ['LA-2026-000002']],
    ['year=2025', []],
  ])('narrow the list and its count: %s', async (query, references) => {
    const page = await pageText(desk, `/?${query}`);
    expect(referencesOn(page).toSorted()).toEqual(references.toSorted());
    expect(countsOn(page)[0]?.count).toBe(references.length);
  });

  it('stay chosen from list to list, and are offered by what there is', async () => {
    const page = await pageText(desk, '/?reason=low-confidence');
    expect(page).toContain('<option value="low-confidence" selected>Low confidence</option>');
    expect(page).toContain('href="/?view=second-person&amp;reason=low-confidence"');
    expect(page).not.toContain('value="illegible"');
  });
});
