import { describe, expect, it } from 'vitest';
import { readPage } from '#shared/rules/markdown-page.ts';
import { readAmounts } from '#shared/rules/read-amounts.ts';

const amounts = (...lines: string[]) => {
  const { read, problems } = readAmounts(readPage('a.rule.md', lines.join('\n')));
  return { read, says: problems.map(({ page, line, says }) => `${page}, ${line}: ${says}`) };
};
const rule = '| --- | --- | --- |';
const hours = (...rows: string[]) => amounts('## Hours', '', '| from | needed hours | source |', rule, ...rows);
const dated = (rows: ReturnType<typeof amounts>) => rows.read.flatMap((amount) => amount.dated);

describe('the amounts of a page', () => {
  it('are hours in hundredths where the name says hours, and counts where it does not', () => {
    const table = ['## Age', '', '| from | least age | source |', rule, '| 2024 | 18 | page 2 |'];
    expect(amounts('## Hours', '| from | needed hours | source |', rule, '| 2024 | 2.5 | page 1 |', ...table)).toEqual({
      read: [
        { name: 'needed hours', kind: 'hours', dated: [{ fromYear: 2024, value: 250, source: 'page 1' }] },
        { name: 'least age', kind: 'count', dated: [{ fromYear: 2024, value: 18, source: 'page 2' }] },
      ],
      says: [],
    });
  });

  it('may be not published from a year on', () => {
    const read = hours('| 2024 | 10 | page 1 |', '| 2026 | not published | page 1 |');
    expect(read.says).toEqual([]);
    expect(dated(read).map(({ fromYear, value }) => [fromYear, value])).toEqual([
      [2024, 1000],
      [2026, null],
    ]);
  });

  it('stand in tables with a column "from"; other tables and sections without one are passed over', () => {
    const other = ['## Examples', '| because | year | source |', rule, '| a | 2024 | b |', '## Words', 'No table.'];
    expect(amounts(...other)).toEqual({ read: [], says: [] });
    expect(hours()).toEqual({ read: [{ name: 'needed hours', kind: 'hours', dated: [] }], says: [] });
  });

  it('need a name and a source beside the year', () => {
    const says = ['a.rule.md, 2: a table of amounts has three columns: from, the name, source.'];
    expect(amounts('## Hours', '| from | source |', '| --- | --- |', '| 2024 | page 1 |')).toEqual({ read: [], says });
    expect(amounts('## Hours', '| from | hours |', '| --- | --- |', '| 2024 | 3 |')).toEqual({ read: [], says });
  });

  it('have their name in whichever column is neither year nor source', () => {
    const read = amounts('## Hours', '| source | hours | from |', rule, '| page 1 | 3 | 2024 |');
    expect(read.read[0]?.name).toBe('hours');
    expect(dated(read)).toEqual([{ fromYear: 2024, value: 300, source: 'page 1' }]);
  });

  it.each(['', '24', '12024', '20245', 'in 2024', '2024 on', 'now'])('do not hold from "%s"', (from) => {
    const read = hours(`| ${from} | 3 | page 1 |`);
    expect(read.says).toEqual(['a.rule.md, 5: write the first report year, such as 2024, under "from".']);
    expect(dated(read)).toEqual([]);
  });

  it.each(['', 'three', '2.555', '-1', 'Not published'])('are no hours when written "%s"', (written) => {
    const read = hours(`| 2024 | ${written} | page 1 |`);
    expect(read.says).toEqual([
      'a.rule.md, 5: write an exact amount such as 3 or 2.5 under "needed hours", or: not published.',
    ]);
    expect(dated(read)).toEqual([]);
  });

  it.each(['', '2.5', 'a18', '18 years', '1234567'])('are no count when written "%s"', (written) => {
    const read = amounts('## Age', '| from | least age | source |', rule, `| 2024 | ${written} | page 1 |`);
    expect(read.says).toEqual([
      'a.rule.md, 4: write an exact amount such as 3 or 2.5 under "least age", or: not published.',
    ]);
    expect(dated(read)).toEqual([]);
  });

  it('need the place where they are published, and are read without it', () => {
    const read = hours('| 2024 | 3 | |');
    expect(read.says).toEqual(['a.rule.md, 5: write where the amount is published under "source".']);
    expect(dated(read)).toEqual([{ fromYear: 2024, value: 300, source: '' }]);
  });

  it('are told everything that is wrong with a row at once, and the next row is read', () => {
    const read = hours('| soon | some | |', '| 2025 | 3 | page 1 |');
    expect(read.says).toHaveLength(3);
    expect(dated(read)).toEqual([{ fromYear: 2025, value: 300, source: 'page 1' }]);
  });
});
