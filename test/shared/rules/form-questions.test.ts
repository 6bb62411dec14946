import { describe, expect, it } from 'vitest';
import type { FormQuestion } from '#shared/rules/applications-page.ts';
import { openQuestions } from '#shared/rules/form-questions.ts';
import { aField } from '#test/builders/a-document.ts';

const asked = (field: string, printed: string[], inLetter: string | null, credentials = ['RPSS']): FormQuestion => ({
  ...{ field, printed, inLetter, credentials },
});
const questions = [
  asked('legalName', ['name'], 'your full name', ['RPSS', 'RFPSS']),
  asked('phone', ['phone', 'e-mail'], 'your phone number'),
  asked('livedExperience', ['lived experience'], null),
  asked('caregiverExperienceMonths', ['caregiver'], null, ['RFPSS']),
];
const answers = { legalName: aField('Odette'), phone: aField('504'), livedExperience: aField(false) };

describe('the open questions of a form', () => {
  it('are none where every question that the programme asks for the credential has an answer, a no too', () => {
    expect(openQuestions(questions, 'RPSS', answers)).toEqual({ count: 0, named: [], unnamed: 0 });
  });

  it('are not known where a question of the list was not found, or the list is empty', () => {
    const { phone: _left, ...without } = answers;

    expect(openQuestions(questions, 'RPSS', without).count).toBeNull();
    expect(openQuestions(questions, 'RFPSS', answers).count).toBeNull();
    expect(openQuestions([], 'RPSS', answers).count).toBeNull();
    expect(openQuestions(questions, 'other', answers).count).toBeNull();
  });

  it.each([
    ['an empty field', aField(null)],
    ['blanks', aField('  ')],
  ])('hold one that was found with %s, by its name in letters', (_what, phone) => {
    expect(openQuestions(questions, 'RPSS', { ...answers, phone })).toEqual({
      count: 1,
      named: ['your phone number'],
      unnamed: 0,
    });
  });

  it('count what is about the applicant’s life and name it nowhere', () => {
    const fields = { ...answers, livedExperience: aField(null), unansweredQuestions: aField('Why do you apply?; ') };

    expect(openQuestions(questions, 'RPSS', fields)).toEqual({ count: 2, named: [], unnamed: 2 });
  });

  it('count a question once that is both empty and listed by its print', () => {
    const fields = { ...answers, phone: aField(null), unansweredQuestions: aField('Daytime PHONE (home)') };

    expect(openQuestions(questions, 'RPSS', fields)).toEqual({ count: 1, named: ['your phone number'], unnamed: 0 });
  });

  it('find a hyphened word in print, and none inside another word', () => {
    const open = (words: string) =>
      openQuestions(questions, 'RPSS', { ...answers, phone: aField(null), unansweredQuestions: aField(words) });

    expect(open('Your e-mail')).toEqual({ count: 1, named: ['your phone number'], unnamed: 0 });
    expect(open('Microphones')).toEqual({ count: 2, named: ['your phone number'], unnamed: 1 });
  });

  it('do not take the name of an employer for the applicant’s, which has an answer', () => {
    const fields = { ...answers, unansweredQuestions: aField('Name of your employer') };

    expect(openQuestions(questions, 'RPSS', fields)).toEqual({ count: 1, named: [], unnamed: 1 });
  });

  it('are said even where other questions were not found', () => {
    const fields = { legalName: aField('Odette'), unansweredQuestions: aField('Phone') };

    expect(openQuestions(questions, 'RPSS', fields)).toEqual({ count: 1, named: ['your phone number'], unnamed: 0 });
  });
});
