import { afterEach, describe, expect, it } from 'vitest';
import { makeJoinAgain } from '#functions/desk/join-again.ts';
import { makeSetApart } from '#functions/desk/set-apart.ts';
import { findCaseFile } from '#shared/records/case-file-records.ts';
import { listHistory } from '#shared/records/history-records.ts';
import { findJudgement } from '#shared/records/judgement-records.ts';
import { findQueueLine } from '#shared/records/queue-line-records.ts';
import { listReplies } from '#shared/records/reply-records.ts';
import { findReview } from '#shared/records/review-records.ts';
import { pointerWrite, referenceKey } from '#shared/records/submission-records.ts';
import { aDecidingDesk } from '#test/builders/a-deciding-desk.ts';
import { countedIn } from '#test/builders/a-desk-of-mails.ts';
import { certificate, core, dana, ethics, report, row } from '#test/builders/a-judged-mail.ts';
import { aSubmission, submissionIdFor } from '#test/builders/a-submission.ts';
import { ann, ben } from '#test/builders/staff.ts';

const first = submissionIdFor(1);
const { reference } = aSubmission({ number: 1 });
const askedAt = '2026-01-10T15:00:00.000Z';
const later = '2026-12-05T15:00:00.000Z';
const stranger = { from: 'stranger@example.net', fromName: 'Somebody', authentication: 'pass' as const };
let desk: Awaited<ReturnType<typeof aDecidingDesk>>;
afterEach(() => desk.close());

/** Dana's report lacks a certificate; a reviewer asked for it. */
async function asked(): Promise<void> {
  desk = await aDecidingDesk({ roster: [dana], now: askedAt });
  await desk.records.write([pointerWrite(referenceKey(reference), first)]);
  await desk.waiting(1, { documents: [report([row(ethics), row(core)]), certificate(core)] });
  await desk.claim(1);
  await desk.decide(1, { action: 'ask-sender' });
  await desk.idle();
}
const said = async (bodyText: string, own: object = {}, number = 2) =>
  desk.take(number, { documents: [], receivedAt: later, mail: { ...stranger, bodyText, ...own } });
const apart = async (number: number, because = 'It is about somebody else.') => {
  const given = { submissionId: first, who: ann, replyId: submissionIdFor(number), because };
  return makeSetApart({ records: desk.records, clock: { now: () => askedAt } })({
    ...given,
    version: await desk.version(1),
  });
};

describe('a case that waits for its sender', () => {
  it('is brought back by its reference in the subject, or quoted in the text, in whatever letters', async () => {
    await asked();
    await said(`> Your reference is ${reference.toLowerCase()}.`, { from: 'dana@example.org' });

    expect(await findReview(desk.records, first)).toMatchObject({ state: 'open', suggestedTo: ann });
    expect((await listReplies(desk.records, first)).map(({ reply }) => reply.isOwn)).toEqual([true]);
  });

  it('B173: is shown to a person, and nothing more, when a stranger names it', async () => {
    await asked();
    await said('', { subject: `About ${reference}` });
    const reasons = (await desk.submission(1))?.reasons.map(({ text }) => text).join(' ');

    expect(reasons).toContain('from another address names this case');
    expect(reasons).not.toContain('nothing is missing');
    expect(await desk.decisions(1)).toMatchObject([{ action: 'ask-sender', state: 'in-effect' }]);
  });

  it('is not brought back by a reference that is nobody’s, or part of another word', async () => {
    await asked();
    await said('LA-2026-ZZZZZZ');
    await said(`X${reference}`, {}, 3);

    expect(await findReview(desk.records, first)).toMatchObject({ state: 'waiting-for-sender' });
  });
});

describe('a mail that does not belong to the case it names', () => {
  it('is set apart by a reviewer: the case waits for its sender again, and that mail never brings it back', async () => {
    await asked();
    await said(reference);
    await desk.claim(1);

    expect(await apart(2)).toMatchObject({ answer: 'done', isWaitingAgain: true });
    expect(await findReview(desk.records, first)).toMatchObject({ state: 'waiting-for-sender' });
    expect(await findQueueLine(desk.records, first)).toMatchObject({ shelf: 'waiting-for-sender' });
    expect((await desk.submission(1))?.reasons.map(({ text }) => text).join()).not.toContain('names this case');
    const history = (await listHistory(desk.records, first)).filter(({ action }) => action === 'reply-apart');
    expect(history).toMatchObject([{ by: 'person', who: ann }]);
    await desk.judge(2);
    expect(await findReview(desk.records, first)).toMatchObject({ state: 'waiting-for-sender' });
  });

  it('does not keep the right reply from bringing it back', async () => {
    await asked();
    await said(reference);
    await desk.claim(1);
    await apart(2);
    await desk.take(3, { documents: [certificate(ethics)], receivedAt: later });

    expect(await findReview(desk.records, first)).toMatchObject({ state: 'open' });
  });

  it('leaves the case with the reviewer where the right reply came as well', async () => {
    await asked();
    await said(reference);
    await desk.take(3, { documents: [certificate(ethics)], receivedAt: later });
    await desk.claim(1);

    expect(await apart(2)).toMatchObject({ answer: 'done' });
    expect((await listReplies(desk.records, first)).filter(({ reply }) => reply.apart !== null)).toHaveLength(1);
  });

  it('is set apart once, with a reason, by whoever holds the case', async () => {
    await asked();
    await said(reference);
    expect(await apart(2)).toMatchObject({ answer: 'not-held' });
    await desk.claim(1);
    expect(await apart(2, '  ')).toMatchObject({ answer: 'refused' });
    expect(await apart(9)).toMatchObject({ answer: 'refused' });
    expect(await apart(2)).toMatchObject({ answer: 'done' });
    expect(await apart(2)).toMatchObject({ answer: 'refused', why: 'Somebody said so already.' });
  });
});

