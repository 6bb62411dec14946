import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { listAtDesk } from '#shared/records/history-records.ts';
import { storeCase } from '#test/builders/a-stored-case.ts';
import { aSubmission } from '#test/builders/a-submission.ts';
import { type Desk, openDesk, pageText } from './desk.ts';

const reference = 'LA-2026-000009';
const scan = {
  result: 'threat' as const,
  by: 'ClamAV 1.4.6',
  at: '2026-11-22T13:00:00.000Z',
  name: 'Heuristics.Wrong',
};
let desk: Desk;
beforeEach(async () => {
  desk = openDesk(await mkdtemp(join(tmpdir(), 'desk-')));
  const reasons = [{ code: 'unsafe-file' as const, text: 'The scanner found malicious software in the e-mail.' }];
  const submission = aSubmission({ number: 9, reference, outcome: 'quarantined', reasons, scan });
  await storeCase(desk.records, { submission });
});

const wordsOf = (text: string) => text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

it('looking at the list of what is quarantined is written down, each time', async () => {
  const security = desk.as('security');
  await security.request('/quarantine');
  await security.request('/quarantine');
  const looked = (await listAtDesk(desk.records, '2026-11', 20)).filter((one) => one.action === 'quarantine-looked-at');
  expect(looked.map(({ who }) => who)).toEqual([security.staff.staffId, security.staff.staffId]);
});

it('one of security asks with a reason, another agrees; nobody else may, and the page says who said what', async () => {
  const [one, other] = [desk.as('security'), desk.as('security', 'admin')];
  const ask = { do: 'release', reference, reason: 'A form <b>, looked at apart.' };
  expect((await desk.as('supervisor').post('/quarantine', ask)).status).toBe(403);
  expect((await one.post('/quarantine', { ...ask, reason: '' })).status).toBe(422);
  expect((await one.post('/quarantine', { reference })).status).toBe(422);
  expect((await one.post('/quarantine', ask)).status).toBe(303);
  const page = wordsOf(await pageText({ app: one }, '/quarantine'));
  expect(page).toContain('asked to release it, to be read like any other mail: A form &lt;b&gt;, looked at apart.');
  expect(page).toContain('You asked for it. A second, other person has to agree.');
  expect((await one.post('/quarantine', { do: 'agree', reference })).status).toBe(422);
  expect((await other.post('/quarantine', { do: 'agree', reference })).status).toBe(303);
  const after = wordsOf(await pageText({ app: one }, '/quarantine'));
  expect(after).toContain('it was released.');
  expect(after).not.toContain('Ask to release it');
});

it('what was given up by two is no longer handed out there', async () => {
  await desk.as('security').post('/quarantine', { do: 'destroy', reference, reason: 'Nobody needs it.' });
  await desk.as('security', 'admin').post('/quarantine', { do: 'agree', reference });
  const page = await pageText({ app: desk.as('security') }, '/quarantine');
  expect(page).toContain('it is destroyed in the night after');
  expect(page).not.toContain(`/originals/${reference}`);
});
