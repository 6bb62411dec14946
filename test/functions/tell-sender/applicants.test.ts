import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeTellSender } from '#functions/tell-sender/tell-sender.ts';
import type { Submission } from '#shared/domain/submission.ts';
import type { OutgoingMail } from '#shared/ports/mail-sender.ts';
import { findSubmission, submissionWrite } from '#shared/records/submission-records.ts';
import { aDeskOfMails, type SentMail } from '#test/builders/a-desk-of-mails.ts';
import { aDocument, aField } from '#test/builders/a-document.ts';
import { certificate, core, ethics, report, row } from '#test/builders/a-judged-mail.ts';
import { aMail, aSubmission, submissionIdFor } from '#test/builders/a-submission.ts';
import { anApplication, aSchoolPaper, fromOdette } from '#test/builders/an-application.ts';
import { programmeNamed } from '#test/builders/programmes.ts';

const programme = await programmeNamed('louisiana-rpss');
const receivedAt = '2026-05-10T15:00:00.000Z';
let desk: Awaited<ReturnType<typeof aDeskOfMails>>;
beforeEach(async () => {
  desk = await aDeskOfMails();
});
afterEach(() => desk.records.close());

async function answerTo(number: number): Promise<OutgoingMail | undefined> {
  const sent: OutgoingMail[] = [];
  // each on another day: an address hears from us once in a day
  const clock = { now: () => `2026-05-1${number}T15:00:10.000Z` };
  const mailSender = { send: async (mail: OutgoingMail) => void sent.push(mail) };
  const { submissionId, runId } = aSubmission({ number });
  await makeTellSender({ records: desk.records, clock, programme, mailSender, mailFrom: 'ce@office.example' })({
    submissionId,
    runId,
  });
  return sent[0];
}

async function letterFor(documents: SentMail['documents'], own: Partial<SentMail> = {}) {
  await desk.take(1, { documents, receivedAt, ...own, mail: { ...fromOdette, ...own.mail } });
  return answerTo(1);
}

const withRecipient = (address: string): { submission: Partial<Submission> } => ({
  submission: {
    envelope: { ...aSubmission().envelope, receivedAt: '2026-12-01T15:00:00.000Z', recipients: [address] },
  },
});

