import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { findPeople } from '#functions/console/people/find-people.ts';
import { listPersonHistory } from '#shared/records/person-history-records.ts';
import { putSpecialist } from '#shared/records/roster-records.ts';
import { aSpecialist } from '#test/builders/a-person.ts';
import { type Desk, pageText } from './desk.ts';
import { openPeopleDesk, storeDana } from './people-desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = openPeopleDesk(await mkdtemp(join(tmpdir(), 'desk-')));
  await storeDana(desk);
});
const found = async (typed: string) =>
  (await findPeople(desk.records, typed)).people.map(({ specialistId }) => specialistId);

describe('finding a person', () => {
  beforeEach(async () => {
    for (const [at, legalName] of ["Zoë D'Aquin", 'Dana Fonseca', 'Mary-Ann O’Neal', 'Nguyễn Anh'].entries())
      await putSpecialist(
        desk.records,
        aSpecialist({ specialistId: `RPSS-10${at}`, legalName, email: `p${at}@example.org` }),
      );
  });

  it.each([
    ['the beginning of a last name', 'fonte', ['RPSS-0042']],
    ['two beginnings in any order', 'fon dan', ['RPSS-101', 'RPSS-0042']],
    ['an earlier name', 'Robichaux', ['RPSS-0042']],
    ['a name without its marks', 'zoe daquin', ['RPSS-100']],
    ['a name with its marks', 'Nguyễn', ['RPSS-103']],
    ['an address in any case', 'Dana.Fontenot@EXAMPLE.org', ['RPSS-0042']],
    ['the beginning of an address', 'p2@', ['RPSS-102']],
    ['an id', 'rpss-0042', ['RPSS-0042']],
    ['the beginning of an id', 'RPSS-10', ['RPSS-100', 'RPSS-101', 'RPSS-102', 'RPSS-103']],
    ['the reference of a case', 'la-2026-000007', ['RPSS-0042']],
    ['a name that nobody bears', 'Dana Fontenot Smith', []],
    ['a single letter', 'D', []],
    ['signs of a search language', "%' OR 1=1 --", []],
  ])('works by %s', async (_by, typed, ids) => {
    expect(await found(typed)).toEqual(ids);
  });

  it('no longer finds somebody by an address that was changed', async () => {
    await putSpecialist(desk.records, aSpecialist({ email: 'new@example.org' }));
    expect(await found('dana.fontenot@')).toEqual([]);
    expect(await found('new@')).toEqual(['RPSS-0042']);
  });

  it('says when more people fit than are shown', async () => {
    for (let at = 0; at < 60; at += 1)
      await putSpecialist(
        desk.records,
        aSpecialist({ specialistId: `X-${at}`, legalName: `Pat Landry${at}`, email: null }),
      );
    expect(await pageText(desk, `/people${desk.app.sealed('landry')}`)).toContain('More people fit than are shown');
    expect(await found('landry pat')).toHaveLength(50);
  });

  it('leads through the roster page by page', async () => {
    for (let at = 0; at < 60; at += 1)
      await putSpecialist(
        desk.records,
        aSpecialist({ specialistId: `A-${String(at).padStart(2, '0')}`, legalName: 'Bo Lee', email: null }),
      );
    expect(await pageText(desk, '/people')).toContain('/people?from=A-50');
    const second = await pageText(desk, '/people?from=A-50');
    expect([second.includes('/people/A-50'), second.includes('/people/A-49'), second.includes('rel="next"')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('the page of a person', () => {
  it('shows each year with its standing, credits, what is missing, the rule in words, papers and letters', async () => {
    const page = await pageText(desk, '/people/RPSS-0042');
    for (const words of [
      'Dana R. Fontenot',
      'In progress',
      '1.25 hours of ethics',
      'You have 1.75 ethics hours. You need 3.',
      'href="/rules/continuing-education/ethics-hours"',
      'href="/cases/LA-2026-000007#document-1"',
      'href="/cases/LA-2026-000007#answer"',
      'LA-2026-000005',
      'Report due by December 31, 2026.',
      'The one rule that applies is met.',
    ])
      expect(page).toContain(words);
    const anchors = Array.from(page.matchAll(/href="#([^"]+)"/g), ([, anchor]) => anchor ?? '');
    expect(anchors.filter((anchor) => !page.includes(`id="${anchor}"`))).toEqual([]);
  });

  it('answers whether the person was active on a day, and says what is not published', async () => {
    const page = await pageText(desk, '/people/RPSS-0042?on=2026-06-01');
    expect(page).toContain('Jun 1, 2026:');
    expect(page).toContain('The report for 2025 was the last one due before that day, and it is met.');
    expect(page).toContain('The programme has not published a grace period');
    expect(await pageText(desk, '/people/RPSS-0042?on=2026-02-30')).toContain('is not a day that can be answered');
    expect(await pageText(desk, '/people/RPSS-0042?on=2026-11-23')).toContain('is not over');
  });

  it('is written down once in a session, and what happened is shown to a supervisor', async () => {
    await pageText(desk, '/people/RPSS-0042');
    await pageText(desk, '/people/RPSS-0042');
    const history = await listPersonHistory(desk.records, 'RPSS-0042');
    expect(history.map(({ action, who }) => [action, who])).toEqual([['opened-person', desk.app.staff.staffId]]);
    const page = await (await desk.as('supervisor').request('/people/RPSS-0042')).text();
    expect(page).toContain('Looked at the page of a person');
    expect(await pageText(desk, '/people/RPSS-0042')).not.toContain('Looked at the page of a person');
  });

  it('is not there for somebody who is not on the roster', async () => {
    expect((await desk.app.request('/people/RPSS-9999')).status).toBe(404);
    expect((await desk.app.request(`/people/${encodeURIComponent('../x#y')}`)).status).toBe(404);
  });

  it('shows hostile names as text', async () => {
    const legalName = '<img src=x onerror=alert(1)> \u202eevil';
    await putSpecialist(
      desk.records,
      aSpecialist({ specialistId: 'RPSS-666', legalName, employer: '"><script>1</script>' }),
    );
    for (const address of ['/people/RPSS-666', `/people${desk.app.sealed('RPSS-666')}`]) {
      const page = await pageText(desk, address);
      expect(page).not.toMatch(/<img src=x|<script>1|\u202e/);
    }
  });
});
