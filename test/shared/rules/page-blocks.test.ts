import { describe, expect, it } from 'vitest';
import { asRun, type Block, pageBlocks, withVerdictsAsRun } from '#shared/rules/page-blocks.ts';

describe('a page as a reader sees it', () => {
  it('is headings, quotes, paragraphs, conditions, lists and tables', () => {
    const text = `# The title
## A part
> quoted
>second
one
 two

three
\`\`\`rule
id: A

# no heading
\`\`\`
- first
- second
| a | b c |
| - | --- |
| 1 |  2  |
|x||y|
last`;

    expect(pageBlocks(text)).toEqual([
      { is: 'heading', level: 1, text: 'The title' },
      { is: 'heading', level: 2, text: 'A part' },
      { is: 'quote', lines: ['quoted', 'second'] },
      { is: 'paragraph', text: 'one  two' },
      { is: 'paragraph', text: 'three' },
      { is: 'conditions', lines: ['id: A', '', '# no heading'] },
      { is: 'list', lines: ['first', 'second'] },
      {
        is: 'table',
        head: ['a', 'b c'],
        rows: [
          ['1', '2'],
          ['x', '', 'y'],
        ],
      },
      { is: 'paragraph', text: 'last' },
    ]);
  });

  it('is the same with the line ends of another system, and empty where nothing is written', () => {
    expect(pageBlocks('# One\r\n\r\ntwo')).toEqual(pageBlocks('# One\n\ntwo'));
    expect(pageBlocks('')).toEqual([]);
    expect(pageBlocks(' \n\n')).toEqual([]);
  });

  it('keeps headings apart and blocks that follow each other too', () => {
    expect(pageBlocks('# One\n# Two')).toHaveLength(2);
    expect(pageBlocks('```\na\n```\n```\nb\n```')).toEqual([
      { is: 'conditions', lines: ['a'] },
      { is: 'conditions', lines: ['b'] },
    ]);
    expect(pageBlocks('```\na\n```\nwords')).toEqual([
      { is: 'conditions', lines: ['a'] },
      { is: 'paragraph', text: 'words' },
    ]);
    expect(pageBlocks('a # b\n-c\na - b > c')).toEqual([{ is: 'paragraph', text: 'a # b -c a - b > c' }]);
    expect(pageBlocks('### deep')).toEqual([{ is: 'heading', level: 2, text: 'deep' }]);
    expect(pageBlocks('#close')).toEqual([{ is: 'heading', level: 1, text: 'close' }]);
    expect(pageBlocks('>  far > x')).toEqual([{ is: 'quote', lines: [' far > x'] }]);
    expect(pageBlocks('| a # b |  \n|-|')).toEqual([{ is: 'table', head: ['a # b'], rows: [] }]);
  });
});

describe('the examples as they were run', () => {
  const table = (head: string[], rows: string[][]): Block => ({ is: 'table', head, rows });
  const heading = (text: string): Block => ({ is: 'heading', level: 2, text });
  const before = table(['no'], [['x']]);

  it('have the verdicts beside them, in their order', () => {
    const blocks = [heading('Amounts'), before, heading('Examples'), table(['a'], [['1'], ['2']]), before];

    expect(withVerdictsAsRun(blocks, ['met'])).toEqual([
      heading('Amounts'),
      before,
      heading('Examples'),
      table(
        ['a', asRun],
        [
          ['1', 'met'],
          ['2', 'not run'],
        ],
      ),
      before,
    ]);
  });

  it('are left alone where there are none', () => {
    for (const blocks of [[before], [heading('Examples')], [before, heading('Examples')], []])
      expect(withVerdictsAsRun(blocks, ['met'])).toEqual(blocks);
    expect(withVerdictsAsRun([{ is: 'paragraph', text: 'Examples' }, before], ['met'])[1]).toEqual(before);
  });
});
