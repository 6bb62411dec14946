import { describe, expect, test } from 'vitest';
import type { DocumentRecord } from '#shared/domain/document.ts';
import { aDocument, aField } from '#test/builders/a-document.ts';
import { codesOf, complete, judged } from '#test/builders/a-judged-mail.ts';

/** An application with every answer, read from a form that was filled in on a computer. */
function application(fields: DocumentRecord['fields'] = {}, own: Partial<DocumentRecord> = {}): DocumentRecord {
  const answers = {
    legalName: aField('Dana Fontenot'),
    dateOfBirth: aField('1990-05-02'),
    email: aField('dana@example.org'),
    phone: aField('504-555-0110'),
    parish: aField('Caddo'),
    educationLevel: aField('High school diploma'),
    livedExperience: aField(true),
    recoveryTwelveMonths: aField(true),
    signaturePresent: aField(true),
    ...fields,
  };
  return aDocument({ kind: 'training-application', fields: answers, sha256: 'e'.repeat(64), ...own });
}

const diploma = aDocument({
  kind: 'education-evidence',
  fields: { holderName: aField('Dana Fontenot'), evidenceType: aField('diploma') },
  sha256: 'd'.repeat(64),
});
const receivedAt = '2026-05-10T15:00:00.000Z';

async function verdictsFor(documents: DocumentRecord[]) {
  const result = await judged({ documents, receivedAt });
  const verdicts = Object.fromEntries(result.findings.map(({ rule, verdict }) => [rule, verdict]));
  return { result, verdicts };
}

describe('an application for a training', () => {
  test('is held against the pages about applications, and still goes to a person', async () => {
    const { result, verdicts } = await verdictsFor([application(), diploma]);

    expect(verdicts).toMatchObject({ 'LA-EL-01': 'met', 'LA-EL-02': 'met', 'LA-EL-03': 'met', 'LA-EL-06': 'met' });
    expect(verdicts['LA-FP-01']).toBe('does-not-apply');
    expect(result.outcome).toBe('needs-review');
    expect(codesOf(result)).toContain('needs-human-decision');
  });

  test('leaves what only people judge to people, whatever is ticked', async () => {
    for (const stated of [true, false]) {
      const fields = { livedExperience: aField(stated), recoveryTwelveMonths: aField(stated) };
      const { result, verdicts } = await verdictsFor([application(fields), diploma]);

      expect([verdicts['LA-EL-04'], verdicts['LA-EL-05'], verdicts['LA-EL-07']]).toEqual(
        Array.from({ length: 3 }, () => 'cannot-tell'),
      );
      expect(result.outcome).toBe('needs-review');
    }
  });

  test('says that it came to the wrong place', async () => {
    const { result } = await verdictsFor([application(), diploma]);

    expect(result.findings.find(({ rule }) => rule === 'LA-EL-08')).toMatchObject({
      verdict: 'not-met',
      why: expect.stringContaining('Please send it as its instructions say'),
    });
  });

  test('names a missing school paper, empty questions and a missing signature', async () => {
    const fields = { unansweredQuestions: aField('Parish; Phone'), signaturePresent: aField(false) };
    const { result, verdicts } = await verdictsFor([application(fields)]);

    expect(codesOf(result)).toEqual(
      expect.arrayContaining(['education-evidence-missing', 'question-unanswered', 'signature-missing']),
    );
    expect(verdicts).toMatchObject({ 'LA-EL-03': 'not-met', 'LA-EL-06': 'not-met' });
  });

  test('takes the age on the day of receipt: 16 is proposed as too young, 17 is looked at, 18 is enough', async () => {
    const ageOn = async (born: string) =>
      (await verdictsFor([application({ dateOfBirth: aField(born) }), diploma])).verdicts['LA-EL-01'];

    expect(await ageOn('2009-05-11')).toBe('not-met');
    expect(await ageOn('2008-05-11')).toBe('cannot-tell');
    expect(await ageOn('2008-05-10')).toBe('met');
  });

  test('asks a family applicant for 24 years, and for a time as caregiver that a person weighs', async () => {
    const family = application(
      { dateOfBirth: aField('2004-01-01'), caregiverExperienceMonths: aField('30') },
      { kind: 'family-training-application' },
    );
    const { result, verdicts } = await verdictsFor([family, diploma]);

    expect(verdicts).toMatchObject({ 'LA-FP-01': 'not-met', 'LA-FP-03': 'cannot-tell', 'LA-EL-01': 'does-not-apply' });
    expect(codesOf(result)).toContain('age-below-minimum');
    expect(
      result.findings.every(
        ({ verdict, decidedBy, rule }) => verdict !== 'not-met' || rule === 'LA-EL-08' || decidedBy === 'person',
      ),
    ).toBe(true);
  });

  test('is not judged by what was only seen on a picture', async () => {
    const seen = Object.fromEntries(
      Object.entries(application({ unansweredQuestions: aField('Parish') }).fields).map(([name, value]) => [
        name,
        { ...value, confidence: 0.85 },
      ]),
    );
    const { result, verdicts } = await verdictsFor([application(seen, { reading: 'ocr' }), diploma]);

    expect(verdicts).toMatchObject({ 'LA-EL-01': 'cannot-tell', 'LA-EL-02': 'cannot-tell', 'LA-EL-06': 'cannot-tell' });
    expect(codesOf(result)).not.toContain('question-unanswered');
  });

  test('among two of one person is left to people', async () => {
    const second = application({}, { sha256: 'f'.repeat(64) });

    expect((await verdictsFor([application(), second, diploma])).result.findings).toEqual([]);
  });

  test('counts nothing for the year, and a report beside it is judged as ever', async () => {
    const alone = await judged({ documents: [application(), diploma], receivedAt });
    const both = await judged({ documents: [...complete, application(), diploma] });

    expect(alone.credits).toEqual([]);
    expect(both.findings.filter(({ rule }) => rule.startsWith('LA-CE')).map(({ verdict }) => verdict)).toEqual(
      Array.from({ length: 14 }, () => 'met'),
    );
    expect(both.outcome).toBe('needs-review');
  });
});
