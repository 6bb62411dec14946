import { beforeEach, describe, expect, it } from 'vitest';
import { replyCameText } from '#shared/domain/reply.ts';
import { listReplies, replyWrite } from '#shared/records/reply-records.ts';
import { findReview, findVersionedReview, reviewMove, reviewWrite } from '#shared/records/review-records.ts';
import { findSubmission } from '#shared/records/submission-records.ts';
import { aSubmission, submissionIdFor } from '#test/builders/a-submission.ts';
import { openQueueDesk, type QueueDesk } from './queue-desk.ts';

const mail = submissionIdFor(1);
const page = '/cases/LA-2026-000001';
const reply = { submissionId: submissionIdFor(2), reference: 'LA-2026-000002', at: '2026-11-21T14:00:00.000Z' };
const wordsOf = (text: string) => text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

let desk: QueueDesk;
/** A case that a stranger's mail brought back. */
beforeEach(async () => {
  desk = await openQueueDesk();
  const { records } = desk;
  const reasons = [{ code: 'needs-human-decision' as const, text: replyCameText({ ...reply, isOwn: false }, false) }];
  await desk.aCase(1, { reasons });
  const { reference } = aSubmission({ number: 1 });
  const task = { submissionId: mail, reference, openedAt: reply.at, reasons, state: 'waiting-for-sender' as const };
  await records.write([reviewWrite(task), replyWrite(mail, { ...reply, isOwn: false, apart: null }, null)]);
  const review = await findVersionedReview(records, mail);
  if (review) await records.write([reviewMove(review, 'open', reply.at)]);
});
const seen = async () => (await desk.app.request(page)).text();
const setApart = async (because: string) => {
  const version = String((await findSubmission(desk.records, mail))?.version);
  return desk.app.post(`${page}/replies/${reply.submissionId}/apart`, { version, because });
};

describe('the mails that brought a case back', () => {
  it('are on its page, with whether they came from another address; to change by whoever works on it', async () => {
    const text = await seen();
    expect(wordsOf(text)).toContain('LA-2026-000002 , Nov 21, 2026, 8:00 AM CST. It came from another address');
    expect(text).toContain('href="/cases/LA-2026-000002"');
    expect(text).not.toContain('This mail does not belong here');
    await desk.app.post(`${page}/claim`, {});
    expect(await seen()).toContain('This mail does not belong here');
  });

  it('are set apart with a reason that stays; the case waits for its sender again', async () => {
    await desk.app.post(`${page}/claim`, {});
    const answer = await setApart('It is <b>another</b> Dana.');

    expect(answer.headers.get('location')).toBe(`${page}?done=waits-again`);
    expect(await findReview(desk.records, mail)).toMatchObject({ state: 'waiting-for-sender', reasons: [] });
    expect((await findSubmission(desk.records, mail))?.submission.outcome).toBe('needs-sender');
    const text = await seen();
    expect(text).toContain('It is &lt;b&gt;another&lt;/b&gt; Dana.');
    expect(text).not.toContain('This mail does not belong here');
  });

  it('belong here after all once somebody of the case says so, with a reason: it is open again', async () => {
    await desk.app.post(`${page}/claim`, {});
    await setApart('It is another Dana.');
    expect(await seen()).toContain('This mail belongs here after all');
    const version = String((await findSubmission(desk.records, mail))?.version);
    const join = (because: string) => desk.app.post(`${page}/replies/${reply.submissionId}/join`, { version, because });
    expect((await join(' ')).status).toBe(422);
    const answer = await join('It is hers, she <i>wrote</i> so.');

    expect(answer.headers.get('location')).toBe(`${page}?done=joined`);
    expect(await findReview(desk.records, mail)).toMatchObject({ state: 'open' });
    const text = await seen();
    expect(text).toContain('Belongs here after all:');
    expect(text).toContain('It is hers, she &lt;i&gt;wrote&lt;/i&gt; so.');
    expect(text).toContain('This mail does not belong here');
  });

  it('are not set apart without a reason, or by who does not have the case', async () => {
    expect((await setApart('Not ours.')).status).toBe(409);
    await desk.app.post(`${page}/claim`, {});
    expect((await setApart(' ')).status).toBe(422);
    expect((await listReplies(desk.records, mail)).map(({ reply: { apart } }) => apart)).toEqual([null]);
  });
});
