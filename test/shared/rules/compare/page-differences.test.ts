import { describe, expect, it } from 'vitest';
import { pageDifferences } from '#shared/rules/compare/page-differences.ts';
import { allProgrammes } from '#test/builders/programmes.ts';

const page = `# At least 3 hours

A sentence.

## Needed hours

| from | needed hours |
| ---- | ------------ |
| 2024 | 3            |

## What we tell the person

- met: Enough.
- not met: Not enough.
`;
const of = (text: string) => ({ 'a.rule.md': text });
const sections = (after: string) => pageDifferences(of(page), of(after)).flatMap((each) => each.sections);

describe('page by page', () => {
  it('an amount that changes stands beside the one that is, by the names of its columns', () => {
    expect(sections(page.replace('| 2024 | 3  ', '| 2024 | 4  '))).toEqual([
      { section: 'Needed hours', before: ['from: 2024; needed hours: 3'], after: ['from: 2024; needed hours: 4'] },
    ]);
  });

  it('a column that is only drawn wider is no difference', () => {
    const wider = page
      .replaceAll('needed hours |', 'needed hours      |')
      .replace('3            |', '3                 |');
    expect(wider).not.toBe(page);
    expect(sections(wider)).toEqual([]);
  });

  it('a line that comes or goes is named in its section, and lines in another order are shown', () => {
    const [lost] = sections(page.replace('- met: Enough.\n', ''));
    expect(lost).toEqual({ section: 'What we tell the person', before: ['met: Enough.'], after: [] });
    const turned = page.replace('- met: Enough.\n- not met: Not enough.', '- not met: Not enough.\n- met: Enough.');
    expect(sections(turned)).toEqual([
      {
        section: 'What we tell the person',
        before: ['met: Enough.', 'not met: Not enough.'],
        after: ['not met: Not enough.', 'met: Enough.'],
      },
    ]);
  });

  it('a page that is new or gone is named', () => {
    expect(pageDifferences({}, of(page))).toEqual([
      { page: 'a.rule.md', is: 'new', title: 'At least 3 hours', sections: [] },
    ]);
    expect(pageDifferences(of(page), {})[0]?.is).toBe('gone');
  });

  it('no line of any programme is lost: every word taken out is seen', async () => {
    for (const { pages } of await allProgrammes()) {
      for (const [path, text] of Object.entries(pages)) {
        const lines = text.split('\n').filter((line) => /^(- |> )/.test(line));
        for (const line of lines.slice(0, 3)) {
          const fewer = { ...pages, [path]: text.replace(`${line}\n`, '') };
          expect(pageDifferences(pages, fewer).map((each) => each.page)).toEqual([path]);
        }
      }
    }
  });
});

describe('every kind of line on a page', () => {
  const long = `# A rule

About it.

> The law says so.
> — Page 1

\`\`\`rule
id: XX-CE-01

met when: hours is 3
\`\`\`

## Words

- one
- two
- two

### More

Some  words.

| from | hours | source |
| - | - | - |
| 2024 | 3 | |
`;
  const said = (from: string | RegExp, to: string) => {
    const after = long.replace(from, to);
    expect(after).not.toBe(long);
    return pageDifferences(of(long), of(after)).map(({ page: _page, ...each }) => each);
  };
  const changed = (section: string, before: string[], after: string[], title = 'A rule') => [
    { is: 'changed', title, sections: [{ section, before, after }] },
  ];

  it('is shown as it was and as it is, in its section', () => {
    const top = 'At the top';

    expect(said('# A rule', '#   Another rule')).toEqual(changed(top, ['A rule'], ['Another rule'], 'Another rule'));
    expect(said('About it.', 'All about it.')).toEqual(changed(top, ['About it.'], ['All about it.']));
    expect(said('> The law', '>   Our law')).toEqual(changed(top, ['The law says so.'], ['Our law says so.']));
    expect(said('hours is 3', 'hours is 4')).toEqual(changed(top, ['met when: hours is 3'], ['met when: hours is 4']));
    expect(said('- one', '- three')).toEqual(changed('Words', ['one'], ['three']));
    expect(said('Some  words', 'Some more words')).toEqual(changed('More', ['Some words.'], ['Some more words.']));
    expect(said('| 2024 | 3 | |', '| 2024 | 3 | law |')).toEqual(
      changed('More', ['from: 2024; hours: 3'], ['from: 2024; hours: 3; source: law']),
    );
    expect(said('| from | hours |', '| year | hours |')).toEqual(
      changed(
        'More',
        ['columns: from, hours, source', 'from: 2024; hours: 3'],
        ['columns: year, hours, source', 'year: 2024; hours: 3'],
      ),
    );
  });

  it('that is only new stands alone, also one that was there once already', () => {
    expect(said('- one\n', '- one\n- three\n')).toEqual(changed('Words', [], ['three']));
    expect(said('- one\n', '- one\n- one\n')).toEqual(changed('Words', [], ['one']));
    expect(said('- two\n- two\n', '- two\n')).toEqual(changed('Words', ['two'], []));
    expect(said('- one\n- two', '- two\n- one')).toEqual(
      changed('Words', ['one', 'two', 'two'], ['two', 'one', 'two']),
    );
  });

  it('of a section that is new or gone is shown under its name', () => {
    expect(said('## Words', '## Sentences')).toMatchObject([
      {
        sections: [
          { section: 'Words', after: [] },
          { section: 'Sentences', before: [] },
        ],
      },
    ]);
    expect(said('## Words', '## Sentences')[0]?.sections[1]?.after[0]).toBe('one');
  });

  it('is no other by blanks or by an empty line', () => {
    expect(said('About it.', 'About   it. ')).toEqual([]);
    expect(said('id: XX-CE-01\n', 'id: XX-CE-01\n\n\n')).toEqual([]);
  });

  it('pages come in the order of their paths; one without a title is called by its path', () => {
    expect(
      pageDifferences({ b: '# B', d: '## Not a title' }, { c: 'Words: # no title', a: '# A\n' }).map(
        ({ page: path, is, title }) => [path, is, title],
      ),
    ).toEqual([
      ['a', 'new', 'A'],
      ['b', 'gone', 'B'],
      ['c', 'new', 'c'],
      ['d', 'gone', 'd'],
    ]);
    expect(pageDifferences({ a: '' }, {})).toEqual([{ page: 'a', is: 'gone', title: 'a', sections: [] }]);
  });
});
