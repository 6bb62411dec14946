import { afterEach, describe, expect, it } from 'vitest';
import { undoSeconds } from '#shared/domain/decision.ts';
import { TryAgain } from '#shared/domain/faults.ts';
import { noRulings } from '#shared/domain/ruling.ts';
import { listDecisionsForSecond } from '#shared/records/decision-records.ts';
import { listHistory } from '#shared/records/history-records.ts';
import { findJudgement } from '#shared/records/judgement-records.ts';
import { findLease } from '#shared/records/lease-records.ts';
import { listReviews } from '#shared/records/review-records.ts';
import { aDecidingDesk } from '#test/builders/a-deciding-desk.ts';
import { countedIn } from '#test/builders/a-desk-of-mails.ts';
import { certificate, complete, core, ethics, report, row } from '#test/builders/a-judged-mail.ts';
import { aDeskWithAMisreadMail, sevenHours } from '#test/builders/a-misread-mail.ts';
import { submissionIdFor } from '#test/builders/a-submission.ts';
import { ann, ben } from '#test/builders/staff.ts';

const mail = submissionIdFor(1);
let desk: Awaited<ReturnType<typeof aDecidingDesk>>;
afterEach(() => desk.close());

async function aMisreadMail(options = {}): Promise<void> {
  desk = await aDeskWithAMisreadMail(options);
}

describe('a mail that a person accepts', () => {
  it('counts as the person corrected it, the sender is told, and the case is closed', async () => {
    await aMisreadMail();
    await desk.say(1, [sevenHours]);
    expect(await desk.decide(1, {})).toMatchObject({ answer: 'done', started: true });
    await desk.idle();
    expect(await desk.submission(1)).toMatchObject({ outcome: 'accepted', reasons: [] });
    expect(countedIn((await desk.ledger())?.credits)).toBe(2);
    expect(desk.letters()).toHaveLength(1);
    expect(desk.letters()[0]).toContain('dana@example.org');
    expect(await desk.review(1)).toMatchObject({ state: 'closed' });
    const [decision] = await desk.decisions(1);
    expect(decision).toMatchObject({ state: 'in-effect', by: ann, settledAt: expect.any(String) });
    expect((await findLease(desk.records, mail))?.lease.by).toBeNull();
  });

  it('is not accepted while a training is open: the page says which', async () => {
    await aMisreadMail();
    const answer = await desk.decide(1, {});
    expect(answer).toMatchObject({ answer: 'refused', why: expect.stringContaining(core.title) });
    expect(await desk.decisions(1)).toEqual([]);
  });

  it('is not accepted while nobody says who sent it', async () => {
    desk = await aDecidingDesk();
    await desk.waiting(1, { documents: complete, mail: { authentication: 'unknown' } });
    await desk.claim(1);
    expect(await desk.decide(1, {})).toMatchObject({ answer: 'refused', why: expect.stringContaining('who sent') });
    const doubts = [{ code: 'sender-unverified', document: null, reason: 'We spoke on the telephone.' }];
    expect(await desk.decide(1, { rulings: { ...noRulings, doubts } })).toMatchObject({ answer: 'done' });
    await desk.idle();
    expect(countedIn((await desk.ledger())?.credits)).toBe(2);
  });

  it('keeps beside a rule what the person said otherwise, with the rule’s own verdict', async () => {
    desk = await aDecidingDesk();
    const short = { ...core, hours: '6.75' };
    await desk.waiting(1, { documents: [report([row(ethics), row(short)]), certificate(ethics), certificate(short)] });
    await desk.claim(1);
    const before = await findJudgement(desk.records, mail);
    const notMet = (before?.findings ?? []).filter(({ verdict }) => verdict === 'not-met');
    expect(notMet.length).toBeGreaterThan(0);
    const overrides = notMet.map(({ rule, year }) => {
      return { rule, year, specialistId: 'RPSS-1', verdict: 'met', reason: 'Granted by the office in writing.' };
    });
    expect(await desk.decide(1, {})).toMatchObject({ answer: 'refused' });
    const credits = (before?.credits ?? []).map(({ creditId, title }) => {
      return { creditId, title, counts: true, bucket: null, hours: null, code: null, reason: 'Seen.' };
    });
    expect(await desk.decide(1, { rulings: { credits, overrides, doubts: [] } })).toMatchObject({ answer: 'done' });
    await desk.idle();
    const finding = (await desk.ledger())?.findings.find(({ rule }) => rule === notMet[0]?.rule);
    expect(finding).toMatchObject({ verdict: 'met', decidedBy: 'person' });
    expect(finding?.override).toMatchObject({ verdictByRule: 'not-met', by: ann, reason: overrides[0]?.reason });
  });

  it.each([
    [
      'that a job requires',
      { title: 'Bloodborne Pathogens: Annual Refresher', day: '2026-08-31' },
      'excluded-training',
    ],
    ['of the year before', { title: 'Listening Well', day: '2025-11-02' }, 'out-of-period'],
    ['of clinical work', { title: 'Psychotherapy Techniques', day: '2026-05-02' }, 'topic-unclear'],
  ])('is whole without a training %s, once that is left out', async (_kind, own, code) => {
    desk = await aDecidingDesk();
    const more = { ...own, hours: '2', ethicsHours: '0' };
    const listed = [ethics, core, more];
    await desk.waiting(1, {
      documents: [report(listed.map((one) => row(one))), ...listed.map((one) => certificate(one))],
    });
    await desk.claim(1);
    const line = (await findJudgement(desk.records, mail))?.credits.find(({ title }) => title === more.title);
    const { creditId = '', title = '', status } = line ?? {};
    expect(status).toBe('undecided');
    const left = {
      creditId,
      title,
      counts: false,
      bucket: null,
      hours: null,
      code,
      reason: 'It is not for the report.',
    };
    expect(await desk.decide(1, { rulings: { ...noRulings, credits: [left] } })).toMatchObject({ answer: 'done' });
    await desk.second().confirm({ submissionId: mail, number: 1, who: ben });
    await desk.idle();
    expect((await desk.submission(1))?.outcome).toBe('accepted');
    const verdicts = (await desk.ledger())?.findings.map(({ verdict }) => verdict) ?? [];
    expect(new Set(verdicts.filter((verdict) => verdict !== 'does-not-apply'))).toEqual(new Set(['met']));
    expect(countedIn((await desk.ledger())?.credits)).toBe(2);
  });
});

