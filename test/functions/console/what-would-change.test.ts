import { describe, expect, it } from 'vitest';
import { pageText } from './desk.ts';
import { ethics, fourHours, officePages, openRulesDesk, rewritten, storePerson } from './rules-desk.ts';

const address = '/rules/what-would-change';
const plain = (page: string) => page.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

describe('the page "What would change?"', () => {
  it('says who changes, by name, from what to what and why, and leads to the case', async () => {
    const desk = await openRulesDesk(officePages, { 'four-hours': fourHours });
    await storePerson(desk, officePages, { number: 1, name: 'Dana Fontenot', ethicsHours: 300 });
    await storePerson(desk, officePages, { number: 2, name: 'Marcus Guidry', ethicsHours: 500 });
    const page = await pageText(desk, address);
    const words = plain(page);
    expect(words).toContain('2 judged 1 change 1 stay as they are 0 cannot be told');
    expect(words).toContain('Dana Fontenot RPSS-0001 LA-2026-000001 LA-CE-02 ✓ Met → becomes ! Not met');
    expect(words).toContain('You have 3 of 4 hours in ethics so far.');
    expect(words).not.toContain('Marcus Guidry');
    expect(page).toContain('href="/cases/LA-2026-000001"');
  });

  it('puts what is written otherwise side by side, and lists the examples that come out otherwise', async () => {
    const desk = await openRulesDesk(officePages, { 'four-hours': fourHours });
    const page = await pageText(desk, address);
    expect(page).toMatch(/<del>from: 2024; needed hours: 3; [^<]+<\/del>/);
    expect(page).toMatch(/<ins>from: 2024; needed hours: 4; [^<]+<\/ins>/);
    expect(plain(page)).toContain('exactly three is enough (2026) LA-CE-02 ✓ Met → becomes ! Not met');
    expect(plain(page)).toContain('Nobody’s year 2026 has been judged yet');
  });

  it('shows an amount that begins later only by the rules of that year, and says how to ask for it', async () => {
    const text = (officePages[ethics] ?? '').replace(/(\| 2024 \| 3 .*\n)/, '$1| 2027 | 4 | a made-up change |\n');
    const desk = await openRulesDesk(officePages, { later: { ...officePages, [ethics]: text } });
    await storePerson(desk, officePages, { number: 1, name: 'Dana Fontenot', ethicsHours: 300 });
    const page = await pageText(desk, address);
    expect(plain(page)).toContain('1 judged 0 change');
    const [, next = ''] = /href="([^"]*rules-of=2027)"/.exec(page) ?? [];
    expect(plain(await pageText(desk, next.replaceAll('&amp;', '&')))).toContain('1 judged 1 change');
  });

  it('when the proposed pages cannot be read says which line and what to write, and judges nobody', async () => {
    const slip = rewritten(ethics, 'ethics hours is at least', '<b>ethic</b> hours is at least');
    const desk = await openRulesDesk(officePages, { slip });
    await storePerson(desk, officePages, { number: 1, name: 'Dana Fontenot', ethicsHours: 300 });
    const page = await pageText(desk, address);
    expect(plain(page)).toContain('The proposed pages cannot be applied yet');
    expect(plain(page)).toMatch(/ethics-hours\.rule\.md , line \d+:/);
    expect(page).not.toContain('<b>');
    expect(plain(page)).not.toContain('1 judged');
    expect(plain(page)).not.toContain('Dana Fontenot');
  });

  it('where nothing is proposed says where it looks and how to begin', async () => {
    const words = plain(await pageText(await openRulesDesk(), address));
    expect(words).toContain('Nothing is proposed yet');
    expect(words).toContain('some/folder/four-hours');
    expect(words).toContain('--proposed-rules FOLDER');
  });

  it('lists a hundred people a page', async () => {
    const desk = await openRulesDesk(officePages, { 'four-hours': fourHours });
    for (let number = 1; number <= 101; number += 1)
      await storePerson(desk, officePages, { number, name: `Person ${number}`, ethicsHours: 300 });
    const [first, second] = [await pageText(desk, address), await pageText(desk, `${address}?page=2`)];
    expect(first.match(/scope="rowgroup"/g)).toHaveLength(100);
    expect(first).toContain('Page 1 of 2');
    expect(second.match(/scope="rowgroup"/g)).toHaveLength(1);
    expect(plain(second)).toContain('Person 101');
  });

  it('takes nothing from the address but what it offered', async () => {
    const desk = await openRulesDesk(officePages, { 'four-hours': fourHours });
    const odd = `${address}?with=../../etc&year=<script>&rules-of=9999&page=-1`;
    const answer = await desk.app.request(odd);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('<option value="four-hours" selected>');
  });

  it('tells names only to those who may open the cases: an auditor sees ids', async () => {
    const desk = await openRulesDesk(officePages, { 'four-hours': fourHours });
    await storePerson(desk, officePages, { number: 1, name: 'Dana Fontenot', ethicsHours: 300 });
    const page = await pageText({ app: desk.as('auditor') }, address);
    expect(plain(page)).toContain('RPSS-0001 LA-CE-02');
    expect(page).not.toContain('Dana Fontenot');
    expect(page).not.toContain('href="/cases/');
    expect((await desk.as('admin').request(address)).status).toBe(403);
    expect(await pageText({ app: desk.as('admin') }, '/rules')).not.toContain(address);
  });

  it('is led to from the rules', async () => {
    expect(await pageText(await openRulesDesk(), '/rules')).toContain(`href="${address}"`);
  });
});
