import { beforeEach, describe, expect, it } from 'vitest';
import { decisionWrite } from '#shared/records/decision-records.ts';
import { findLease } from '#shared/records/lease-records.ts';
import { reviewWrite } from '#shared/records/review-records.ts';
import { aDecision } from '#test/builders/a-decision.ts';
import { aJudgement } from '#test/builders/a-judgement.ts';
import { aMatchedPerson } from '#test/builders/a-person.ts';
import { storeCase } from '#test/builders/a-stored-case.ts';
import { aMail, aSubmission, submissionIdFor } from '#test/builders/a-submission.ts';
import { ann } from '#test/builders/staff.ts';
import { pageText } from './desk.ts';
import { openQueueDesk, type QueueDesk, referencesOn } from './queue-desk.ts';

const now = '2026-11-22T14:00:00.000Z';

let desk: QueueDesk;
beforeEach(async () => {
  desk = await openQueueDesk();
});

describe('saved lists', () => {
  it('are kept under a name, open the same list, and are gone when they are removed', async () => {
    await desk.app.post('/views', { name: 'Who is it?', filter: 'reason=identity-unknown&held=nobody' });
    const page = await pageText(desk, '/');
    expect(page).toMatch(/href="\/\?reason=identity-unknown&(amp;)?held=nobody"[^>]*><bdi>Who is it\?/);
    await desk.app.post('/views/remove', { name: 'Who is it?', filter: '' });
    expect(await pageText(desk, '/')).not.toContain('Who is it?');
  });

  it('are each person’s own', async () => {
    await desk.app.post('/views', { name: 'Mine', filter: 'late=yes' });
    expect(await (await desk.as('supervisor').request('/')).text()).not.toContain('>Mine<');
  });

  it('hold an address of the queue and nothing else', async () => {
    const answer = await desk.app.post('/views', { name: 'x', filter: 'view=settling&to=//evil.example&x=<b>' });
    expect(answer.headers.get('location')).toBe('/?view=settling');
    expect(await pageText(desk, '/')).not.toContain('evil');
  });

  it('without a name is kept nowhere', async () => {
    await desk.app.post('/views', { name: '  ', filter: 'late=yes' });
    expect(await pageText(desk, '/')).toMatch(/Saved lists\s*<span class="desk-count">0</);
  });
});

describe('"take the next case"', () => {
  const next = async (filter = '') => (await desk.app.post('/next', { filter })).headers.get('location');

  it('takes the first of the list that nobody has, and opens it', async () => {
    await desk.aCase(1, { due: '2026-11-23' });
    await desk.aCase(2, { due: '2026-11-28' });
    await desk.aCase(3, { due: '2026-12-20' });
    await desk.hold(1);
    expect(await next()).toBe('/cases/LA-2026-000002');
    expect((await findLease(desk.records, submissionIdFor(2)))?.lease.by).toBe(desk.me);
  });

  it('takes another one when it is asked for again', async () => {
    await desk.aCase(1);
    await desk.aCase(2);
    expect(new Set([await next(), await next()]).size).toBe(2);
  });

  it('takes first what came back to whoever asks, then what is due first', async () => {
    await desk.aCase(1, { due: '2026-11-28' });
    const reference = await desk.aCase(2, { due: '2026-12-20' });
    const task = { submissionId: submissionIdFor(2), reference, openedAt: now, reasons: [], state: 'open' as const };
    await desk.records.write([reviewWrite({ ...task, suggestedTo: desk.me })]);
    await desk.aCase(3, { due: '2026-11-23' });
    const others = { ...task, submissionId: submissionIdFor(1), reference: 'LA-2026-000001', suggestedTo: ann };
    await desk.records.write([reviewWrite(others)]);
    expect([await next(), await next(), await next()]).toEqual([
      '/cases/LA-2026-000002',
      '/cases/LA-2026-000003',
      '/cases/LA-2026-000001',
    ]);
  });

  it('keeps to the filter that is on', async () => {
    await desk.aCase(1, { due: '2026-11-23' });
    await desk.aCase(2, { reasons: [{ code: 'identity-unknown', text: 'Who?' }] });
    expect(await next('reason=identity-unknown')).toBe('/cases/LA-2026-000002');
    expect(await next('reason=identity-unknown')).toBe('/?reason=identity-unknown&next=none');
  });

  it('says so when there is none left', async () => {
    await desk.aCase(1);
    await desk.hold(1);
    const back = await next();
    expect(await pageText(desk, back ?? '')).toContain('Every case of this list is with somebody');
  });

  it('gives nobody their own proposal to look at a second time', async () => {
    await desk.aCase(1);
    await desk.aCase(2);
    await desk.propose(1, desk.me);
    await desk.propose(2);
    expect(await next('view=second-person')).toBe('/cases/LA-2026-000002');
    expect(await next('view=second-person')).toBe('/?view=second-person&next=none');
  });

  it('takes nothing of what waits for its sender or is accepted', async () => {
    await desk.aCase(1, { outcome: 'needs-sender' });
    await desk.aCase(2, { outcome: 'accepted' });
    for (const view of ['waiting-for-sender', 'accepted', 'all'])
      expect(await next(`view=${view}`)).toBe(`/?view=${view}&next=none`);
  });
});