describe('what an applicant hears', () => {
  test('is what came, what is complete, what is still needed and where it goes, with a neutral subject', async () => {
    const fields = { unansweredQuestions: aField('Phone; How long have you been in recovery?'), phone: aField(null) };
    const letter = await letterFor([anApplication(fields)]);

    expect(letter).toMatchObject({ to: 'odette@example.org', subject: 'We got your e-mail' });
    for (const line of [
      'on May 10, 2026',
      '- 1 form',
      '- The answer to: your phone number.',
      '- One more question on the form has no answer yet.',
      '- A copy of your highest diploma, degree or transcript.',
      'Please answer this e-mail and attach only what is still needed.',
      'is meant for The Extra Mile Region IV',
      'LA-2026-000001',
    ])
      expect(letter?.text).toContain(line);
  });

  test('names neither the training, nor a verdict, nor anything about the applicant’s life', async () => {
    const fields = {
      unansweredQuestions: aField('How long have you been in recovery?'),
      dateOfBirth: aField('2012-01-01'),
      livedExperience: aField(false),
      recoveryTwelveMonths: aField(false),
    };
    const first = await letterFor([anApplication(fields)]);
    await desk.take(2, {
      documents: [anApplication(), aSchoolPaper()],
      mail: { ...fromOdette, from: 'o@example.org' },
    });
    const letters = [first, await answerTo(2)];

    expect(letters.every((letter) => (letter?.text.length ?? 0) > 300)).toBe(true);
    for (const letter of letters)
      expect(`${letter?.subject} ${letter?.text}`).not.toMatch(
        /appl(?:y|ic)|training|class|peer|recover|experience|old enough|\bage\b|accept|refus|eligib|qualif|report/i,
      );
  });

  test('asks for nothing once everything is here', async () => {
    const letter = await letterFor([anApplication(), aSchoolPaper()]);

    expect(letter?.text).toContain('- Every question has an answer.');
    expect(letter?.text).toContain('- A copy of your school paper is here.');
    expect(letter?.text).not.toContain('still needed');
  });

  test('says to a reply what the reply completed', async () => {
    await letterFor([anApplication()]);
    await desk.take(2, { documents: [aSchoolPaper()], receivedAt: '2026-05-20T15:00:00.000Z', mail: fromOdette });
    const letter = await answerTo(2);

    expect(letter?.text).toContain('- A copy of your school paper is here.');
    expect(letter?.text).not.toContain('still needed');
  });

  test('says to a repetition that nothing is lost, with what is still needed', async () => {
    await letterFor([anApplication()]);
    const again = { duplicateOf: submissionIdFor(1), outcome: 'duplicate' as const };
    await desk.records.write([submissionWrite(aSubmission({ number: 2, mail: aMail(fromOdette), ...again }), 'any')]);
    const letter = await answerTo(2);

    expect(letter?.subject).toBe('We got your e-mail');
    expect(letter?.text).toContain('the reference LA-2026-000001');
    expect(letter?.text).toContain('- A copy of your highest diploma');
  });

  test('is told with care that a private paper was not needed', async () => {
    const own = { kind: 'other' as const, isSensitive: true, fields: {}, sha256: 'b'.repeat(64) };
    const letter = await letterFor([anApplication(), aSchoolPaper(), aDocument(own)]);

    expect(letter?.text).toContain('You sent a paper that we do not need.');
    expect(letter?.text).not.toMatch(/treatment|care\b/i);
  });

  test('is nothing where the address proved nothing, and never goes to automatic mail', async () => {
    expect(await letterFor([anApplication()], { mail: { authentication: 'unknown' } })).toBeUndefined();
    await desk.take(2, { documents: [anApplication()], mail: { ...fromOdette, isAutomatic: true } });
    expect(await answerTo(2)).toBeUndefined();
  });

  test('is only that the mail came where papers of several applicants are in it', async () => {
    const second = anApplication({ legalName: aField('Remy Thibaut') }, { sha256: 'f'.repeat(64) });
    const letter = await letterFor([anApplication(), second]);

    expect(letter?.text).toContain('- 2 forms');
    expect(letter?.text).not.toMatch(/still needed|Remy|Odette/);
  });

  test('of a form for another office is where to look, and that a person sees it', async () => {
    const heading = aField('Mississippi Department of Mental Health / Application');
    const letter = await letterFor([anApplication({ appliedFor: heading })]);

    expect(letter?.text).toContain('names another office than ours');
    expect(letter?.text).not.toContain('still needed');
  });
});

describe('a yearly report at an address for applicants', () => {
  const places = programme.applications?.places.map((place) =>
    place.paper === 'ce-report' ? place : { ...place, address: 'join@office.example' },
  );
  const papers = [report([row(ethics), row(core)]), certificate(ethics), certificate(core)];

  async function reportTo(address: string) {
    const dana = { from: 'dana@example.org', fromName: 'Dana Fontenot', subject: 'My hours' };
    await desk.take(1, { documents: papers, mail: dana, ...withRecipient(address) });
    const found = await findSubmission(desk.records, submissionIdFor(1));
    const sent: OutgoingMail[] = [];
    const applications = programme.applications && { ...programme.applications, places: places ?? [] };
    const { submissionId, runId } = aSubmission();
    await makeTellSender({
      records: desk.records,
      clock: { now: () => receivedAt },
      programme: { ...programme, applications },
      mailSender: { send: async (mail) => void sent.push(mail) },
      mailFrom: 'ce@office.example',
    })({ submissionId, runId });
    return { outcome: found?.submission.outcome, text: sent[0]?.text };
  }

  test('counts as ever, and its sender hears where the next one goes', async () => {
    const { outcome, text } = await reportTo('JOIN@office.example');

    expect(outcome).toBe('accepted');
    expect(text).toContain('Next time, please send it to OBH.Peers.Programs@la.gov');
  });

  test('that came to the right address hears nothing of it', async () => {
    const { outcome, text } = await reportTo('obh.peers.programs@la.gov');

    expect(outcome).toBe('accepted');
    expect(text).not.toContain('Next time');
  });
});
