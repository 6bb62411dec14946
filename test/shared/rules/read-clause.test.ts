import { describe, expect, it } from 'vitest';
import type { Amount } from '#shared/rules/programme.ts';
import { readClause } from '#shared/rules/read-clause.ts';
import type { Vocabulary } from '#shared/rules/vocabulary.ts';

const vocabulary: Vocabulary = {
  hours: { kind: 'hours', inWords: 'hours' },
  'hours of ethics': { kind: 'hours', inWords: 'hours of ethics' },
  papers: { kind: 'count', inWords: 'papers' },
  year: { kind: 'year', inWords: 'the year' },
  'end day': { kind: 'day', inWords: 'the end' },
  word: { kind: 'word', inWords: 'the word' },
  'other word': { kind: 'word', inWords: 'another word' },
  signed: { kind: 'yes-no', inWords: 'whether it is signed' },
};
const amounts: Amount[] = [
  { name: 'needed hours', kind: 'hours', dated: [] },
  { name: 'needed papers', kind: 'count', dated: [] },
];
const read = (text: string, around = amounts) =>
  readClause(text, { amounts: around, timeZone: 'America/New_York', vocabulary: { ...vocabulary } });
const says = (text: string, around = amounts) => {
  const result = read(text, around);
  return 'says' in result ? result.says : 'it can be read';
};

describe('a line of a rule', () => {
  it.each([
    ['hours is at least 2.5', { is: 'value', value: 250 }, 'is at least', 'hours', 'hours'],
    [
      'hours of ethics is more than needed hours',
      { is: 'amount', name: 'needed hours' },
      'is more than',
      'hours of ethics',
      'hours',
    ],
    ['hours is at most hours of ethics', { is: 'fact', name: 'hours of ethics' }, 'is at most', 'hours', 'hours'],
    ['papers is not 3', { is: 'value', value: 3 }, 'is not', 'papers', 'count'],
    ['papers is needed papers', { is: 'amount', name: 'needed papers' }, 'is', 'papers', 'count'],
    ['year is before 2026', { is: 'value', value: 2026 }, 'is before', 'year', 'year'],
    ['year is at least 2026', { is: 'value', value: 2026 }, 'is at least', 'year', 'year'],
    ['end day is on or after 2026-01-31', { is: 'value', value: '2026-01-31' }, 'is on or after', 'end day', 'day'],
    [
      'end day is on or before 2026-01-01T03:00:00Z',
      { is: 'value', value: '2025-12-31' },
      'is on or before',
      'end day',
      'day',
    ],
    ['word is one of A, B C ,D', { is: 'list', values: ['A', 'B C', 'D'] }, 'is one of', 'word', 'word'],
    ['word is not other word', { is: 'fact', name: 'other word' }, 'is not', 'word', 'word'],
    ['word is   green', { is: 'value', value: 'green' }, 'is', 'word', 'word'],
    ['signed is yes', { is: 'value', value: true }, 'is', 'signed', 'yes-no'],
  ])('%s', (text, operand, comparison, fact, kind) => {
    expect(read(text)).toEqual({ clause: { fact, kind, comparison, operand, text } });
  });

  it('names a fact that is known, the longest name that fits', () => {
    expect(says('hour is 3')).toBe(
      'there is no fact "hour". Did you mean "hours"? All facts are in shared/rules/facts.ts.',
    );
    expect(says('constructor is 3')).toContain('there is no fact "constructor"');
    expect(says('signd')).toContain('there is no fact "signd". Did you mean "signed"?');
    expect(read('hours of ethics is 3')).toMatchObject({ clause: { fact: 'hours of ethics' } });
  });

  it('compares as that kind of fact may be compared', () => {
    const numbers = 'is, is not, is at least, is at most, is more than';
    const days = 'is, is before, is after, is on or before, is on or after';

    expect(says('hours exceeds 3')).toBe(`after "hours" write one of: ${numbers}.`);
    expect(says('hours is before 3')).toBe(`"hours" cannot be asked with "is before". Write one of: ${numbers}.`);
    expect(says('papers is one of 3')).toBe(`"papers" cannot be asked with "is one of". Write one of: ${numbers}.`);
    expect(says('year is on or after 2026')).toContain(`Write one of: ${numbers}, is before, is after.`);
    expect(says('end day is at least 2026-01-01')).toContain(`Write one of: ${days}.`);
    expect(says('word is more than A')).toContain('Write one of: is, is not, is one of.');
    expect(says('signed is not yes')).toBe('"signed" cannot be asked with "is not". Write one of: is.');
  });

  it('asks on its right side for the same kind', () => {
    const amountsSaid = 'another fact of that kind, or "needed hours", "needed papers".';

    expect(says('hours is plenty')).toBe(
      `"plenty" does not fit "hours". Write hours such as 3 or 2.75, ${amountsSaid}`,
    );
    expect(says('papers is needed hours')).toContain('"needed hours" does not fit "papers".');
    expect(says('hours is needed papers')).toContain('"needed papers" does not fit "hours".');
    expect(says('hours is papers')).toContain('"papers" does not fit "hours".');
    expect(says('word is year')).toContain('"year" does not fit "word".');
    expect(says('word is one of A, §')).toContain('"A, §" does not fit "word".');
    expect(says('word is one of A,')).toContain('does not fit "word".');
    expect(says('signed is true', [])).toBe(
      '"true" does not fit "signed". Write yes or no, another fact of that kind, or a table of amounts on this page.',
    );
  });
});