describe('a decision within its first minute', () => {
  it('can be taken back: the case is open and theirs again, and nothing follows', async () => {
    await aMisreadMail({ undoSeconds });
    await desk.say(1, [sevenHours]);
    await desk.decide(1, {});
    expect(await desk.review(1)).toMatchObject({ state: 'settling' });
    expect(await desk.undo(1, 1, ben)).toMatchObject({ answer: 'refused' });
    expect(await desk.undo(1, 1)).toMatchObject({ answer: 'done', decision: { state: 'undone' } });
    expect(await desk.review(1)).toMatchObject({ state: 'open' });
    expect((await findLease(desk.records, mail))?.lease.by).toBe(ann);
    const runId = (await desk.decisions(1))[0]?.runId;
    expect(await desk.steps.SettleDecision({ submissionId: mail, runId })).toMatchObject({ next: 'stop' });
    expect(desk.letters()).toEqual([]);
    expect(await desk.submission(1)).toMatchObject({ outcome: 'needs-review' });
  });

  it('that holds cannot be taken back', async () => {
    await aMisreadMail();
    await desk.say(1, [sevenHours]);
    await desk.decide(1, {});
    await desk.idle();
    expect(await desk.undo(1, 1)).toMatchObject({ answer: 'refused' });
  });

  it('does not hold before its time, whoever starts its machine', async () => {
    await aMisreadMail({ undoSeconds: 60 });
    await desk.say(1, [sevenHours]);
    await desk.decide(1, {});
    const runId = (await desk.decisions(1))[0]?.runId;
    await expect(desk.steps.SettleDecision({ submissionId: mail, runId })).rejects.toBeInstanceOf(TryAgain);
  });
});

