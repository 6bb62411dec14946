import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { identityChangeWrite } from '#shared/records/identity-change-records.ts';
import { findSpecialist } from '#shared/records/roster-records.ts';
import { aConfirmedChange, anIdentityChange } from '#test/builders/an-identity-change.ts';
import { type Desk, pageText } from './desk.ts';
import { openPeopleDesk, storeDana } from './people-desk.ts';

const change = anIdentityChange();
const confirmed = aConfirmedChange();
const page = '/people/RPSS-0042';
const form = `${page}/changes/${change.changeId}`;
let desk: Desk;
beforeEach(async () => {
  desk = openPeopleDesk(await mkdtemp(join(tmpdir(), 'desk-')));
  await storeDana(desk);
});
const textAt = async (address: string) => (await pageText(desk, address)).replace(/<[^>]+>/g, '').replace(/\s+/g, ' ');
const shown = () => textAt(page);

it('a wish stands on the page of the person and on the list of people, with who has to do what', async () => {
  await desk.records.write([identityChangeWrite(change, null)]);

  expect(await shown()).toContain('E-mail: dana.fontenot@example.org → dana.new@elsewhere.example');
  expect(await shown()).toContain('Nobody has been asked');
  expect(await textAt('/people')).toContain('RPSS-0042: nobody has been asked');
});

it('somebody asks, and cannot agree by themselves; the page says what became of it', async () => {
  await desk.records.write([identityChangeWrite(change, null)]);
  const asked = await desk.app.post(form, { do: 'ask' });

  expect(asked.headers.get('location')).toContain('said=identity-asked');
  expect(await shown()).toContain('Waits for an answer from the address on file');
  expect((await desk.app.post(form, { do: 'apply' })).headers.get('location')).toContain('said=identity-moved-on');
});

it('the second person agrees once the owner of the address confirmed it', async () => {
  await desk.records.write([identityChangeWrite(confirmed, null)]);
  expect(await shown()).toContain('I agree: change the roster');
  const agreed = await desk.as('reviewer').post(form, { do: 'apply' });

  expect(agreed.headers.get('location')).toContain('said=identity-applied');
  expect((await findSpecialist(desk.records, 'RPSS-0042'))?.email).toBe(change.to);
});

it('a refusal wants a reason, and what is no wish is not found', async () => {
  await desk.records.write([identityChangeWrite(confirmed, null)]);
  expect((await desk.app.post(form, { do: 'refuse', why: '' })).headers.get('location')).toContain('no-reason');
  expect((await desk.app.post(form, { do: 'refuse', why: 'not theirs' })).headers.get('location')).toContain('refused');
  expect(await shown()).toContain('not theirs');
});
