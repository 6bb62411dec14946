import { describe, expect, it } from 'vitest';
import { readPage } from '#shared/rules/markdown-page.ts';
import type { Amount } from '#shared/rules/programme.ts';
import { readWords } from '#shared/rules/read-words.ts';
import type { Vocabulary } from '#shared/rules/vocabulary.ts';

const vocabulary: Vocabulary = {
  'ethics hours': { kind: 'hours', inWords: 'hours' },
  'report day': { kind: 'day', inWords: 'the day' },
};
const needed: Amount = { name: 'needed hours', kind: 'hours', dated: [] };
const read = (...lines: string[]) =>
  readWords(
    readPage('a.rule.md', `# A rule\n\n## What we tell the person\n\n${lines.join('\n')}`),
    [needed],
    vocabulary,
  );
const says = (...lines: string[]) => read(...lines).problems.map((each) => `${each.page}, ${each.line}: ${each.says}`);

describe('what we tell the person', () => {
  it('is a sentence for each verdict, with the holes that are filled', () => {
    expect(
      read(
        '- met: You have {ethics hours} of {needed hours}.',
        '- not met: {short by} short.',
        '- cannot tell:{missing}',
      ),
    ).toMatchObject({
      read: [
        {
          verdict: 'met',
          aboutFact: null,
          parts: [
            { is: 'words', text: 'You have ' },
            { is: 'fact', name: 'ethics hours', kind: 'hours' },
            { is: 'words', text: ' of ' },
            { is: 'amount', amount: needed },
            { is: 'words', text: '.' },
          ],
        },
        { verdict: 'not-met', parts: [{ is: 'short by' }, { is: 'words', text: ' short.' }] },
      ],
      problems: [{ line: 7 }],
    });
    expect(read('- met: {ethics hours}{needed hours}').read[0]?.parts.map(({ is }) => is)).toEqual(['fact', 'amount']);
    expect(read('- cannot tell: {missing}').read[0]?.parts).toEqual([{ is: 'missing' }]);
    expect(read('- does not apply:   Nothing is due.  ').read).toEqual([
      { verdict: 'does-not-apply', aboutFact: null, parts: [{ is: 'words', text: 'Nothing is due.' }] },
    ]);
  });

  it('may hang on one fact', () => {
    expect(read('- cannot tell (report day): When?').read).toMatchObject([
      { verdict: 'cannot-tell', aboutFact: 'report day' },
    ]);
    expect(says('- cannot tell (report days): When?')).toEqual([
      'a.rule.md, 5: there is no fact "report days". Did you mean "report day"?',
    ]);
  });

  it('is in lines that begin with a dash and a verdict; all others are for the reader', () => {
    const how = 'begin with one of: met, not met, cannot tell, does not apply; then a colon and the sentence.';

    expect(read('As the office says it.', '', '* met: no').read).toEqual([]);
    for (const wrong of [
      '- yes: Good.',
      '- met Good.',
      '- met:',
      '- met:  ',
      '- : Good.',
      '- Met: Good.',
      '- so - met: Good.',
    ])
      expect(says(wrong)).toEqual([`a.rule.md, 5: ${how}`]);
    expect(read('- yes: Good.', '- met: Good.').read).toHaveLength(1);
  });

  it('has no hole that nothing fills, and every such hole is named', () => {
    expect(says('- met: {weather} and {mood}.')).toEqual([
      'a.rule.md, 5: nothing can fill {weather}: write a fact, an amount of this page, {short by} or {missing}.',
      'a.rule.md, 5: nothing can fill {mood}: write a fact, an amount of this page, {short by} or {missing}.',
    ]);
  });

  it('may be missing: the check asks for it', () => {
    expect(readWords(readPage('a.rule.md', '# A rule'), [], vocabulary)).toEqual({ read: [], problems: [] });
  });
});
