import { afterEach, describe, expect, it, test } from 'vitest';
import { fileIdOf } from '#shared/domain/ids.ts';
import { applicationsOfMail } from '#shared/records/application-records.ts';
import { noteSentFile } from '#shared/records/sent-file-records.ts';
import { aDecidingDesk } from '#test/builders/a-deciding-desk.ts';
import { codesIn, countedIn } from '#test/builders/a-desk-of-mails.ts';
import { aDocument, aField } from '#test/builders/a-document.ts';
import { certificate, core, ethics, report, row } from '#test/builders/a-judged-mail.ts';
import { submissionIdFor } from '#test/builders/a-submission.ts';
import { anApplication, sent } from '#test/builders/an-application.ts';
import { ben } from '#test/builders/staff.ts';

const later = '2026-12-05T15:00:00.000Z';
const form = report([row(ethics), row(core)]);
const misprinted = certificate(core, { hours: aField('6') });

let desk: Awaited<ReturnType<typeof aDecidingDesk>>;
afterEach(() => desk.close());

/** A mail of which a person says something and asks the sender; then the same certificate comes again, read as it was. */
async function askedAfter(changes: unknown[], documents = [form, certificate(ethics), misprinted]): Promise<void> {
  desk = await aDecidingDesk();
  await desk.waiting(1, { documents });
  await desk.claim(1);
  expect(await desk.say(1, changes)).toMatchObject({ answer: 'done' });
  expect(await desk.decide(1, { action: 'ask-sender' })).toMatchObject({ answer: 'done' });
  await desk.idle();
}

describe('the very same paper, sent again after a person said something of it', () => {
  test('that it counts for nobody: it is not counted by the machine when it comes again', async () => {
    await askedAfter([{ what: 'person', document: 2, specialistId: null, name: null }]);
    const again = await desk.take(2, { documents: [certificate(core)], receivedAt: later });
    expect([again.outcome, countedIn(again.credits)]).toEqual(['needs-review', 0]);
    expect(codesIn(again)).toEqual(['needs-human-decision']);
  });

  test('that the form is not signed: it is not signed when it comes again', async () => {
    const papers = [form, certificate(ethics), certificate(core)];
    await askedAfter([{ what: 'field', document: 0, field: 'signaturePresent', value: false }], papers);
    const again = await desk.take(2, { documents: papers, receivedAt: later });
    expect([again.outcome, countedIn(again.credits)]).toEqual(['needs-review', 0]);
  });

  test('what the machine reads of it too, or what was taken back: nobody has to look again', async () => {
    const papers = [form, certificate(ethics)];
    await askedAfter([{ what: 'field', document: 1, field: 'hours', value: '3' }], papers);
    await desk.claim(1);
    await desk.say(1, [{ what: 'field', document: 0, field: 'signaturePresent', value: false }]);
    await desk.say(1, [{ what: 'withdrawn', number: 2 }]);
    const again = await desk.take(2, { documents: [...papers, certificate(core)], receivedAt: later });
    expect([again.outcome, countedIn(again.credits)]).toEqual(['accepted', 2]);
  });

  test('waits until a person has said what it is this time', async () => {
    await askedAfter([{ what: 'person', document: 2, specialistId: null, name: null }]);
    await desk.waiting(2, { documents: [certificate(core)], receivedAt: later });
    await desk.claim(2);
    await desk.say(2, [{ what: 'confirmed', document: 0 }]);
    expect(await desk.decide(2, {})).toMatchObject({ answer: 'done' });
    await desk.idle();
    expect(await desk.submission(2)).toMatchObject({ outcome: 'accepted' });
  });
});

