import { afterEach, describe, expect, it } from 'vitest';
import { noRulings } from '#shared/domain/ruling.ts';
import { listHistory } from '#shared/records/history-records.ts';
import { findQueueLine } from '#shared/records/queue-line-records.ts';
import { listReviews } from '#shared/records/review-records.ts';
import { aDecidingDesk } from '#test/builders/a-deciding-desk.ts';
import { countedIn } from '#test/builders/a-desk-of-mails.ts';
import { certificate, complete, core } from '#test/builders/a-judged-mail.ts';
import { submissionIdFor } from '#test/builders/a-submission.ts';
import { ann, ben, cleo } from '#test/builders/staff.ts';

const mail = submissionIdFor(1);
const because = 'The provider wrote that the certificate was not theirs.';

let desk: Awaited<ReturnType<typeof aDecidingDesk>>;
afterEach(() => desk.close());

async function accepted(): Promise<void> {
  desk = await aDecidingDesk();
  await desk.waiting(1, { documents: complete });
  await desk.claim(1);
  await desk.decide(1, {});
  await desk.idle();
  expect(await desk.submission(1)).toMatchObject({ outcome: 'accepted' });
}

describe('a decided case that a supervisor opens anew', () => {
  it('is in the queue with the reason; the old decision stays, and what counted counts on', async () => {
    await accepted();
    expect(await desk.openAnew(1, because)).toEqual({ answer: 'done' });
    expect(await desk.submission(1)).toMatchObject({ outcome: 'needs-review' });
    expect(await findQueueLine(desk.records, mail)).toMatchObject({ shelf: 'needs-person' });
    const [task] = await listReviews(desk.records, 'open');
    expect(task).toMatchObject({ state: 'open', suggestedTo: ann, reopenings: [{ by: cleo, because }] });
    expect(task?.pauses).toHaveLength(1);
    expect(await desk.decisions(1)).toMatchObject([{ action: 'accept', state: 'in-effect', by: ann }]);
    expect(countedIn((await desk.ledger())?.credits)).toBe(2);
    const audit = await listHistory(desk.records, mail);
    expect(audit).toContainEqual(expect.objectContaining({ action: 'reopened', who: cleo, codes: ['accepted'] }));
    expect(JSON.stringify(await desk.submission(1))).not.toContain('provider wrote');
  });

  it('is decided anew, and the newer decision holds', async () => {
    await accepted();
    await desk.openAnew(1, because);
    const credit = (await desk.ledger())?.credits.find(({ title }) => title === core.title);
    const { creditId = '', title = '' } = credit ?? {};
    const ruling = { creditId, title, counts: false, bucket: null, hours: null, code: null, reason: 'Not theirs.' };
    await desk.claim(1);
    await desk.decide(1, { action: 'ask-sender', rulings: { ...noRulings, credits: [ruling] } });
    await desk.second().confirm({ submissionId: mail, number: 2, who: ben });
    await desk.idle();
    expect(countedIn((await desk.ledger())?.credits)).toBe(1);
    expect((await desk.decisions(1)).map(({ action }) => action)).toEqual(['accept', 'ask-sender']);
  });

  it('that was not ours is ours again by the next decision, for later mails as well', async () => {
    desk = await aDecidingDesk();
    await desk.waiting(1, { documents: complete });
    await desk.claim(1);
    await desk.decide(1, { action: 'not-ours', reason: 'Wrong inbox.' });
    await desk.second().confirm({ submissionId: mail, number: 1, who: ben });
    await desk.idle();
    expect((await desk.ledger())?.credits).toEqual([]);
    await desk.openAnew(1, 'It was for us after all.');
    await desk.claim(1);
    expect(await desk.decide(1, {})).toMatchObject({ answer: 'done' });
    await desk.idle();
    const more = { ...certificate(core), sha256: '9'.repeat(64) };
    await desk.take(2, { documents: [more], receivedAt: '2026-12-05T15:00:00.000Z' });
    expect((await desk.ledger())?.submissions).toHaveLength(2);
    expect(countedIn((await desk.ledger())?.credits)).toBe(2);
  });

  it('may be one that the machine accepted alone', async () => {
    desk = await aDecidingDesk();
    await desk.take(1, { documents: complete });
    const { submissionId, runId } = (await desk.submission(1)) ?? {};
    await desk.steps.FileSubmission({ submissionId, runId });
    expect(await desk.openAnew(1, because)).toEqual({ answer: 'done' });
    expect(await desk.review(1)).toMatchObject({ state: 'open', reopenings: [{ by: cleo }] });
  });

  it('is not opened without a reason, while it is open, or while a decision is carried out', async () => {
    desk = await aDecidingDesk({ undoSeconds: 60 });
    await desk.waiting(1, { documents: complete });
    expect(await desk.openAnew(1, ' ')).toMatchObject({ answer: 'refused' });
    expect(await desk.openAnew(1, because)).toMatchObject({ why: expect.stringContaining('open already') });
    await desk.claim(1);
    await desk.decide(1, {});
    expect(await desk.openAnew(1, because)).toMatchObject({ why: expect.stringContaining('carried out') });
    expect(await desk.openAnew(2, because)).toEqual({ answer: 'no-such-case' });
  });
});
