import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeProposeDisposal } from '#functions/retention/propose-disposal.ts';
import { listDisposals, listHolds } from '#shared/records/retention-records.ts';
import { entryWrite } from '#shared/records/submission-records.ts';
import { storeCase } from '#test/builders/a-stored-case.ts';
import { aSubmission } from '#test/builders/a-submission.ts';
import { type Desk, openDesk, pageText } from './desk.ts';

const retention = { 'raw-mail': { years: 3 }, documents: null, readings: null, pictures: null, 'ordered-away': null };
const reference = 'LA-2026-000001';
let desk: Desk;
beforeEach(async () => {
  desk = openDesk(await mkdtemp(join(tmpdir(), 'desk-')), { retention });
  const submission = aSubmission({ number: 1, reference, receivedAt: '2026-11-30T15:00:00.000Z' });
  await storeCase(desk.records, { submission });
  await desk.records.write([entryWrite(submission)]).catch(() => undefined);
});

const propose = () => makeProposeDisposal({ ...desk.deps, clock: { now: () => '2030-01-02T10:00:00.000Z' } })();
const wordsOf = (text: string) => text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const states = async () => (await listDisposals(desk.records)).map(({ disposal }) => disposal.state);

describe('the page of what is kept how long', () => {
  it('says each period, that unset ones keep, and that nothing was destroyed yet', async () => {
    const text = wordsOf(await (await desk.as('auditor').request('/retention')).text());
    expect(text).toContain('Mails as they came 3 years');
    expect(text).toContain('Papers that came with them no period is set: kept');
    expect(text).toContain('Nothing was proposed yet');
    expect(text).not.toContain('Hold this case');
  });

  it('holds a case with a reason, and lifts it', async () => {
    const supervisor = desk.as('supervisor');
    expect((await supervisor.post('/retention', { do: 'hold', reference, reason: '' })).status).toBe(422);
    expect((await supervisor.post('/retention', { do: 'hold', reference: 'LA-2026-NOBODY', reason: 'x' })).status).toBe(
      422,
    );
    expect(
      (await supervisor.post('/retention', { do: 'hold', reference: reference.toLowerCase(), reason: 'A suit <b>' }))
        .status,
    ).toBe(303);
    expect(await pageText({ app: supervisor }, '/retention')).toContain('A suit &lt;b&gt;');
    expect((await supervisor.post('/retention', { do: 'lift', reference, reason: 'It is over.' })).status).toBe(303);
    expect((await listHolds(desk.records))[0]?.hold).toMatchObject({
      lifted: { by: supervisor.staff.staffId, reason: 'It is over.' },
    });
  });

  it('has two people agree to a list, of whom the first is not the second', async () => {
    await propose();
    const [{ disposal } = { disposal: null }] = await listDisposals(desk.records);
    const one = desk.as('supervisor');
    const yes = { do: 'approve', disposal: disposal?.disposalId ?? '' };
    expect((await one.post('/retention', yes)).status).toBe(303);
    const again = await one.post('/retention', yes);
    expect([again.status, await states()]).toEqual([422, ['approved']]);
    expect(await again.text()).toContain('second, other person');
    expect((await desk.as('supervisor', 'reviewer').post('/retention', yes)).status).toBe(303);
    expect(await states()).toEqual(['agreed']);
    expect(wordsOf(await pageText({ app: one }, '/retention'))).toContain(
      'Agreed by two people: destroyed in the coming night',
    );
  });

  it('lets one person refuse a list, and an auditor only look', async () => {
    await propose();
    const [{ disposal } = { disposal: null }] = await listDisposals(desk.records);
    const no = { do: 'refuse', disposal: disposal?.disposalId ?? '' };
    expect((await desk.as('auditor').post('/retention', no)).status).toBe(403);
    expect((await desk.as('supervisor').post('/retention', no)).status).toBe(303);
    expect(await states()).toEqual(['refused']);
  });
});