describe('papers of an earlier mail, when a reply comes', () => {
  test('one that is withheld counts no more than it did', async () => {
    desk = await aDecidingDesk();
    await desk.waiting(1, { documents: [form, certificate(ethics), misprinted] });
    await desk.claim(1);
    await desk.decide(1, { action: 'restrict', fileId: fileIdOf(2), reason: 'Private.' });
    await desk.second().confirm({ submissionId: submissionIdFor(1), number: 1, who: ben });
    await desk.idle();
    const reply = await desk.take(2, { documents: [certificate(core)], receivedAt: later });
    expect([reply.outcome, codesIn(reply)]).toEqual(['needs-sender', ['missing-certificate']]);
    expect(countedIn((await desk.ledger())?.credits)).toBe(1);
    const again = await desk.take(3, { documents: [certificate(ethics)], receivedAt: later });
    expect([again.outcome, countedIn(again.credits)]).toEqual(['needs-review', 0]);
  });

  test('a guidance form without a legible name is still heard: a training the job required is left to a person', async () => {
    desk = await aDecidingDesk();
    const asked = { courseTitle: aField(core.title), mandatoryForJob: aField(true), signaturePresent: aField(true) };
    const guidance = aDocument({
      kind: 'ceu-guidance',
      sha256: '9'.repeat(64),
      fields: { ...asked, legalName: aField(null) },
    });
    const unsigned = report([row(ethics), row(core)], { signaturePresent: aField(false) });
    await desk.take(1, { documents: [unsigned, certificate(ethics), certificate(core), guidance] });
    const reply = await desk.take(2, { documents: [{ ...form, sha256: 'f'.repeat(64) }], receivedAt: later });
    expect([reply.outcome, codesIn(reply)]).toEqual(['needs-review', ['possible-mandatory-training']]);
  });

  test('the second page of a form, which bears no name, is not lost', async () => {
    desk = await aDecidingDesk();
    const first = report([row(ethics)], { attestationChecked: aField(null), signaturePresent: aField(null) });
    const signed = { attestationChecked: aField(true), signaturePresent: aField(true) };
    const rest = aDocument({ kind: 'ce-report', sha256: '5'.repeat(64), isRest: true, fields: signed });
    await desk.take(1, { documents: [first, { ...rest, trainings: [row(core)] }, certificate(ethics)] });
    const reply = await desk.take(2, { documents: [certificate(core)], receivedAt: later });
    expect([reply.outcome, countedIn((await desk.ledger())?.credits)]).toEqual(['accepted', 2]);
  });

  test('a certificate on which nothing could be read waits with its own mail', async () => {
    desk = await aDecidingDesk();
    const blank = aDocument({ sha256: '4'.repeat(64), fields: {} });
    const first = await desk.take(1, { documents: [form, certificate(ethics), blank] });
    const reply = await desk.take(2, { documents: [certificate(core)], receivedAt: later });
    expect([first.outcome, reply.outcome]).toEqual(['needs-review', 'accepted']);
  });
});

test('a mail that a person set aside as not ours takes the application that it brought off the list', async () => {
  desk = await aDecidingDesk();
  await desk.waiting(1, sent([anApplication()]));
  await desk.claim(1);
  await desk.decide(1, { action: 'not-ours', reason: 'For another office.' });
  await desk.second().confirm({ submissionId: submissionIdFor(1), number: 1, who: ben });
  await desk.idle();
  expect(await applicationsOfMail(desk.records, submissionIdFor(1))).toMatchObject([{ isOurs: false }]);
});

describe('the very same file under another year of the person', () => {
  const first = submissionIdFor(1);
  const lastYear = { reportingYear: aField('2025') };

  it.each([
    ['is held against what a person said of it', '6', 'needs-review'],
    ['is judged as ever where nobody said otherwise', '7', 'accepted'],
  ])('%s', async (_what, hours, outcome) => {
    desk = await aDecidingDesk();
    const old = { ...report([row(ethics), row(core)], lastYear), sha256: 'a'.repeat(64) };
    await desk.waiting(1, { documents: [old, certificate(core)] });
    await desk.claim(1);
    await desk.say(1, [{ what: 'field', document: 1, field: 'hours', value: hours }]);
    await noteSentFile(desk.records, certificate(core).sha256, first);
    const again = await desk.take(2, { documents: [form, certificate(ethics), certificate(core)], receivedAt: later });
    expect(again.outcome).toBe(outcome);
  });
});
