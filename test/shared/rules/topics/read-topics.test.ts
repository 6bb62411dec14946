import { describe, expect, it } from 'vitest';
import { bindBooks, readTopics } from '#shared/rules/topics/read-topics.ts';

const reading = (...lines: string[]) => {
  const { book, problems } = readTopics('topics/a.md', lines.join('\n'));
  return { book, says: problems.map(({ page, line, says }) => `${page}, ${line}: ${says}`) };
};

describe('the page of one topic', () => {
  const examples = ['## Examples', '| title | answer |', '| --- | --- |', '| Ethics | yes |', '| Cooking | no |'];

  it('is called by its title and holds its words in small letters', () => {
    const words = [
      '## Words that show it',
      '',
      'Such as',
      '- Ethics ',
      '-not this',
      '## Words that hint at it',
      '- care',
    ];
    const more = ['## Words that show it beside peers or recovery', '- coaching', '## Near misses', '- work ethics'];
    expect(reading('# Ethics', 'About it.', 'Source:  page 1 ', ...words, ...more, ...examples)).toEqual({
      book: {
        pages: [
          {
            name: 'Ethics',
            page: 'topics/a.md',
            citation: 'page 1',
            alone: ['ethics'],
            besidePeers: ['coaching'],
            hints: ['care'],
            nearMisses: ['work ethics'],
            examples: [
              { title: 'Ethics', answer: 'yes', line: 18 },
              { title: 'Cooking', answer: 'no', line: 19 },
            ],
          },
        ],
        signals: [],
        map: [],
        examples: [],
      },
      says: [],
    });
  });

  it.each(['Words that show it', 'Words that show it beside peers or recovery', 'Words that hint at it'])(
    'is known by the heading "%s" alone, and may have no examples',
    (heading) => {
      const { book, says } = reading('# Ethics', 'Source: page 1', `## ${heading}`, '- ethics');
      expect(says).toEqual([]);
      expect(book.pages).toMatchObject([{ name: 'Ethics', examples: [] }]);
    },
  );

  it('takes examples without a table for none', () => {
    const { book } = reading('# Ethics', 'Source: page 1', '## Words that show it', '- ethics', '## Examples', 'Soon.');
    expect(book.pages[0]?.examples).toEqual([]);
  });

  it('needs a name and a source', () => {
    expect(reading('## Words that show it', '- ethics').says).toEqual([
      'topics/a.md, 1: begin the page with the name of the topic ("# …").',
      'topics/a.md, 1: write a line "Source:" below the title that says where the topic comes from.',
    ]);
  });

  it('has examples with one of three answers', () => {
    const table = ['## Examples', '| title | answer |', '| --- | --- |', '| A | maybe |', '| B | perhaps |'];
    const { book, says } = reading('# Ethics', 'Source: page 1', '## Words that show it', '- ethics', ...table);
    expect(says).toEqual(['topics/a.md, 8: write one of yes, perhaps, no under "answer".']);
    expect(book.pages[0]?.examples).toEqual([{ title: 'B', answer: 'perhaps', line: 9 }]);
  });

  it('takes a title that is not written for an empty one', () => {
    const table = ['## Examples', '| answer |', '| --- |', '| yes |'];
    const { book } = reading('# Ethics', 'Source: page 1', '## Words that show it', '- ethics', ...table);
    expect(book.pages[0]?.examples).toEqual([{ title: '', answer: 'yes', line: 8 }]);
  });
});

describe('a page of words that name no topic', () => {
  it('has lists with their kind and source; other sections are left alone', () => {
    const { book, says } = reading(
      '# Words',
      '## About',
      '- text',
      '## Soft',
      'List: softening',
      'Source: page 2',
      '- Beyond ',
    );
    expect(says).toEqual([]);
    expect(book.signals).toEqual([
      { name: 'Soft', kind: 'softening', page: 'topics/a.md', citation: 'page 2', phrases: ['beyond'] },
    ]);
    expect(book.pages).toEqual([]);
    expect(book.map).toEqual([]);
  });

  it('needs a source, a kind that is known and words, and asks a person until then', () => {
    const { book, says } = reading('# Words', '', '## Soft', 'List: soft');
    expect(says).toEqual([
      'topics/a.md, 3: write a line "Source:" that says where the list comes from.',
      'topics/a.md, 3: "List: soft" is not known. Write one of: map, context, softening, protected, ask a person.',
      'topics/a.md, 3: add the words, one to a line that begins with "- ".',
    ]);
    expect(book.signals).toEqual([
      { name: 'Soft', kind: 'ask a person', page: 'topics/a.md', citation: '', phrases: [] },
    ]);
  });
});

