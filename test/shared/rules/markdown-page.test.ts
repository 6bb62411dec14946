import { describe, expect, it } from 'vitest';
import { blockIn, quoteIn, readPage, sectionOf, tableIn } from '#shared/rules/markdown-page.ts';

const linesOf = (text: string) => readPage('a.md', text).opening;

describe('a page', () => {
  it('is cut at its headings, and its lines keep their numbers', () => {
    expect(
      readPage('a/b.md', 'before\n#  The title \n\nopening\n## First part \none\n### two\n##Second\n## Last\n'),
    ).toEqual({
      path: 'a/b.md',
      title: 'The title',
      opening: [
        { number: 1, text: 'before' },
        { number: 3, text: '' },
        { number: 4, text: 'opening' },
      ],
      sections: [
        {
          heading: 'First part',
          line: 5,
          lines: [
            { number: 6, text: 'one' },
            { number: 7, text: '### two' },
            { number: 8, text: '##Second' },
          ],
        },
        { heading: 'Last', line: 9, lines: [{ number: 10, text: '' }] },
      ],
    });
  });

  it('has one title: a second one is text; none is empty', () => {
    const twice = readPage('a.md', '# One\n# Two');

    expect([twice.title, twice.opening.map(({ text }) => text)]).toEqual(['One', ['# Two']]);
    expect(readPage('a.md', 'text').title).toBe('');
  });

  it('is the same with the line ends of another system', () => {
    expect(readPage('a.md', '# One\r\n\r\n## Two\r\nthree')).toEqual(readPage('a.md', '# One\n\n## Two\nthree'));
  });

  it('has its sections found by name, whatever the case', () => {
    const page = readPage('a.md', '## One\n1\n## Two\n2');

    expect(sectionOf(page, 'two')?.lines.map(({ text }) => text)).toEqual(['2']);
    expect(sectionOf(page, 'three')).toBeUndefined();
  });
});

describe('a table', () => {
  it('is the first one, with its cells by heading', () => {
    const text =
      'words | and bars\n  | a  | b c |\n| :-- | --- |\n| 1 | two |\n  |3|\n|  | | more |\n\n| x |\n|---|\n| y |';

    expect(tableIn(linesOf(text))).toEqual({
      line: 2,
      columns: ['a', 'b c'],
      rows: [
        { line: 4, cells: { a: '1', 'b c': 'two' } },
        { line: 5, cells: { a: '3', 'b c': '' } },
        { line: 6, cells: { a: '', 'b c': '' } },
      ],
    });
  });

  it('has no row for the line below its heading only, whichever way it is drawn', () => {
    for (const line of ['---', ':---', '---:', ':-:', '-'])
      expect(tableIn(linesOf(`| a |\n| ${line} |\n| 1 |`))?.rows).toEqual([{ line: 3, cells: { a: '1' } }]);
    for (const cell of ['- a', 'a -', '2-1', '--x', 'x--'])
      expect(tableIn(linesOf(`| a |\n| --- |\n| ${cell} |`))?.rows).toEqual([{ line: 3, cells: { a: cell } }]);
  });

  it('is null where there is none', () => {
    expect(tableIn(linesOf('a | b'))).toBeNull();
    expect(tableIn([])).toBeNull();
  });
});

describe('a block between two lines of three ticks', () => {
  const text = 'one\n  ```rule\nid: A\n\n  ```  \n```rule\nid: B\n```';

  it('is the first of its language', () => {
    expect(blockIn(linesOf(text), 'rule')).toEqual([
      { number: 3, text: 'id: A' },
      { number: 4, text: '' },
    ]);
    expect(blockIn(linesOf(text), 'other')).toBeNull();
  });

  it('goes to the end where nothing closes it, and may come first', () => {
    expect(blockIn(linesOf('```rule\none\ntwo'), 'rule')?.map((line) => line.text)).toEqual(['one', 'two']);
    expect(blockIn(linesOf('```\n```rule\none\n```'), 'rule')?.map((line) => line.text)).toEqual(['one']);
  });
});

describe('a quote', () => {
  it('is what stands behind >, and its source behind the dash', () => {
    const text = 'no\n> One sentence,\n>in two lines.\n> — A book, page 1\n>— and page 2\n not > this';

    expect(quoteIn(linesOf(text))).toEqual({
      quote: 'One sentence, in two lines.',
      citation: 'A book, page 1; and page 2',
    });
    expect(quoteIn(linesOf('no quote'))).toEqual({ quote: '', citation: '' });
  });
});
