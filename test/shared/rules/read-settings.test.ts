import { describe, expect, it } from 'vitest';
import { readPage } from '#shared/rules/markdown-page.ts';
import { type Reader, readRows, readSettings } from '#shared/rules/read-settings.ts';

const shapes = {
  length: { pattern: /^(\d+) months$/, example: '"12 months"' },
  kind: { pattern: /^(fixed|moving)$/, example: 'fixed or moving', mustBeKnown: true },
};

const table = (...rows: string[]) =>
  ['# Period', '', '## Settings', '', '| setting | value | source |', '| --- | --- | --- |', ...rows].join('\n');
const reading = (text: string) => {
  const reader: Reader = { page: readPage('period.md', text), problems: [] };
  return { reader, says: () => reader.problems.map(({ page, line, says }) => `${page}, ${line}: ${says}`) };
};
const settings = (text: string) => {
  const { reader, says } = reading(text);
  const setting = readSettings(reader, 'Settings', shapes);
  return { setting, says: says() };
};

const length = '| length | 12 months | page 1 |';
const kind = '| kind | fixed | page 1 |';

describe('a table of settings', () => {
  it('answers each setting by name, with the parts of its value', () => {
    const { setting, says } = settings(table(length, kind));
    expect(says).toEqual([]);
    expect(setting('length')?.[1]).toBe('12');
    expect(setting('kind')?.[1]).toBe('fixed');
    expect(setting('colour')).toBeNull();
  });

  it('may leave open what is not published', () => {
    const { setting, says } = settings(table('| length | not published | page 1 |', kind));
    expect(says).toEqual([]);
    expect(setting('length')).toBeNull();
  });

  it('may not leave open what must be known', () => {
    const { setting, says } = settings(table(length, '| kind | not published | page 1 |'));
    expect(says).toEqual(['period.md, 8: "kind" must be written as: fixed or moving.']);
    expect(setting('kind')).toBeNull();
  });

  it('says how a value is written, and that "not published" would do too', () => {
    const { setting, says } = settings(table('| length | a year | page 1 |', kind));
    expect(says).toEqual(['period.md, 7: "length" must be written as: "12 months", or: not published.']);
    expect(setting('length')).toBeNull();
  });

  it('asks where a value comes from, also where it is not published', () => {
    const { says } = settings(table('| length | not published | |', '| kind | fixed | |'));
    expect(says).toEqual([
      'period.md, 7: write under "source" where "length" comes from.',
      'period.md, 8: write under "source" where "kind" comes from.',
    ]);
  });

  it('asks for a line that is missing, at the heading', () => {
    const { setting, says } = settings(table());
    expect(says).toEqual([
      'period.md, 3: the table "Settings" needs a line "length": "12 months", or: not published.',
      'period.md, 3: the table "Settings" needs a line "kind": fixed or moving.',
    ]);
    expect(setting('length')).toBeNull();
  });

  it('asks for every line at the top of a page without the section, and below a heading without a table', () => {
    const wanted = [
      'the table "Settings" needs a line "length": "12 months", or: not published.',
      'the table "Settings" needs a line "kind": fixed or moving.',
    ];
    expect(settings('# Period\n').says).toEqual(wanted.map((says) => `period.md, 1: ${says}`));
    expect(settings('# Period\n\n## Settings\n').says).toEqual(wanted.map((says) => `period.md, 3: ${says}`));
  });

  it('refuses a line that is no setting', () => {
    expect(settings(table(length, kind, '| colour | red | page 1 |')).says).toEqual([
      'period.md, 9: "colour" is no setting of "Settings".',
    ]);
  });

  it('refuses a table without its columns as a line without a name', () => {
    const { says } = settings('## Settings\n\n| name | value |\n| --- | --- |\n| length | 12 months |');
    expect(says.at(-1)).toBe('period.md, 5: "" is no setting of "Settings".');
    const noValue = settings('## Settings\n\n| setting | source |\n| --- | --- |\n| length | page 1 |');
    expect(noValue.says[0]).toBe('period.md, 5: "length" must be written as: "12 months", or: not published.');
    expect(noValue.setting('length')).toBeNull();
  });

  it('takes a value that is not written for an empty one', () => {
    const { reader, says } = reading('## Settings\n\n| setting | source |\n| --- | --- |\n| note | page 1 |');
    const setting = readSettings(reader, 'Settings', { note: { pattern: /^$/, example: 'nothing' } });
    expect(says()).toEqual([]);
    expect(setting('note')?.[0]).toBe('');
  });
});

describe('a table that may be empty', () => {
  const rows = (text: string) => {
    const { reader, says } = reading(text);
    const read = readRows(reader, 'Ways', ['way', 'source']);
    return { read: read.map(({ cells }) => cells), says: says() };
  };

  it('gives its rows by column', () => {
    expect(rows('## Ways\n\n| way | source |\n| --- | --- |\n| portal | page 1 |\n| fax | page 2 |')).toEqual({
      read: [
        { way: 'portal', source: 'page 1' },
        { way: 'fax', source: 'page 2' },
      ],
      says: [],
    });
  });

  it.each(['Not published.', 'not published', '  None known.', 'none'])('is empty where the page says "%s"', (said) => {
    expect(rows(`# Page\n\n## Ways\n\n${said}\n`)).toEqual({ read: [], says: [] });
  });

  it.each(['', 'There are none.', 'Nonesuch', 'It is not published yet.'])(
    'is not said to be empty by "%s"',
    (said) => {
      expect(rows(`# Page\n\n## Ways\n\n${said}\n`)).toEqual({
        read: [],
        says: ['period.md, 3: write a table with the columns way, source, or: Not published.'],
      });
    },
  );

  it('needs its section', () => {
    expect(rows('# Page\n')).toEqual({ read: [], says: ['period.md, 1: add a section "## Ways".'] });
  });

  it('needs each of its columns, and says so once, not for each row', () => {
    expect(rows('## Ways\n\n| way |\n| --- |\n| portal |\n| fax |').says).toEqual([
      'period.md, 3: the table of "Ways" needs a column "source".',
    ]);
  });

  it('needs something in every cell of its columns, and leaves other columns alone', () => {
    const { read, says } = rows(
      '## Ways\n\n| way | source | note |\n| --- | --- | --- |\n| | page 1 | |\n| fax | | x |',
    );
    expect(says).toEqual([
      'period.md, 5: write something under "way".',
      'period.md, 6: write something under "source".',
    ]);
    expect(read).toHaveLength(2);
  });
});