describe('a map of topics', () => {
  const map = (...lines: string[]) => reading('# Map', '## Ours', 'List: map', 'Source: page 3', ...lines);
  const head = ['| topic | counts as | when |', '| --- | --- | --- |'];
  const row = { list: 'Ours', page: 'topics/a.md', citation: 'page 3' };

  it('says what each topic counts as, several of them in one row', () => {
    const { book, says } = map(
      ...head,
      '| privacy ; boundaries | ethics | |',
      '| coaching | core | about peers or recovery |',
    );
    expect(says).toEqual([]);
    expect(book.map).toEqual([
      { ...row, topic: 'privacy', countsAs: 'ethics', onlyBesidePeers: false, line: 7 },
      { ...row, topic: 'boundaries', countsAs: 'ethics', onlyBesidePeers: false, line: 7 },
      { ...row, topic: 'coaching', countsAs: 'core', onlyBesidePeers: true, line: 8 },
    ]);
    expect(book.signals).toEqual([]);
  });

  it('may do without "when"', () => {
    const { book, says } = map('| topic | counts as |', '| --- | --- |', '| privacy | ethics |');
    expect(says).toEqual([]);
    expect(book.map).toEqual([{ ...row, topic: 'privacy', countsAs: 'ethics', onlyBesidePeers: false, line: 7 }]);
  });

  it('needs a table with its two columns', () => {
    const says = ['topics/a.md, 2: add a table with the columns topic and counts as.'];
    for (const lines of [['Soon.'], ['| topic |', '| --- |', '| a |'], ['| counts as |', '| --- |', '| a |']]) {
      const read = map(...lines);
      expect(read.says).toEqual(says);
      expect(read.book.map).toEqual([]);
    }
  });

  it('needs what a topic counts as, and knows one "when"', () => {
    expect(map(...head, '| privacy | | |', '| coaching | core | on Mondays |').says).toEqual([
      'topics/a.md, 7: write under "counts as" what the topic is to the programme.',
      'topics/a.md, 8: write nothing under "when", or: about peers or recovery.',
    ]);
  });

  it('has examples of titles, some with a provider', () => {
    const table = ['## Examples', '| title | provider | counts as |', '| --- | --- | --- |'];
    const { book } = reading('# Map', ...table, '| Ethics | | ethics |', '| Care | Harbor Lights | core |');
    expect(book.examples).toEqual([
      { title: 'Ethics', provider: null, countsAs: 'ethics', page: 'topics/a.md', line: 5 },
      { title: 'Care', provider: 'Harbor Lights', countsAs: 'core', page: 'topics/a.md', line: 6 },
    ]);
  });

  it('takes cells of examples that are not written for empty ones', () => {
    const { book } = reading('# Map', '## Examples', '| note |', '| --- |', '| a |');
    expect(book.examples).toEqual([{ title: '', provider: null, countsAs: '', page: 'topics/a.md', line: 5 }]);
    expect(reading('# Map', '## Examples', 'Soon.').book.examples).toEqual([]);
  });
});

describe('several pages about topics', () => {
  it('are one book, in their order', () => {
    const topic = reading('# Ethics', 'Source: page 1', '## Words that show it', '- ethics').book;
    const words = reading('# Words', '## Soft', 'List: softening', 'Source: page 2', '- beyond').book;
    const table = ['| topic | counts as |', '| --- | --- |', '| Ethics | ethics |', '## Examples'];
    const examples = ['| title | counts as |', '| --- | --- |', '| Ethics | ethics |'];
    const map = reading('# Map', '## Ours', 'List: map', 'Source: page 3', ...table, ...examples).book;
    const bound = bindBooks([topic, words, map, topic]);
    expect(bound).toEqual({
      pages: [...topic.pages, ...topic.pages],
      signals: words.signals,
      map: map.map,
      examples: map.examples,
    });
    expect([bound.pages, bound.signals, bound.map, bound.examples].map(({ length }) => length)).toEqual([2, 1, 1, 1]);
  });
});