describe('finding a case', () => {
  const found = async (typed: string) => referencesOn(await pageText(desk, `/search${desk.app.sealed(typed)}`));

  it('opens the case whose whole reference was typed, in small letters too', async () => {
    const reference = await desk.aCase(1);
    const answer = await desk.app.post('/search', { q: reference.toLowerCase() });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/cases/${reference}`]);
  });

  it('finds by sender, whatever the case and wherever the mail lies', async () => {
    const mail = aMail({ from: 'Marie.Hebert@Example.org' });
    await desk.aCase(1, { mail });
    await desk.aCase(2, { mail, outcome: 'accepted' });
    await desk.aCase(3);
    expect((await found('marie.hebert@example.ORG')).toSorted()).toEqual(['LA-2026-000001', 'LA-2026-000002']);
  });

  it('finds by a part of a name, without its accents, and by a part of the reference', async () => {
    const judgement = aJudgement({ people: [aMatchedPerson({ name: 'Renée D’Aquin' })] });
    await storeCase(desk.records, { submission: aSubmission({ number: 5, outcome: 'needs-review' }), judgement });
    await desk.aCase(6);
    expect(await found('renee')).toEqual(['LA-2026-000005']);
    expect(await found("d'aq ren")).toEqual(['LA-2026-000005']);
    expect(await found('000006')).toEqual(['LA-2026-000006']);
  });

  it('finds nothing for nothing, and says what may be typed', async () => {
    await desk.aCase(1);
    expect(await found('x')).toEqual([]);
    expect(await pageText(desk, `/search${desk.app.sealed('nobody here')}`)).toContain('No case fits');
  });
});

describe('what I decided', () => {
  it('is listed newest first, whatever became of it, and what others decided is not', async () => {
    await desk.aCase(1, { outcome: 'accepted' });
    await desk.aCase(2);
    const mine = { by: desk.me };
    await desk.records.write([
      decisionWrite(aDecision({ ...mine, submissionId: submissionIdFor(1), state: 'in-effect', settledAt: now }), null),
      decisionWrite(
        aDecision({ ...mine, submissionId: submissionIdFor(2), at: '2026-11-21T16:00:00.000Z', state: 'undone' }),
        null,
      ),
      decisionWrite(aDecision({ submissionId: submissionIdFor(2), number: 2 }), null),
    ]);
    const page = await pageText(desk, '/decided');
    expect(referencesOn(page)).toEqual(['LA-2026-000002', 'LA-2026-000001']);
    expect(page).toContain('Taken back');
  });
});
