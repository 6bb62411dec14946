import { describe, expect, it } from 'vitest';
import { readLetter, readReasons } from '#shared/rules/read-letters.ts';

const letter = (text: string, path = 'letters/accepted.md') => {
  const { read, problems } = readLetter(path, text);
  return { read: read[0], says: problems.map(({ page, line, says }) => `${page}, ${line}: ${says}`) };
};

describe('the page of a letter', () => {
  const page =
    '# Accepted\n\nFor those who are done.\nSubject:  Your year is met \n\n## Text\n\n  Dear {name},  \n\nall is well.\t\n\n';

  it('is a letter by the name of its file, with a subject and a text without blanks around and behind its lines', () => {
    expect(letter(page)).toEqual({
      read: { id: 'accepted', subject: 'Your year is met', text: 'Dear {name},\n\nall is well.' },
      says: [],
    });
  });

  it('keeps blanks at the beginning of a line', () => {
    expect(letter('Subject: a\n## Text\nDear,\n  - one\n').read?.text).toBe('Dear,\n  - one');
  });

  it('loses only the ending of its file’s name', () => {
    expect(letter(page, 'accepted.md').read?.id).toBe('accepted');
    expect(letter(page, 'a/b/on.mdash.md').read?.id).toBe('on.mdash');
  });

  it('needs a subject above the text', () => {
    const says = ['letters/accepted.md, 1: write a line "Subject:" under the title.'];
    const read = { id: 'accepted', subject: '', text: 'Subject: too late' };
    expect(letter('# Accepted\n\n## Text\n\nSubject: too late\n')).toEqual({ read, says });
  });

  it('needs a text', () => {
    expect(letter('# Accepted\n\nSubject: Done\n\nDear …\n')).toEqual({
      read: { id: 'accepted', subject: 'Done', text: '' },
      says: ['letters/accepted.md, 1: write the letter under a heading "## Text".'],
    });
  });

  it('is told both at once when it is empty', () => {
    expect(letter('').says).toEqual([
      'letters/accepted.md, 1: write a line "Subject:" under the title.',
      'letters/accepted.md, 1: write the letter under a heading "## Text".',
    ]);
  });
});

describe('the page of reasons', () => {
  const head = '# Reasons\n\n## Reasons\n\n| reason | what we say | what you can do |\n| --- | --- | --- |\n';
  const reasons = (text: string) => {
    const { words, problems } = readReasons('reasons.md', text);
    return { words, says: problems.map(({ page, line, says }) => `${page}, ${line}: ${says}`) };
  };

  it('gives words to each reason', () => {
    expect(
      reasons(`${head}| illegible | We cannot read it. | Send it again. |\n| too-large | It is too large. | |\n`),
    ).toEqual({
      words: {
        illegible: { says: 'We cannot read it.', fix: 'Send it again.' },
        'too-large': { says: 'It is too large.', fix: '' },
      },
      says: [],
    });
  });

  it('refuses a reason that is none, names the one that was probably meant, and reads on', () => {
    expect(reasons(`${head}| ilegible | We cannot read it. | |\n| too-large | It is too large. | |\n`)).toEqual({
      words: { 'too-large': { says: 'It is too large.', fix: '' } },
      says: ['reasons.md, 7: there is no reason "ilegible". Did you mean "illegible"?'],
    });
  });

  it('names the reason that is closest to what is written, not the shortest', () => {
    expect(reasons(`${head}| to-large | It is too large. | |\n`).says).toEqual([
      'reasons.md, 7: there is no reason "to-large". Did you mean "too-large"?',
    ]);
  });

  it('refuses a reason without a sentence', () => {
    expect(reasons(`${head}| illegible | | Send it again. |\n`)).toEqual({
      words: {},
      says: ['reasons.md, 7: write a sentence under "what we say".'],
    });
  });

  it('misses the column of sentences in each row, and takes the column of advice for empty', () => {
    expect(reasons('## Reasons\n\n| reason |\n| --- |\n| illegible |\n').says).toEqual([
      'reasons.md, 5: write a sentence under "what we say".',
    ]);
    expect(reasons('## Reasons\n\n| reason | what we say |\n| --- | --- |\n| illegible | Not read. |\n').words).toEqual(
      {
        illegible: { says: 'Not read.', fix: '' },
      },
    );
  });

  it('gives no words without its section or its table', () => {
    expect(reasons('# Reasons\n')).toEqual({ words: {}, says: [] });
    expect(reasons('## Reasons\n\nSoon.\n')).toEqual({ words: {}, says: [] });
  });
});
