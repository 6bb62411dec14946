import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { runSweep } from '#infra/local/run-sweep.ts';
import { putSpecialist } from '#shared/records/roster-records.ts';
import { findStanding, standingWrite } from '#shared/records/standing-records.ts';
import { aSpecialist } from '#test/builders/a-person.ts';
import { aStanding } from '#test/builders/a-standing.ts';
import type { Desk } from './desk.ts';
import { openPeopleDesk, storeDana } from './people-desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = openPeopleDesk(await mkdtemp(join(tmpdir(), 'desk-')));
});

const sweep = async () => {
  const programme = desk.deps.programme.book?.programme;
  if (programme) await runSweep({ records: desk.records, clock: desk.deps.clock, programme });
};
const page = async (address: string) => (await desk.app.request(address)).text();
/** Marcus, of whom a report of last year is still missing. */
const storeLate = async () => {
  await putSpecialist(
    desk.records,
    aSpecialist({ specialistId: 'RPSS-0007', legalName: 'Marcus Guidry', email: null }),
  );
  const late = { specialistId: 'RPSS-0007', year: 2025, word: 'past-deadline-unresolved' as const, due: '2025-12-31' };
  await desk.records.write([standingWrite(aStanding(late), null)]);
};

describe('the page of the morning', () => {
  it('says that no night was swept, before there was one', async () => {
    expect(await page('/sweep')).toContain('No night was swept yet');
    expect(await page('/sweep/2026-11-22')).toContain('No sweep was about this day');
  });

  it('shows who is past the deadline, who lacks what by which rule, and how everybody stood', async () => {
    await storeDana(desk);
    await storeLate();
    await sweep();
    const text = await page('/sweep');
    expect(text).toContain('2 people on Nov 22, 2026');
    expect(text).toMatch(/href="\/people\/RPSS-0007"[^>]*>.{0,40}Marcus Guidry/);
    expect(text).toContain('How everybody stood');
    expect(text).not.toContain('Needs somebody');
    const late = await page('/sweep?of=past-deadline-unresolved');
    expect(late).toContain('Marcus Guidry');
    expect(late).not.toContain('Dana');
    const open = await page('/sweep?of=in-progress');
    expect(open).toContain('1.25 hours of ethics');
    expect(open).toContain('LA-CE-02');
  });

  it('lists all that a night changed, with the reasons, and what it cost', async () => {
    await storeDana(desk);
    await sweep();
    const text = await page('/sweep/2026-11-22');
    expect(text).toContain('Run 2026-11-22.01');
    expect(text).toMatch(/href="\/people\/RPSS-0042#year-2026"/);
    expect(text).toContain('judged for the first time');
    expect(text).toMatch(/\$0\.\d{4} \(\d+ read units, \d+ write units\)/);
  });

  it('pages through a long night, each change once', async () => {
    for (let number = 100; number < 220; number += 1)
      await putSpecialist(desk.records, aSpecialist({ specialistId: `RPSS-${number}`, email: null }));
    await sweep();
    const seen: string[] = [];
    let next: string | null = '/sweep/2026-11-22';
    while (next !== null) {
      const text: string = await page(next);
      seen.push(...Array.from(text.matchAll(/href="\/people\/(RPSS-\d+)#year-2026"/g), (match) => match[1] ?? ''));
      next = /rel="next" href="([^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? null;
    }
    expect(seen).toHaveLength(120);
    expect(new Set(seen).size).toBe(120);
  });

  it('says when the last night is missing', async () => {
    await sweep();
    desk = openPeopleDesk(await mkdtemp(join(tmpdir(), 'desk-')));
    const programme = desk.deps.programme.book?.programme;
    if (programme) await runSweep({ records: desk.records, clock: desk.deps.clock, programme }, '2026-11-20');
    expect(await page('/sweep')).toContain('was not swept yet');
  });
});

describe('a standing on the page of its person', () => {
  it('tells how it came about, night by night', async () => {
    await storeDana(desk);
    await sweep();
    const text = await page('/people/RPSS-0042');
    expect(text).toContain('How this standing came about');
    expect(text).toContain('href="/sweep/2026-11-22"');
  });

  it('is resolved by a supervisor with a reason; what hurts by two', async () => {
    await storeLate();
    await sweep();
    const [first, second] = [desk.as('supervisor'), desk.as('reviewer', 'supervisor')];
    const address = '/people/RPSS-0007/standings/2025';
    const version = String((await findStanding(desk.records, 'RPSS-0007', 2025))?.version);
    const form = { action: 'inactive', reason: 'No answer to three letters.', version, until: '' };
    expect(await page('/people/RPSS-0007')).not.toContain('Say what becomes of 2025');
    expect(await (await first.request('/people/RPSS-0007')).text()).toContain('Say what becomes of 2025');
    const refused = await first.post(address, { ...form, reason: ' ' });
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain('Say why.');
    expect((await first.post(address, form)).status).toBe(303);
    expect(await page('/sweep')).toContain('Waits for a second person');
    expect(await (await first.request('/people/RPSS-0007')).text()).not.toContain('I agree');
    expect((await first.post(`${address}/1/agree`)).status).toBe(409);
    expect(await (await second.request('/people/RPSS-0007')).text()).toContain('I agree');
    expect((await second.post(`${address}/1/agree`)).status).toBe(303);
    expect((await findStanding(desk.records, 'RPSS-0007', 2025))?.standing.word).toBe('inactive');
    expect(await page('/people/RPSS-0007')).toContain('No answer to three letters.');
  });

  it('is closed or given time at once, and no reviewer may', async () => {
    await storeLate();
    await sweep();
    const form = { action: 'extended', reason: 'In hospital.', version: '2', until: '2027-01-31' };
    expect((await desk.as('reviewer').post('/people/RPSS-0007/standings/2025', form)).status).toBe(403);
    expect((await desk.as('supervisor').post('/people/RPSS-0007/standings/2025', form)).status).toBe(303);
    expect(await page('/people/RPSS-0007')).toContain('More time');
    expect((await findStanding(desk.records, 'RPSS-0007', 2025))?.standing).toMatchObject({
      due: '2027-01-31',
      word: 'nothing-received',
    });
  });
});
