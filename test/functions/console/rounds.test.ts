import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { programmeFacts } from '#functions/console/programme-facts.ts';
import { readProgrammePages } from '#shared/adapters/local/folder-programme.ts';
import { findStanding } from '#shared/records/standing-records.ts';
import { aPersonAtYearsEnd, yearClock } from '#test/functions/year-end/a-year.ts';
import { type Desk, openDesk } from './desk.ts';

const programme = programmeFacts(await readProgrammePages('shared/rules/programmes/louisiana-rpss'));
let desk: Desk;
beforeEach(async () => {
  desk = openDesk(await mkdtemp(join(tmpdir(), 'desk-')), { programme, clock: yearClock });
  for (const number of [1, 2, 3])
    await aPersonAtYearsEnd(desk.records, number, {
      word: 'past-deadline-unresolved',
      own: { employer: number === 2 ? 'Harbor House' : 'Bayou Health' },
    });
});
const answerOf = (address: string) => desk.as('supervisor').request(address);
const wayOf = async (address: string) => (await answerOf(address)).headers.get('location') ?? '';
const nextIn = (text: string) => /rel="next" href="([^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? null;

describe('people chosen from the list of a year', () => {
  it('are gone through one after another, in their order, each once, and back to the list as it was narrowed', async () => {
    const seen: string[] = [];
    let next: string | null = await wayOf('/years/2026/round?who=RPSS-0001&who=RPSS-0003&who=RPSS-0001&employer=bayou');
    let text = '';
    while (next !== null) {
      seen.push(next.replace(/\?.*/, ''));
      text = await (await answerOf(next.replace(/#.*/, ''))).text();
      next = nextIn(text);
    }
    expect(seen).toEqual(['/people/RPSS-0001', '/people/RPSS-0003']);
    expect(text).toContain('Person 2 of 2 chosen');
    expect(text).toContain('href="/years/2026?employer=bayou#past"');
  });

  it('may be all that the filter shows', async () => {
    const way = await wayOf('/years/2026/round?all=yes&employer=bayou');
    expect(new URL(way, 'http://desk').searchParams.getAll('who')).toEqual(['RPSS-0001', 'RPSS-0003']);
  });

  it('lead back to the list where nobody was chosen', async () => {
    expect(await wayOf('/years/2026/round?came=nothing')).toBe('/years/2026?came=nothing#past');
  });

  it('are kept while something is decided, refused, or drafted about one of them', async () => {
    const supervisor = desk.as('supervisor');
    const query = '?round=2026&came=nothing&who=RPSS-0001&who=RPSS-0002';
    const address = '/people/RPSS-0001/standings/2026';
    const page = await (await supervisor.request(`/people/RPSS-0001${query}`)).text();
    expect(page).toContain(`action="${address}${query.replaceAll('&', '&amp;')}"`);
    const version = String((await findStanding(desk.records, 'RPSS-0001', 2026))?.version);
    const form = { action: 'closed', until: '', version, reason: 'Was ill.' };
    const drafted = await (await supervisor.post(`${address}/letter${query}`, form)).text();
    expect(drafted).toContain('Person 1 of 2 chosen');
    const refused = await (await supervisor.post(`${address}${query}`, { ...form, reason: '' })).text();
    expect(nextIn(refused)).toContain('/people/RPSS-0002?');
    const done = await supervisor.post(`${address}${query}`, form);
    expect([done.status, done.headers.get('location')]).toEqual([303, `/people/RPSS-0001${query}#year-2026`]);
  });

  it('are chosen by who decides, not by who only looks', async () => {
    const list = async (role: 'supervisor' | 'auditor') => (await desk.as(role).request('/years/2026')).text();
    expect(await list('supervisor')).toContain('Go through those chosen');
    expect(await list('auditor')).not.toContain('type="checkbox"');
    expect((await desk.as('auditor').request('/years/2026/round?all=yes')).status).toBe(403);
  });

  it.each(['round=2026', 'who=RPSS-0001', 'round=x&who=RPSS-0001', 'round=99999&who=RPSS-0001'])(
    'are none in an address that ends with %s',
    async (query) => {
      const answer = await answerOf(`/people/RPSS-0001?${query}`);
      expect(answer.status).toBe(200);
      expect(await answer.text()).not.toContain('People chosen');
    },
  );
});
