import { createHmac } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { makeAnswerBlind } from '#functions/desk/answer-blind.ts';
import { isChosen } from '#shared/domain/blind-sample.ts';
import type { StaffId } from '#shared/domain/staff.ts';
import { findBlindTask, listOpenBlindTasks } from '#shared/records/blind-records.ts';
import { findFigures } from '#shared/records/figures-records.ts';
import { listHistory, noteOpening } from '#shared/records/history-records.ts';
import { aDecidingDesk } from '#test/builders/a-deciding-desk.ts';
import { aField } from '#test/builders/a-document.ts';
import { certificate, complete, core, ethics, report, row } from '#test/builders/a-judged-mail.ts';
import { submissionIdFor } from '#test/builders/a-submission.ts';
import { ann, ben } from '#test/builders/staff.ts';

const mail = submissionIdFor(1);
let desk: Awaited<ReturnType<typeof aDecidingDesk>>;
afterEach(() => desk.close());

const file = async () => desk.steps.FileSubmission({ submissionId: mail, runId: `run_${mail.slice(4)}_1` });

async function anAcceptedMail(blindShare = 1): Promise<void> {
  desk = await aDecidingDesk({ blindShare });
  await desk.layIn(1, { documents: complete });
  await desk.judge(1);
  expect(await desk.submission(1)).toMatchObject({ outcome: 'accepted' });
  await file();
}

const say = (own: object = {}, who: StaffId = ann) => {
  const clock = { now: () => new Date().toISOString() };
  const typed = { accepts: 'yes', ethics: '3', core: '7', reason: '', ...own };
  return makeAnswerBlind({ records: desk.records, clock })({ submissionId: mail, who, ...typed });
};
const figures = async () => (await findFigures(desk.records, mail, '2026-12-01T15:00:00.000Z'))?.figures;

describe('the blind sample', () => {
  it('takes the share that the office wants, and the same cases whenever it is asked', async () => {
    await anAcceptedMail(0);
    const digests = Array.from({ length: 4000 }, (_, n) =>
      createHmac('sha256', 'a test').update(submissionIdFor(n)).digest('hex'),
    );
    const taken = (share: number) => digests.filter((digest) => isChosen(digest, { share, seed: 'a test' })).length;
    expect([taken(0), taken(1)]).toEqual([0, 4000]);
    expect(taken(0.05)).toBeGreaterThan(150);
    expect(taken(0.05)).toBeLessThan(250);
  });

  it('is one task, however often the case is filed', async () => {
    await anAcceptedMail();
    await file();
    await file();
    const open = await listOpenBlindTasks(desk.records);
    expect(open).toMatchObject([{ submissionId: mail, machine: { ethics: 300, core: 700 }, answer: null }]);
    const chosen = (await listHistory(desk.records, mail)).filter(({ action }) => action === 'chosen-for-blind-sample');
    expect(chosen).toHaveLength(1);
    expect(await figures()).toMatchObject({ first: 'accepted', now: 'accepted', blind: 'open' });
  });

  it('takes nothing where the office wants none, and nothing that a person has to look at anyway', async () => {
    await anAcceptedMail(0);
    expect(await listOpenBlindTasks(desk.records)).toEqual([]);
    expect(await figures()).toMatchObject({ blind: null });
    await desk.close();
    desk = await aDecidingDesk({ blindShare: 1 });
    await desk.waiting(1, { documents: [report([row(ethics), row(core)]), certificate(ethics)] });
    expect(await listOpenBlindTasks(desk.records)).toEqual([]);
  });
});