describe('two reviewers and one case', () => {
  it('B236: decide once: the other hears that it is not theirs', async () => {
    await aMisreadMail();
    await desk.say(1, [sevenHours]);
    const answers = await Promise.all([desk.decide(1, {}), desk.decide(1, {}), desk.decide(1, {}, ben)]);
    expect(answers.filter(({ answer }) => answer === 'done')).toHaveLength(1);
    expect(await desk.decisions(1)).toHaveLength(1);
    // what the other wanted is on the trail as well; a button that one and the same person pressed twice is not
    const tried = (await listHistory(desk.records, mail)).filter(({ action }) => action === 'decision-refused');
    expect(tried.map(({ who, codes }) => [who, codes])).toEqual([[ben, ['accept', 'held-by-another']]]);
    await desk.idle();
    expect(desk.letters()).toHaveLength(1);
  });

  it('B237: see nothing decided anew while a decision is being carried out', async () => {
    await aMisreadMail({ undoSeconds: 60 });
    await desk.say(1, [sevenHours]);
    await desk.decide(1, {});
    await desk.claim(1, ben);
    expect(await desk.decide(1, {}, ben)).toMatchObject({ answer: 'refused' });
  });
});

describe('a decision that takes something from somebody', () => {
  it('B212: waits for a second, other person, and then holds: a mail that is not ours counts for nobody', async () => {
    desk = await aDecidingDesk();
    await desk.waiting(1, { documents: complete });
    expect(countedIn((await desk.ledger())?.credits)).toBe(2);
    await desk.claim(1);
    const order = { action: 'not-ours', reason: 'This is for another office.' };
    expect(await desk.decide(1, order)).toMatchObject({ decision: { state: 'proposed', needsSecond: 'adverse' } });
    const forSecond = await listDecisionsForSecond(desk.records);
    expect(forSecond.map(({ decision }) => decision.submissionId)).toEqual([mail]);
    expect(await listReviews(desk.records, 'waiting-for-second')).toHaveLength(1);
    const given = { submissionId: mail, number: 1 };
    expect(await desk.second().confirm({ ...given, who: ann })).toMatchObject({ answer: 'refused' });
    expect(await desk.second().confirm({ ...given, who: ben })).toMatchObject({ answer: 'done', started: true });
    await desk.idle();
    expect(await desk.submission(1)).toMatchObject({ outcome: 'not-a-submission' });
    expect((await desk.ledger())?.credits).toEqual([]);
    expect(desk.letters()).toEqual([]);
  });

  it('is open again when the second person does not agree, with the reason', async () => {
    desk = await aDecidingDesk();
    await desk.waiting(1, { documents: complete });
    await desk.claim(1);
    await desk.decide(1, { action: 'not-ours', reason: 'Wrong inbox.' });
    const given = { submissionId: mail, number: 1, who: ben };
    expect(await desk.second().refuse({ ...given, reason: ' ' })).toMatchObject({ answer: 'refused' });
    await desk.second().refuse({ ...given, reason: 'It is our form.' });
    expect(await desk.decisions(1)).toMatchObject([
      { state: 'refused', second: { by: ben, reason: 'It is our form.' } },
    ]);
    expect(await desk.review(1)).toMatchObject({ state: 'open' });
    expect(await desk.startDecisions()).toEqual({ started: 0 });
  });

  it('is one training ruled out, and it stays out when a later mail lists it again', async () => {
    desk = await aDecidingDesk();
    await desk.waiting(1, { documents: complete });
    await desk.claim(1);
    const credit = (await desk.ledger())?.credits.find(({ title }) => title === core.title);
    const { creditId = '', title = '' } = credit ?? {};
    const ruling = { creditId, title, counts: false, bucket: null, hours: null, code: 'excluded-training' };
    const credits = [{ ...ruling, reason: 'Part of her job.' }];
    const order = { action: 'ask-sender', rulings: { ...noRulings, credits } };
    expect(await desk.decide(1, order)).toMatchObject({ decision: { needsSecond: 'adverse' } });
    await desk.second().confirm({ submissionId: mail, number: 1, who: ben });
    await desk.idle();
    await desk.take(2, {
      documents: [{ ...certificate(core), sha256: '9'.repeat(64) }],
      receivedAt: '2026-12-05T15:00:00.000Z',
    });
    const lines = (await desk.ledger())?.credits.filter((one) => one.title === core.title) ?? [];
    expect(lines.filter(({ status }) => status === 'counted')).toEqual([]);
    expect(lines).not.toEqual([]);
  });

  it('is also a random share of the others, by policy', async () => {
    await aMisreadMail({ secondShare: 1 });
    await desk.say(1, [sevenHours]);
    expect(await desk.decide(1, {})).toMatchObject({ decision: { state: 'proposed', needsSecond: 'random-share' } });
  });
});
