import { afterEach, describe, expect, it } from 'vitest';
import { listHistory } from '#shared/records/history-records.ts';
import { findJudgement } from '#shared/records/judgement-records.ts';
import { findQueueLine } from '#shared/records/queue-line-records.ts';
import { listReviews } from '#shared/records/review-records.ts';
import { aDecidingDesk } from '#test/builders/a-deciding-desk.ts';
import { countedIn } from '#test/builders/a-desk-of-mails.ts';
import { aField } from '#test/builders/a-document.ts';
import { certificate, core, dana, ethics, report, row } from '#test/builders/a-judged-mail.ts';
import { submissionIdFor } from '#test/builders/a-submission.ts';
import { anApplication, aSchoolPaper, fromOdette } from '#test/builders/an-application.ts';
import { ann } from '#test/builders/staff.ts';

const first = submissionIdFor(1);
/** The desk's clock stands still here: asked on this day, answered eleven months later, well before the year ends. */
const askedAt = '2026-01-10T15:00:00.000Z';
const later = '2026-12-05T15:00:00.000Z';
const misread = certificate(core, { hours: aField('1', { confidence: 0.55 }) });
const sevenHours = { what: 'field', document: 1, field: 'hours', value: '7' };
const otherAddress = { from: 'helper@example.net', fromName: 'A Helper', authentication: 'unknown' as const };

let desk: Awaited<ReturnType<typeof aDecidingDesk>>;
afterEach(() => desk.close());

/** Dana's report, one certificate of two: a reviewer corrected what was misread, and asked for the other. */
async function asked(): Promise<void> {
  desk = await aDecidingDesk({ roster: [dana], now: askedAt });
  await desk.waiting(1, { documents: [report([row(ethics), row(core)]), misread] });
  await desk.claim(1);
  await desk.say(1, [sevenHours]);
  expect(await desk.decide(1, { action: 'ask-sender' })).toMatchObject({ answer: 'done' });
  await desk.idle();
  expect(await desk.review(1)).toMatchObject({ state: 'waiting-for-sender' });
}
const reply = (own: object = {}) => desk.take(2, { documents: [certificate(ethics)], receivedAt: later, ...own });

describe('a reply to what a person asked', () => {
  it('B171: is accepted by rule with the corrections laid over, and brings the case back to who asked: undecided', async () => {
    await asked();
    expect(await reply()).toMatchObject({ outcome: 'accepted' });
    expect(await desk.review(1)).toMatchObject({ state: 'open', suggestedTo: ann });
    expect(await desk.submission(1)).toMatchObject({ outcome: 'needs-review' });
    expect(await findQueueLine(desk.records, first)).toMatchObject({ shelf: 'needs-person' });
    const judgement = await findJudgement(desk.records, first);
    expect(countedIn((await desk.ledger())?.credits)).toBe(2);
    expect(judgement?.credits.map(({ status }) => status)).not.toContain('undecided');
    expect(judgement?.reasons.map(({ text }) => text).join(' ')).toContain('A reply came: LA-2026-');
    expect(await desk.decisions(1)).toMatchObject([{ action: 'ask-sender', state: 'in-effect' }]);
    expect((await listHistory(desk.records, first)).at(-1)).toMatchObject({ action: 'reply-came', by: 'machine' });
  });

  it('lets who asked accept it then, without saying anything twice', async () => {
    await asked();
    await reply();
    await desk.claim(1);
    expect(await desk.decide(1, {})).toMatchObject({ answer: 'done' });
    await desk.idle();
    expect(await desk.submission(1)).toMatchObject({ outcome: 'accepted' });
    expect(await desk.review(1)).toMatchObject({ state: 'closed' });
    expect(countedIn((await desk.ledger())?.credits)).toBe(2);
  });

  it('that is judged twice, after a fault in between, brings it back once', async () => {
    await asked();
    await reply();
    await desk.judge(2);
    await desk.judge(2);
    const history = await listHistory(desk.records, first);
    expect(history.filter(({ action }) => action === 'reply-came')).toHaveLength(1);
  });

  it('without any paper is known by the letter it answers, whoever wrote it', async () => {
    await asked();
    const references = [`answer.${first}.1@example.gov`];
    await reply({ documents: [], mail: { ...otherAddress, references } });
    expect(await desk.review(1)).toMatchObject({ state: 'open' });
    expect(await listReviews(desk.records, 'waiting-for-sender')).toEqual([]);
  });

  it('to an application brings that back', async () => {
    desk = await aDecidingDesk({ now: askedAt });
    await desk.waiting(1, { documents: [anApplication()], mail: fromOdette });
    await desk.claim(1);
    await desk.decide(1, { action: 'ask-sender' });
    await desk.idle();
    const references = [`answer.${first}.1@example.gov`];
    await desk.take(2, { documents: [aSchoolPaper()], receivedAt: later, mail: { ...fromOdette, references } });
    expect(await desk.review(1)).toMatchObject({ state: 'open', suggestedTo: ann });
  });
});

describe('a case that waits for its sender goes on waiting', () => {
  it.each([
    [
      'when a machine answers our letter',
      { mail: { isAutomatic: true, references: [`answer.${first}.1@example.gov`] } },
    ],
    [
      'B172, B173: when somebody who proved nothing writes in that name',
      { mail: { authentication: 'unknown' as const } },
    ],
    ['when a mail is judged that had come before the question', { receivedAt: '2026-01-09T15:00:00.000Z' }],
  ])('%s', async (_when, own) => {
    await asked();
    await reply(own);
    expect(await desk.review(1)).toMatchObject({ state: 'waiting-for-sender' });
    expect(await desk.submission(1)).toMatchObject({ outcome: 'needs-sender' });
  });
});