describe('a blind judgement', () => {
  it('that comes to the same hours leaves the case as it is', async () => {
    await anAcceptedMail();
    expect(await say()).toMatchObject({ answer: 'done', isReviewOpened: false });
    expect(await desk.submission(1)).toMatchObject({ outcome: 'accepted' });
    expect(await desk.review(1)).toBeUndefined();
    expect(await figures()).toMatchObject({ blind: 'agrees' });
    expect(await listOpenBlindTasks(desk.records)).toEqual([]);
  });

  it.each([
    { because: 'other hours', said: { core: '6.5' }, difference: 'other-hours' },
    {
      because: 'not accepted',
      said: { accepts: 'no', reason: 'The certificate is of 2025.' },
      difference: 'not-accepted',
    },
  ])('that differs opens a review, and takes nothing back: $because', async ({ said, difference }) => {
    await anAcceptedMail();
    const before = await desk.ledger();
    expect(await say(said)).toMatchObject({ answer: 'done', isReviewOpened: true });
    expect(await desk.review(1)).toMatchObject({ state: 'open', reasons: [{ code: 'needs-human-decision' }] });
    expect(await desk.submission(1)).toMatchObject({ outcome: 'needs-review' });
    expect(await desk.ledger()).toEqual(before);
    expect(await figures()).toMatchObject({ first: 'accepted', now: 'needs-review', blind: 'differs' });
    const said1 = (await listHistory(desk.records, mail)).find(({ action }) => action === 'judged-blind');
    expect(said1).toMatchObject({ who: ann, codes: [difference] });
  });

  it('counts for the machine again when a person then decides as the machine did', async () => {
    await anAcceptedMail();
    await say({ core: '6.5' });
    await desk.claim(1, ben);
    expect(await desk.decide(1, {}, ben)).toMatchObject({ answer: 'done' });
    await desk.idle();
    expect(await figures()).toMatchObject({ first: 'accepted', now: 'accepted', blind: 'machine-was-right' });
  });

  it('is not for somebody who has seen what the machine made of the case', async () => {
    await anAcceptedMail();
    const opened = { at: '2026-12-01T16:00:00.000Z', action: 'opened-case', codes: [], who: ann };
    await noteOpening(desk.records, mail, 'session#opened-case', opened);
    expect(await say()).toMatchObject({ answer: 'refused', why: expect.stringContaining('Leave it to a colleague') });
    expect(await say({}, ben)).toMatchObject({ answer: 'done' });
  });

  it('is given once, also when two people send theirs at once', async () => {
    await anAcceptedMail();
    const answers = await Promise.all([say({}, ann), say({ core: '1' }, ben)]);
    expect(answers.map(({ answer }) => answer).sort()).toEqual(['done', 'refused']);
    expect(await say({}, ben)).toMatchObject({ answer: 'refused' });
    expect((await findBlindTask(desk.records, mail))?.task.answer).not.toBeNull();
  });

  it('that cannot be understood says what to write, and the task stays', async () => {
    await anAcceptedMail();
    const wrong = [
      { said: { accepts: '' }, why: 'whether you would accept' },
      { said: { core: 'seven' }, why: 'hours like 2' },
      { said: { ethics: '-3' }, why: 'hours like 2' },
      { said: { accepts: 'no', reason: ' ' }, why: 'why you would not' },
      { said: { reason: 'x'.repeat(1001) }, why: 'no more than' },
    ];
    for (const { said, why } of wrong)
      expect(await say(said)).toMatchObject({ answer: 'refused', why: expect.stringContaining(why) });
    expect(await listOpenBlindTasks(desk.records)).toHaveLength(1);
  });
});

describe('the figures of a case', () => {
  const misread = certificate(core, { hours: aField('1', { confidence: 0.55 }) });

  it('say what people had before them and what they changed, by field, once it is decided', async () => {
    desk = await aDecidingDesk();
    await desk.waiting(1, { documents: [report([row(ethics), row(core)]), certificate(ethics), misread] });
    expect(await figures()).toMatchObject({ now: 'needs-review', decidedAt: null, read: [] });
    await desk.claim(1);
    await desk.say(1, [{ what: 'field', document: 2, field: 'hours', value: '7' }]);
    await desk.decide(1, {});
    await desk.idle();
    const found = await figures();
    expect(found).toMatchObject({ first: 'needs-review', now: 'accepted', decidedAt: expect.any(String) });
    const of = (field: string) => found?.read.find((one) => one.field === field);
    expect(of('hours')).toMatchObject({ medium: 'text-layer', seen: 2, corrected: 1 });
    expect(of('rowHours')).toMatchObject({ seen: 2, corrected: 0 });
    expect(of('trainingRow')).toMatchObject({ seen: 2, corrected: 0 });
    expect(of('kindOfPaper')).toMatchObject({ seen: 3, corrected: 0 });
  });

  it('count a row that a person took out or added, and a value that the machine had left out', async () => {
    desk = await aDecidingDesk();
    await desk.waiting(1, { documents: [report([row(ethics), row(core)]), certificate(ethics), misread] });
    await desk.claim(1);
    await desk.say(1, [
      { what: 'row-removed', document: 0, row: 1 },
      { what: 'row-added', document: 0, values: { title: core.title, completedOn: '2026-05-12', hours: '7' } },
      { what: 'field', document: 0, field: 'employer', value: 'Bayou House' },
    ]);
    expect(await desk.decide(1, { action: 'ask-sender' })).toMatchObject({ answer: 'done' });
    await desk.idle();
    const of = async (field: string) => (await figures())?.read.find((one) => one.field === field);
    expect(await of('trainingRow')).toMatchObject({ seen: 3, corrected: 2 });
    expect(await of('employer')).toMatchObject({ seen: 1, corrected: 1 });
    expect(await of('rowHours')).toMatchObject({ seen: 1, corrected: 0 });
  });
});
