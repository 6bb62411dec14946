import { describe, expect, test } from 'vitest';
import { judgeSubmission } from '#functions/apply-rules/judge-submission.ts';
import { applicationsOfMail } from '#shared/records/application-records.ts';
import { aDeskOfMails, codesIn } from '#test/builders/a-desk-of-mails.ts';
import { aDocument, aField } from '#test/builders/a-document.ts';
import { complete } from '#test/builders/a-judged-mail.ts';
import { submissionIdFor } from '#test/builders/a-submission.ts';
import { anApplication, aSchoolPaper, type Desk, only, sent, verdicts } from '#test/builders/an-application.ts';
import { programmeNamed } from '#test/builders/programmes.ts';

const programme = await programmeNamed('louisiana-rpss');
describe('an applicant who is on no roster', () => {
  test('is judged from the application’s own facts, beside the name on the form', async () => {
    const desk = await aDeskOfMails();
    const judgement = await desk.take(1, sent([anApplication(), aSchoolPaper()]));

    expect(judgement.people).toMatchObject([{ name: 'Odette Marchand', specialistId: null, match: 'none' }]);
    expect(verdicts(judgement)).toMatchObject({ 'LA-EL-01': 'met', 'LA-EL-03': 'met', 'LA-EL-06': 'met' });
    expect(judgement.findings.every(({ person }) => person === 0)).toBe(true);
    expect(judgement.outcome).toBe('needs-review');
    expect(codesIn(judgement)).toEqual(['needs-human-decision']);
  });

  test('is judged even where no name can be read', async () => {
    const desk = await aDeskOfMails();
    const judgement = await desk.take(1, sent([anApplication({ legalName: aField(null) }), aSchoolPaper(null)]));

    expect(judgement.people).toMatchObject([{ specialistId: null, match: 'none' }]);
    expect(verdicts(judgement)['LA-EL-01']).toBe('met');
    expect((await only(desk, 1)).name).toBeNull();
  });

  test('who bears the name of somebody on the roster is judged beside that person', async () => {
    const desk = await aDeskOfMails();
    const dana = { from: 'dana@example.org', fromName: 'Dana Fontenot' };
    const form = anApplication({ legalName: aField('Dana Fontenot') });
    const judgement = await desk.take(1, { ...sent([form, aSchoolPaper('Dana Fontenot')]), mail: dana });

    expect(judgement.people.map(({ specialistId }) => specialistId)).toEqual(['RPSS-1']);
    expect(judgement.findings.every(({ person }) => person === 0)).toBe(true);
  });

  test('whose form a specialist sends along is not taken for the specialist', async () => {
    const desk = await aDeskOfMails();
    const dana = { from: 'dana@example.org', fromName: 'Dana Fontenot' };
    const judgement = await desk.take(1, { ...sent([anApplication(), aSchoolPaper()]), mail: dana });
    const [at] = [...new Set(judgement.findings.map(({ person }) => person))];

    expect(judgement.people[at ?? 0]).toMatchObject({ name: 'Odette Marchand', specialistId: null });
  });

  test('of whom nobody proved the address goes to a person, with that said', async () => {
    const desk = await aDeskOfMails();
    const judgement = await desk.take(1, sent([anApplication()], { mail: { authentication: 'unknown' } }));

    expect(codesIn(judgement)).toContain('sender-unverified');
    expect((await only(desk, 1)).isProved).toBe(false);
  });

  test('stands in a mail with a report and takes nothing from it', async () => {
    const desk = await aDeskOfMails();
    const dana = { from: 'dana@example.org', fromName: 'Dana Fontenot' };
    const judgement = await desk.take(1, { documents: [...complete, anApplication(), aSchoolPaper()], mail: dana });

    expect(judgement.credits.map(({ status, person }) => [status, person])).toEqual([
      ['counted', 0],
      ['counted', 0],
    ]);
    expect(judgement.people.map(({ name }) => name)).toEqual(['Dana Fontenot', 'Odette Marchand']);
  });
});

describe('several applicants in one mail', () => {
  test('are judged one by one, each with the school paper in the own name', async () => {
    const desk = await aDeskOfMails();
    const second = anApplication(
      { legalName: aField('Remy Thibaut'), dateOfBirth: aField('2010-01-01') },
      { sha256: 'f'.repeat(64) },
    );
    await desk.take(1, sent([anApplication(), second, aSchoolPaper()]));
    const found = await applicationsOfMail(desk.records, submissionIdFor(1));
    const byName = Object.fromEntries(found.map((one) => [one.name, one]));

    expect(byName['Odette Marchand']?.completeness).toBe('complete');
    expect(byName['Remy Thibaut']?.completeness).toBe('incomplete');
    expect(verdicts(byName['Remy Thibaut'] ?? { findings: [] })).toMatchObject({
      'LA-EL-01': 'not-met',
      'LA-EL-03': 'not-met',
    });
  });

  test('two forms in one name are left to people', async () => {
    const desk = await aDeskOfMails();
    const judgement = await desk.take(1, sent([anApplication(), anApplication({}, { sha256: 'f'.repeat(64) })]));

    expect(judgement.findings).toEqual([]);
    expect((await only(desk, 1)).completeness).toBe('cannot-tell');
  });
});

describe('a mail that a person set aside as not the office’s', () => {
  async function setAside(desk: Desk, number: number) {
    const submission = await desk.submission(number);
    if (!submission) throw new Error('there is no such mail');
    const { applications } = await judgeSubmission(desk.records, submission, programme, { isOurs: false });
    return applications.map(({ application }) => application);
  }

  test('takes its application out of the list, where nothing else brought it', async () => {
    const desk = await aDeskOfMails();
    await desk.take(1, sent([anApplication()]));

    expect(await setAside(desk, 1)).toMatchObject([{ isOurs: false, name: 'Odette Marchand' }]);
  });

  test('takes out only what it brought, where it was a reply', async () => {
    const desk = await aDeskOfMails();
    await desk.take(1, sent([anApplication()]));
    await desk.take(2, sent([aSchoolPaper()]));

    expect(await setAside(desk, 2)).toMatchObject([{ isOurs: true, completeness: 'incomplete', completeSince: null }]);
  });

  test('touches no application that it brought nothing to', async () => {
    const desk = await aDeskOfMails();
    await desk.take(1, sent([anApplication()]));
    await desk.take(2, sent([aDocument({ kind: 'other', fields: {} })]));

    expect(await setAside(desk, 2)).toEqual([]);
  });
});

describe('where an application is meant to go', () => {
  test('is said where it came to the inbox for reports', async () => {
    const desk = await aDeskOfMails();
    const judgement = await desk.take(1, sent([anApplication(), aSchoolPaper()]));
    const application = await only(desk, 1);

    expect(application.destination).toBe('elsewhere');
    expect(application.directions.join(' ')).toContain('is meant for The Extra Mile Region IV');
    expect(verdicts(judgement)['LA-EL-08']).toBe('not-met');
  });

  test('is not known for a form that names another state: it is for none of our credentials', async () => {
    const desk = await aDeskOfMails();
    const heading = aField('State of Texas / Application for Peer Specialist Training');
    const judgement = await desk.take(1, sent([anApplication({ appliedFor: heading }), aSchoolPaper()]));
    const application = await only(desk, 1);

    expect(application).toMatchObject({ destination: 'somebody-else', credential: null, missing: [] });
    expect(application.directions.join(' ')).toContain('names another office');
    expect(judgement.findings.every(({ verdict }) => verdict === 'cannot-tell')).toBe(true);
    expect(judgement.outcome).toBe('needs-review');
  });
});
