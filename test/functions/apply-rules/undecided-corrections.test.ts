import { afterEach, describe, expect, it } from 'vitest';
import { aDecidingDesk } from '#test/builders/a-deciding-desk.ts';
import { codesIn } from '#test/builders/a-desk-of-mails.ts';
import { aField } from '#test/builders/a-document.ts';
import { certificate, core, dana, ethics, report, row } from '#test/builders/a-judged-mail.ts';
import { submissionIdFor } from '#test/builders/a-submission.ts';
import { anApplication, aSchoolPaper, only, sent, verdicts } from '#test/builders/an-application.ts';
import { ben } from '#test/builders/staff.ts';

const later = '2026-12-05T15:00:00.000Z';
const form = report([row(ethics), row(core)]);
const misread = certificate(core, { hours: aField('1', { confidence: 0.55 }) });
const raised = { what: 'field', document: 1, field: 'hours', value: '7' };
const lowered = [
  { what: 'field', document: 1, field: 'hours', value: '2' },
  { what: 'row-column', document: 0, row: 1, column: 'hours', value: '2' },
];

let desk: Awaited<ReturnType<typeof aDecidingDesk>>;
afterEach(() => desk.close());

/** A mail on Ann's desk of which she says something, and has decided nothing. */
async function onTheDesk(paper: typeof misread, changes: object[]): Promise<void> {
  desk = await aDecidingDesk({ roster: [dana] });
  await desk.waiting(1, { documents: [form, paper] });
  await desk.claim(1);
  expect(await desk.say(1, changes)).toMatchObject({ answer: 'done' });
}
const reply = () => desk.take(2, { documents: [certificate(ethics)], receivedAt: later });
const coreLine = async () => (await desk.ledger())?.credits.find(({ title }) => title === core.title);

describe('what a person says of a mail that nobody has decided yet, when another mail of the same year comes', () => {
  it('raises nothing in the ledger, and the other mail is left to a person', async () => {
    await onTheDesk(misread, [raised]);
    expect([(await reply()).outcome, codesIn(await reply())]).toEqual([
      'needs-review',
      expect.arrayContaining(['needs-human-decision']),
    ]);
    expect(await coreLine()).toMatchObject({ status: 'undecided' });
  });

  it('lowers nothing in the ledger; and what the machine read does not settle the other mail either', async () => {
    await onTheDesk(certificate(core), lowered);
    const judgement = await reply();
    expect(judgement.outcome).toBe('needs-review');
    expect(judgement.reasons.map(({ text }) => text).join(' ')).toContain('an earlier e-mail');
    expect(await coreLine()).toMatchObject({ status: 'counted', hours: 700 });
  });

  it('takes no paper out of the year: that it is nobody’s has not been decided', async () => {
    await onTheDesk(certificate(core), [{ what: 'person', document: 1, specialistId: null }]);
    expect(await reply()).toMatchObject({ outcome: 'needs-review' });
    expect(await coreLine()).toMatchObject({ status: 'counted' });
  });

  it('holds once it is decided', async () => {
    await onTheDesk(misread, [raised]);
    await desk.decide(1, { action: 'ask-sender' });
    await desk.idle();
    expect(await reply()).toMatchObject({ outcome: 'accepted' });
  });

  it('holds up nothing where it changes no value of the person’s papers, or was taken back', async () => {
    await onTheDesk(certificate(core), [{ what: 'confirmed', document: 1 }, ...lowered]);
    await desk.say(
      1,
      [2, 3].map((number) => ({ what: 'withdrawn', number })),
    );
    expect(await reply()).toMatchObject({ outcome: 'accepted' });
  });

  it('after an earlier decision holds only as far as that decision went', async () => {
    await onTheDesk(misread, [raised]);
    await desk.decide(1, { action: 'ask-sender' });
    await desk.idle();
    await desk.claim(1);
    await desk.say(1, lowered);
    expect(await reply()).toMatchObject({ outcome: 'needs-review' });
    expect(await coreLine()).toMatchObject({ status: 'counted', hours: 700 });
  });

  it('does not hold while a second person has not agreed to it', async () => {
    await onTheDesk(certificate(core), lowered);
    await desk.decide(1, { action: 'ask-sender' });
    expect(await reply()).toMatchObject({ outcome: 'needs-review' });
    expect(await coreLine()).toMatchObject({ hours: 700 });
    await desk.second().confirm({ submissionId: submissionIdFor(1), number: 1, who: ben });
    await desk.idle();
    expect(await coreLine()).toMatchObject({ hours: 200 });
  });
});

it('a mail that is read again for who has it on the desk does not move the ledger by what is not decided', async () => {
  await onTheDesk(certificate(core), lowered);
  await desk.layIn(1, { documents: [form, certificate(core)] });
  await desk.judge(1);
  expect(await coreLine()).toMatchObject({ status: 'counted', hours: 700 });
});

it('an application is not made complete by what a person says of its form and has not decided', async () => {
  desk = await aDecidingDesk();
  await desk.waiting(1, sent([anApplication({ signaturePresent: aField(false) })]));
  await desk.claim(1);
  await desk.say(1, [{ what: 'field', document: 0, field: 'signaturePresent', value: true }]);
  const judgement = await desk.take(2, sent([aSchoolPaper()], { receivedAt: '2026-05-20T15:00:00.000Z' }));
  expect(Object.values(verdicts(judgement))).toContain('not-met');
  expect(await only(desk, 2)).toMatchObject({ completeness: 'incomplete' });
});
