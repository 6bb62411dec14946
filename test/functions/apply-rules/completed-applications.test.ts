import { describe, expect, test } from 'vitest';
import { applicationsOfMail, applicationsSince } from '#shared/records/application-records.ts';
import { aDeskOfMails, codesIn } from '#test/builders/a-desk-of-mails.ts';
import { aDocument, aField } from '#test/builders/a-document.ts';
import { submissionIdFor } from '#test/builders/a-submission.ts';
import { anApplication, aSchoolPaper, only, sent, verdicts } from '#test/builders/an-application.ts';

describe('an application that lacks something', () => {
  const lacking = { unansweredQuestions: aField('Parish; Why are you applying now?'), parish: aField(null) };

  test('says so in the smallest terms, and names no question about the applicant’s life', async () => {
    const desk = await aDeskOfMails();
    await desk.take(1, sent([anApplication({ ...lacking, signaturePresent: aField(false) })]));

    expect((await only(desk, 1)).missing).toEqual([
      'The answer to: the parish where you live.',
      'One more question on the form has no answer yet.',
      'Your signature on the form. A typed name is fine.',
      'A copy of your highest diploma, degree or transcript.',
    ]);
  });

  test('is completed by a reply with the school paper, and keeps the day it came', async () => {
    const desk = await aDeskOfMails();
    await desk.take(1, sent([anApplication()]));
    const before = await only(desk, 1);
    const later = '2026-05-20T15:00:00.000Z';
    const reply = await desk.take(2, sent([aSchoolPaper()], { receivedAt: later }));
    const after = await only(desk, 2);

    expect([before.completeness, after.completeness]).toEqual(['incomplete', 'complete']);
    expect(after).toMatchObject({
      applicationId: before.applicationId,
      receivedAt: '2026-05-10T15:00:00.000Z',
      completeSince: later,
      missing: [],
    });
    expect(codesIn(reply)).toEqual(['needs-human-decision']);
    expect(verdicts(reply)['LA-EL-03']).toBe('met');
  });

  test('is completed by a reply with the whole form, and stays one application', async () => {
    const desk = await aDeskOfMails();
    await desk.take(1, sent([anApplication(lacking), aSchoolPaper()]));
    await desk.take(
      2,
      sent([anApplication({}, { sha256: 'f'.repeat(64) })], { receivedAt: '2026-05-20T15:00:00.000Z' }),
    );

    expect(await applicationsSince(desk.records, '2026-01-01')).toHaveLength(1);
    expect((await only(desk, 2)).completeness).toBe('complete');
  });

  test('keeps the age of the day it came: who was 17 then is not made 18 by a reply', async () => {
    const desk = await aDeskOfMails();
    await desk.take(1, sent([anApplication({ dateOfBirth: aField('2008-05-15') })]));
    const reply = await desk.take(2, sent([aSchoolPaper()], { receivedAt: '2026-05-20T15:00:00.000Z' }));

    expect(verdicts(reply)['LA-EL-01']).toBe('cannot-tell');
  });

  test('is not touched by a mail that proved nothing, nor by one of another address', async () => {
    const desk = await aDeskOfMails();
    await desk.take(1, sent([anApplication()]));
    await desk.take(2, sent([aSchoolPaper()], { mail: { authentication: 'unknown' } }));
    await desk.take(3, sent([aSchoolPaper()], { mail: { from: 'other@example.org' } }));

    expect(await applicationsOfMail(desk.records, submissionIdFor(2))).toEqual([]);
    expect(await applicationsOfMail(desk.records, submissionIdFor(3))).toEqual([]);
    expect((await only(desk, 1)).completeness).toBe('incomplete');
  });

  test('is not completed by a school paper in another name: a person looks', async () => {
    const desk = await aDeskOfMails();
    await desk.take(1, sent([anApplication()]));
    const reply = await desk.take(2, sent([aSchoolPaper('Remy Thibaut')]));

    expect((await only(desk, 2)).completeness).toBe('cannot-tell');
    expect(codesIn(reply)).toContain('name-mismatch');
  });

  test('of two people at one address takes the paper of the name it bears', async () => {
    const desk = await aDeskOfMails();
    const remy = anApplication({ legalName: aField('Remy Marchand') }, { sha256: 'f'.repeat(64) });
    await desk.take(1, sent([anApplication()]));
    await desk.take(2, sent([remy]));
    await desk.take(3, sent([aSchoolPaper('Remy Marchand')]));

    expect((await only(desk, 3)).name).toBe('Remy Marchand');
    expect((await only(desk, 1)).completeness).toBe('incomplete');
  });

  test('is gone on with by neither of two forms that both could', async () => {
    const desk = await aDeskOfMails();
    const named = (name: string, sha: string) =>
      anApplication({ legalName: aField(name), dateOfBirth: aField(null) }, { sha256: sha.repeat(64) });
    await desk.take(1, sent([named('Odette Marchand', 'e')]));
    await desk.take(2, sent([named('Odette A. Marchand', 'f'), named('Odette B. Marchand', 'b')]));

    expect(await applicationsSince(desk.records, '2026-01-01')).toHaveLength(3);
    expect(await applicationsOfMail(desk.records, submissionIdFor(2))).toHaveLength(2);
  });

  test('is completed by an answer to our letter about it, whatever else the sender applied for', async () => {
    const desk = await aDeskOfMails();
    const remy = anApplication({ legalName: aField('Remy Marchand') }, { sha256: 'f'.repeat(64) });
    await desk.take(1, sent([anApplication()]));
    await desk.take(2, sent([remy]));
    const references = [`answer.${submissionIdFor(1)}@office.example`];
    await desk.take(3, sent([aSchoolPaper(null)], { mail: { references } }));
    await desk.take(4, sent([aSchoolPaper(null, '1')]));

    expect((await only(desk, 3)).name).toBe('Odette Marchand');
    expect(await applicationsOfMail(desk.records, submissionIdFor(4))).toEqual([]);
  });

  test('that came more than a year ago is not gone on with', async () => {
    const desk = await aDeskOfMails();
    await desk.take(1, sent([anApplication()], { receivedAt: '2025-04-01T15:00:00.000Z' }));
    await desk.take(2, sent([anApplication({}, { sha256: 'f'.repeat(64) })]));

    expect(await applicationsSince(desk.records, '2025-01-01')).toHaveLength(2);
  });

  test('is not called incomplete while a paper is unread, or the form only seen on a picture', async () => {
    const [desk, other] = [await aDeskOfMails(), await aDeskOfMails()];
    const unread = aDocument({ kind: 'other', reading: 'unread', fields: {}, sha256: 'b'.repeat(64) });
    await desk.take(1, sent([anApplication(), unread]));
    await other.take(1, sent([anApplication(lacking, { reading: 'ocr', sha256: 'f'.repeat(64) })]));

    expect((await only(desk, 1)).completeness).toBe('cannot-tell');
    expect((await only(other, 1)).missing).toEqual(['A copy of your highest diploma, degree or transcript.']);
  });

  test('keeps what a reply brought when its first mail is judged again', async () => {
    const desk = await aDeskOfMails();
    const first = sent([anApplication(lacking)]);
    await desk.take(1, first);
    const whole = anApplication({}, { sha256: 'f'.repeat(64) });
    await desk.take(2, sent([whole, aSchoolPaper()], { receivedAt: '2026-05-20T15:00:00.000Z' }));
    const before = await only(desk, 2);
    await desk.take(1, first);

    expect(await applicationsSince(desk.records, '2026-01-01')).toHaveLength(1);
    expect(await only(desk, 1)).toEqual(before);
    await desk.take(2, sent([whole, aSchoolPaper()], { receivedAt: '2026-05-20T15:00:00.000Z' }));
    expect(await only(desk, 1)).toEqual(before);
  });

  test('takes nothing from the other applicants of its own first mail', async () => {
    const desk = await aDeskOfMails();
    const remy = anApplication({ legalName: aField('Remy Thibaut') }, { sha256: 'f'.repeat(64) });
    await desk.take(1, sent([anApplication(), remy, aSchoolPaper('Remy Thibaut')]));
    await desk.take(2, sent([aSchoolPaper('Odette Marchand', '1')]));

    expect(await only(desk, 2)).toMatchObject({ name: 'Odette Marchand', completeness: 'complete' });
  });

  test('judged twice for one mail stays as it was', async () => {
    const desk = await aDeskOfMails();
    await desk.take(1, sent([anApplication()]));
    const before = await only(desk, 1);
    await desk.judge(1);

    expect(await only(desk, 1)).toEqual(before);
    expect(await applicationsSince(desk.records, '2026-01-01')).toHaveLength(1);
  });
});
