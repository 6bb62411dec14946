import { describe, expect, it } from 'vitest';
import { factsToTry, tryFacts } from '#shared/rules/try-facts.ts';
import { smallPages, smallProgramme, smallRule } from '#test/builders/a-small-programme.ts';

const programme = smallProgramme();
const text = smallPages[smallRule] ?? '';
const [rule] = programme.rules;
if (!rule) throw new Error('there is a rule');

describe('the facts of an example that may be changed', () => {
  it('are those of its row, as they are written, with how such a value is written', () => {
    expect(factsToTry(rule, text, 1)).toEqual([
      { name: 'credential', kind: 'word', written: 'DEF', howToWrite: 'a word such as RPSS' },
      { name: 'report year', kind: 'year', written: '2024', howToWrite: 'a year such as 2026' },
      { name: 'hours in all', kind: 'hours', written: '9.75', howToWrite: 'hours such as 3 or 2.75' },
      { name: 'hours in review', kind: 'hours', written: '0', howToWrite: 'hours such as 3 or 2.75' },
    ]);
  });

  it('are none where the page has no such example, or no examples', () => {
    expect(factsToTry(rule, text, 5)).toBeNull();
    expect(factsToTry(rule, '# At least 10 hours', 0)).toBeNull();
  });
});

describe('a rule that is tried', () => {
  const facts = { credential: 'ABC', 'report year': '2025', 'hours in all': '10', 'hours in review': '0' };

  it('says what it finds, and why line by line', () => {
    const tried = tryFacts(programme, rule, facts);
    expect(tried).toMatchObject({ finding: { verdict: 'met', year: 2025 }, explanation: { steps: { length: 4 } } });
  });

  it('says what cannot be read, or that the year is missing', () => {
    expect(tryFacts(programme, rule, { ...facts, 'hours in all': 'ten', credential: '§' })).toEqual({
      problems: [
        { fact: 'credential', says: '"§" does not fit "credential". Write a word such as RPSS.' },
        { fact: 'hours in all', says: '"ten" does not fit "hours in all". Write hours such as 3 or 2.75.' },
      ],
    });
    expect(tryFacts(programme, rule, { ...facts, 'report year': '' })).toEqual({
      problems: [{ fact: null, says: 'Say the report year, or the day the application came.' }],
    });
  });
});
