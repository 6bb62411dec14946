import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { listLettersOf } from '#shared/records/letter-records.ts';
import { mailStopWrite } from '#shared/records/mail-stop-records.ts';
import { putSpecialist } from '#shared/records/roster-records.ts';
import { findStanding, standingWrite } from '#shared/records/standing-records.ts';
import { aSpecialist } from '#test/builders/a-person.ts';
import { aStanding } from '#test/builders/a-standing.ts';
import type { Desk } from './desk.ts';
import { openPeopleDesk } from './people-desk.ts';

const id = 'RPSS-0007';
const address = `/people/${id}/standings/2025`;
let desk: Desk;
beforeEach(async () => {
  desk = openPeopleDesk(await mkdtemp(join(tmpdir(), 'desk-')));
  await putSpecialist(desk.records, aSpecialist({ specialistId: id, legalName: 'Marcus Guidry' }));
  const late = { specialistId: id, year: 2025, word: 'past-deadline-unresolved' as const, due: '2025-12-31' };
  await desk.records.write([standingWrite(aStanding(late), null)]);
});
const form = async (own: Record<string, string> = {}) => ({
  action: 'closed',
  reason: 'Was ill.',
  until: '',
  version: String((await findStanding(desk.records, id, 2025))?.version),
  ...own,
});
const pageOf = async (who: ReturnType<Desk['as']>) => (await who.request(`/people/${id}`)).text();

describe('the letter to a person on the page that says what becomes of a period', () => {
  it('is written into the form in the words of the office, with all that was typed, and nothing is decided', async () => {
    const supervisor = desk.as('supervisor');
    const answer = await supervisor.post(`${address}/letter`, await form({ reason: 'Was ill "for long".' }));
    expect(answer.status).toBe(200);
    const text = await answer.text();
    expect(text).toContain('value="Your report for 2025 is closed"');
    expect(text).toContain('You do not have to send more papers for it.');
    expect(text).toContain('Was ill &quot;for long&quot;.');
    expect(text).toMatch(/value="closed" required checked/);
    expect((await findStanding(desk.records, id, 2025))?.standing.resolved).toBeNull();
  });

  it.each([
    [{ action: '' }, 'The programme has no words'],
    [{ action: 'extended' }, 'Give the new last day first'],
  ])('has no words yet for %j', async (own, says) => {
    const answer = await desk.as('supervisor').post(`${address}/letter`, await form(own));
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain(says);
  });

  it('stays in the form when it is refused', async () => {
    const typed = { 'letter.subject': 'Your peer hours', 'letter.text': 'Hello, get well.' };
    const answer = await desk.as('supervisor').post(address, await form(typed));
    expect(answer.status).toBe(409);
    const text = await answer.text();
    expect(text).toContain('has no place in the subject');
    expect(text).toContain('Hello, get well.');
  });

  it('is read by the second person before they agree, and stands beside the decision with its state', async () => {
    const [first, second] = [desk.as('supervisor'), desk.as('reviewer', 'supervisor')];
    await first.post(address, await form({ action: 'inactive', 'letter.text': 'Hello, we looked twice.' }));
    expect(await pageOf(second)).toMatch(
      /Once a second person agrees, this letter goes out[\s\S]*Hello, we looked twice\./,
    );
    await second.post(`${address}/1/agree`);
    expect(await pageOf(second)).toMatch(/Letter to the person: [\s\S]*Hello, we looked twice\./);
    expect(await listLettersOf(desk.records, id)).toMatchObject([{ letter: { state: 'waiting' } }]);
  });

  it('that cannot go is said before and after', async () => {
    const stop = { specialistId: id, address: aSpecialist().email ?? '', cause: 'complained', status: '' } as const;
    const at = '2026-01-05T00:00:00.000Z';
    await desk.records.write([mailStopWrite({ ...stop, at, by: 'machine', over: null }, null)]);
    const supervisor = desk.as('supervisor');
    expect(await pageOf(supervisor)).toContain('No letter can go out: the address on the roster takes none.');
    await supervisor.post(address, await form());
    expect(await pageOf(supervisor)).toMatch(/takes no reminders\. Tell them another way\./);
  });

  it('that was left out says why', async () => {
    const supervisor = desk.as('supervisor');
    await supervisor.post(address, await form({ 'no-letter': 'yes', 'no-letter.why': 'We spoke on the phone.' }));
    expect(await pageOf(supervisor)).toMatch(/No letter to the person: <bdi>We spoke on the phone\./);
  });

  it('after something was taken back the page tells what holds now', async () => {
    const [first, second] = [desk.as('supervisor'), desk.as('reviewer', 'supervisor')];
    await first.post(address, await form());
    await first.post(address, await form({ action: 'lifted' }));
    expect(await pageOf(first)).not.toContain('What holds now');
    await second.post(`${address}/2/agree`);
    expect(await pageOf(first)).toMatch(/What holds now:[\s\S]*nothing that a person said of 2025/);
  });
});