describe('a mail that was joined to the wrong case', () => {
  const marie = { ...dana, specialistId: 'RPSS-2', legalName: 'Marie Fontenot', email: 'marie@example.org' };
  const second = submissionIdFor(2);
  const given = (because: string) => ({ submissionId: first, who: ann, replyId: second, because });
  const countedFor = async (specialistId: string) =>
    countedIn((await findCaseFile(desk.records, specialistId, 2026))?.caseFile.credits);
  const actionsOf = async (number: number) =>
    (await listHistory(desk.records, submissionIdFor(number))).map(({ action }) => action);
  const missing = async () => (await findJudgement(desk.records, first))?.requests.join() ?? '';
  const ownersOf = { dana: dana.specialistId, marie: marie.specialistId };

  /** The certificate that was missing comes from Dana's address, and is the one of Marie. */
  async function joined(): Promise<void> {
    desk = await aDecidingDesk({ roster: [dana, marie], now: askedAt });
    await desk.waiting(1, { documents: [report([row(ethics), row(core)]), certificate(core)] });
    await desk.claim(1);
    await desk.decide(1, { action: 'ask-sender' });
    await desk.idle();
    await desk.take(2, { documents: [certificate(ethics)], receivedAt: later });
    await desk.file(2);
  }
  async function givenTo(specialistId: string): Promise<void> {
    await desk.claim(2);
    const change = { what: 'person', document: 0, specialistId, name: null };
    expect(await desk.say(2, [change])).toMatchObject({ answer: 'done' });
    expect(await desk.decide(2, { action: 'ask-sender' })).toMatchObject({ answer: 'done' });
    const { length } = await desk.decisions(2);
    await desk.second().confirm({ submissionId: second, number: length, who: ben });
    await desk.idle();
  }

  it('stands as its own case for a person, is judged by what they say of it, and takes its hours with it', async () => {
    await joined();
    expect([(await desk.submission(2))?.outcome, await countedFor(ownersOf.dana)]).toEqual(['accepted', 2]);
    expect(await missing()).toBe('');
    await desk.claim(1);
    expect(await apart(2)).toMatchObject({ answer: 'done', isWaitingAgain: true });
    expect(await desk.submission(2)).toMatchObject({ outcome: 'needs-review' });
    expect((await desk.submission(2))?.reasons.at(-1)?.text).toContain(`does not belong to ${reference}`);
    await desk.leases.release(first, ann);
    await givenTo(ownersOf.marie);

    expect([await countedFor(ownersOf.dana), await missing()]).toEqual([1, expect.stringContaining('no certificate')]);
    expect((await findCaseFile(desk.records, ownersOf.marie, 2026))?.caseFile.submissions).toEqual([second]);
    expect(await findReview(desk.records, first)).toMatchObject({ state: 'waiting-for-sender' });
    expect(await actionsOf(1)).toEqual(expect.arrayContaining(['reply-apart', 'judged-again']));
    expect(await actionsOf(2)).toEqual(expect.arrayContaining(['opened-apart', 'corrected', 'decided', 'judged']));
  });

  it('and back: said to belong here after all, the case is open again and its hours are back', async () => {
    await joined();
    await desk.claim(1);
    await apart(2);
    await desk.leases.release(first, ann);
    await givenTo(ownersOf.marie);
    const joinAgain = makeJoinAgain({ records: desk.records, clock: { now: () => later } });
    const asked = async (because: string) => joinAgain({ ...given(because), version: await desk.version(1) });
    expect(await asked('It is hers.')).toMatchObject({ answer: 'not-held' });
    await desk.claim(1);
    const held = makeJoinAgain({ records: desk.records, clock: { now: () => askedAt } });
    const again = async (because: string) => held({ ...given(because), version: await desk.version(1) });
    expect(await again(' ')).toMatchObject({ answer: 'refused' });
    expect(await again('It is hers.')).toMatchObject({ answer: 'done' });
    expect(await again('It is hers.')).toMatchObject({ answer: 'refused' });
    expect(await findReview(desk.records, first)).toMatchObject({ state: 'open' });
    expect(await actionsOf(1)).toContain('reply-joined');
    expect(await actionsOf(2)).toContain('said-joined');
    await desk.leases.release(first, ann);
    await givenTo(ownersOf.dana);

    expect([await countedFor(ownersOf.dana), await countedFor(ownersOf.marie)]).toEqual([2, 0]);
    expect((await listReplies(desk.records, first)).map(({ reply }) => reply.apart?.takenBack?.by)).toEqual([ann]);
  });

  it('what a person decided about it stays: it is only noted there', async () => {
    await joined();
    await desk.openAnew(2, 'To be looked at.');
    await desk.claim(2);
    await desk.decide(2, {});
    await desk.idle();
    await desk.claim(1);
    await apart(2);

    expect(await desk.submission(2)).toMatchObject({ outcome: 'accepted' });
    expect(await actionsOf(2)).toContain('said-apart');
  });
});
