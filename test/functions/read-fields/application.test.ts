import { describe, expect, it } from 'vitest';
import { monthsIn } from '#functions/read-fields/months.ts';
import { trainingApplication } from '#test/fixtures/make/application-papers.ts';
import {
  captionsAndLines,
  cellsAndBrackets,
  letterheadAndClass,
  listOfDegrees,
  numberedLines,
} from './applications-on-paper.ts';
import { readPaper } from './reading-of.ts';

describe('an application for a training is read whatever its layout', () => {
  it('with a list of degrees to tick; a question without an answer is named', async () => {
    const { kind, values, extract } = await readPaper(await listOfDegrees());
    expect(kind).toBe('training-application');
    expect(values).toEqual({
      legalName: 'Jolie Ann Mouton',
      dateOfBirth: '1985-07-09',
      email: 'jolie.m@example.org',
      phone: '(318) 555-0144',
      parish: 'Caddo',
      educationLevel: 'GED or HiSET',
      livedExperience: true,
      recoveryTwelveMonths: false,
      signaturePresent: true,
      signatureDate: '2026-11-02',
      unansweredQuestions: 'What strengths would you bring to this work?',
      appliedFor: 'Peer Support Specialist Training Application',
    });
    expect(extract.reasons.map(({ code }) => code)).toEqual(['question-unanswered']);
  });

  it.each(['over', 'under'] as const)('with small captions %s the lines to write on', async (captions) => {
    const { kind, values } = await readPaper(await captionsAndLines(captions));
    expect(kind).toBe('family-training-application');
    expect(values).toEqual({
      legalName: 'Bernice Q. Falgout',
      dateOfBirth: '1979-03-03',
      email: 'bq@example.com',
      phone: '504-555-0191',
      parish: 'St. Landry',
      educationLevel: 'Some college',
      livedExperience: true,
      caregiverExperienceMonths: '30',
      signaturePresent: true,
      signatureDate: '2026-10-30',
      appliedFor: 'Application for Family Peer Support Specialist Training (RFPSS)',
    });
  });

  it('with cells and brackets; a length of recovery answers whether it was twelve months', async () => {
    const { values } = await readPaper(await cellsAndBrackets());
    expect(values).toEqual({
      legalName: 'Keisha L. Robertson',
      dateOfBirth: '1991-02-17',
      email: 'krob@example.net',
      phone: '225 555 0170',
      parish: 'East Baton Rouge',
      educationLevel: 'Bachelor of Arts',
      livedExperience: true,
      recoveryTwelveMonths: true,
      signaturePresent: true,
      signatureDate: '2026-11-19',
      appliedFor: 'TRAINING APPLICATION - RECOGNIZED PEER SUPPORT SPECIALIST',
    });
  });

  it('with nothing but numbered lines', async () => {
    const { values } = await readPaper(await numberedLines());
    expect(values).toMatchObject({
      legalName: 'Opal Dugas',
      parish: 'Terrebonne',
      educationLevel: 'GED',
      caregiverExperienceMonths: '42',
      livedExperience: true,
      signaturePresent: true,
      unansweredQuestions: 'What supports helped your family most?; What do you hope to learn?',
    });
  });
});

describe('whose form it is and for which class', () => {
  it('is read from the heading down to the title and its subtitle, and from the class wished', async () => {
    const { values } = await readPaper(await letterheadAndClass('March 9, 2026, Lafayette'));
    expect(values).toMatchObject({
      appliedFor: 'Ohio Department of Behavioral Health / Application for Training / Certified Peer Supporter',
      classWished: 'March 9, 2026, Lafayette',
      parish: 'St. Landry',
    });
  });

  it('is no story: what is too long for the name of a class stays on its page', async () => {
    const { values } = await readPaper(
      await letterheadAndClass('Whenever there is room since I have waited long and would love to'),
    );
    expect(values).not.toHaveProperty('classWished');
  });
});

describe('a question of a form that is filled in on a computer', () => {
  const odette = {
    legalName: 'Odette Marchand',
    dateOfBirth: '1990-05-02',
    email: 'odette@example.org',
    parish: 'Caddo',
    educationLevel: 'High school diploma',
    signatureDate: '2026-05-09',
  };

  it('is answered by the field below it, though its answer is read into nothing', async () => {
    const { values } = await readPaper((await trainingApplication({ ...odette, phone: '504-555-0110' })).bytes);
    expect(values).not.toHaveProperty('unansweredQuestions');
  });

  it('is named when its field is empty', async () => {
    const { values } = await readPaper((await trainingApplication({ ...odette, phone: '' })).bytes);
    expect(values).toMatchObject({ unansweredQuestions: 'Phone' });
  });
});

describe('a length of time in months', () => {
  it.each([
    ['18 months', '18'],
    ['2 years', '24'],
    ['one year and 6 months', '18'],
    ['1½ years', '18'],
    ['3 yrs. 2 mos.', '38'],
    ['March 2022 to September 2025', '42'],
    ['since 01/2024', '34'],
    ['6/2023 - present', '41'],
    ['diez meses', '10'],
  ])('"%s" is %s', (text, months) => {
    expect(monthsIn(text, '2026-11-05')?.value).toBe(months);
  });

  it('is not known where no end is told, and not exact where it is "about" so long', () => {
    expect(monthsIn('since 01/2024', null)).toBeNull();
    expect(monthsIn('a long time', '2026-11-05')).toBeNull();
    expect(monthsIn('over 2 years', null)).toEqual({ value: '24', isExact: false });
  });
});
