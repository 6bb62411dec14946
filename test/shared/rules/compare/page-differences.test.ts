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
