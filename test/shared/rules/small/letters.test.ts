import { describe, expect, it } from 'vitest';
import { fillLetter, wordsForReason } from '#shared/rules/letters.ts';
import { rosterFacts } from '#shared/rules/roster-facts.ts';
import { aSpecialist } from '#test/builders/a-person.ts';
import { smallProgramme } from '#test/builders/a-small-programme.ts';

const withText = (text: string, subject = 'Your report') =>
  smallProgramme(['letters/question.md', /^$/, `# Q\n\nSubject: ${subject}\n\n## Text\n\n${text}`]);
const filled = (text: string, values: Record<string, string>) => fillLetter(withText(text), 'question', values).text;

describe('a letter', () => {
  it('has its paragraphs apart, and ends with one line', () => {
    expect(filled('Dear {name},\n\n\nthank you.\n', { name: 'Dana' })).toBe('Dear Dana,\n\nthank you.\n');
    expect(filled('{first}\n\nthank you.\n\n{last}', { first: '\n\nOne', last: 'Two\n\n' })).toBe(
      'One\n\nthank you.\n\nTwo\n',
    );
  });

  it('leaves out a paragraph only where all of its values are empty', () => {
    expect(filled('A.\n\n{one} {two}\n\nB.', { one: ' ', two: '' })).toBe('A.\n\nB.\n');
    expect(filled('A.\n\n{one} {two}\n\nB.', { one: '', two: 'x' })).toBe('A.\n\n x\n\nB.\n');
    expect(filled('A.\n\nB.', {})).toBe('A.\n\nB.\n');
  });

  it('keeps the lines of a value, and none of its other signs', () => {
    expect(filled('{list}', { list: '- one\n- two\u0007\t!' })).toBe('- one\n- two  !\n');
  });

  it('has a subject in one line', () => {
    const { subject } = fillLetter(withText('A.', 'For {name} {mark}'), 'question', {
      name: 'Dana\nR.   F.',
      mark: '',
    });

    expect(subject).toBe('For Dana R. F.');
  });

  it('is never written without its words', () => {
    expect(() => wordsForReason(smallProgramme(), 'illegible')).toThrow(
      'the programme has no words for the reason "illegible"',
    );
    expect(() => filled('{name}', {})).toThrow('the letter "question" needs a value for {name}');
  });
});

describe('the days of a person on the roster', () => {
  it('are those it says; of nobody, none', () => {
    expect(rosterFacts(aSpecialist({ initialTrainingDate: '2023-03-10', certifiedOn: '2023-06-01' }))).toEqual({
      'training year': 2023,
      'first training day': '2023-03-10',
      'certification day': '2023-06-01',
    });
    expect(rosterFacts(aSpecialist({ initialTrainingDate: null }))).toEqual({});
    expect(rosterFacts(null)).toEqual({});
  });
});
