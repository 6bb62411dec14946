import { afterEach, describe, expect, test } from 'vitest';
import { aDecidingDesk } from '#test/builders/a-deciding-desk.ts';
import { countedIn } from '#test/builders/a-desk-of-mails.ts';
import { aField } from '#test/builders/a-document.ts';
import { certificate, core, ethics, report, row } from '#test/builders/a-judged-mail.ts';
import { submissionIdFor } from '#test/builders/a-submission.ts';
import { ben } from '#test/builders/staff.ts';

const form = report([row(ethics), row(core)]);

let desk: Awaited<ReturnType<typeof aDecidingDesk>>;
afterEach(() => desk.close());

/** What a person says of a mail, agreed to by a second one, since it takes away what counted, and carried out. */
async function said(number: number, changes: unknown[]): Promise<void> {
  await desk.claim(number);
  expect(await desk.say(number, changes)).toMatchObject({ answer: 'done' });
  const proposed = { answer: 'done', decision: { needsSecond: 'adverse' } };
  expect(await desk.decide(number, { action: 'ask-sender' })).toMatchObject(proposed);
  await desk.second().confirm({ submissionId: submissionIdFor(number), number: 1, who: ben });
  await desk.idle();
}

describe('a certificate of last year that comes in January and is counted there', () => {
  test.each([
    ['is no certificate', { what: 'kind', document: 0, kind: 'other' }],
    ['counts for nobody', { what: 'person', document: 0, specialistId: null, name: null }],
    ['is of the year before', { what: 'field', document: 0, field: 'completedOn', value: '2025-06-10' }],
  ])('leaves that year when a person says that it %s', async (_what, change) => {
    desk = await aDecidingDesk();
    await desk.take(1, { documents: [form, certificate(ethics)] });
    await desk.waiting(2, { documents: [certificate(core)], receivedAt: '2027-01-05T15:00:00.000Z' });
    expect(countedIn((await desk.ledger())?.credits)).toBe(2);
    await said(2, [change]);
    const ledger = await desk.ledger();
    expect(countedIn(ledger?.credits)).toBe(1);
    expect(ledger?.submissions).toEqual([submissionIdFor(1)]);
  });
});

test('a mail whose form is about another year stands in the ledger of that year only', async () => {
  desk = await aDecidingDesk();
  const misprinted = certificate(core, { hours: aField('6') });
  await desk.waiting(1, { documents: [form, certificate(ethics), misprinted] });
  await said(1, [{ what: 'field', document: 0, field: 'reportingYear', value: '2025' }]);
  expect((await desk.ledger(2025))?.submissions).toEqual([submissionIdFor(1)]);
  expect(await desk.ledger(2026)).toMatchObject({ submissions: [], credits: [] });
});
