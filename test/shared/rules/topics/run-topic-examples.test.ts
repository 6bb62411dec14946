import { describe, expect, it } from 'vitest';
import type { Measure } from '#shared/rules/counting/measure.ts';
import type { Selector } from '#shared/rules/counting/selector.ts';
import { answerFor, countsAs, topicExamplesAsRun } from '#shared/rules/topics/run-topic-examples.ts';
import type { MapRow, TopicBook, TopicPage } from '#shared/rules/topics/topic-book.ts';
import { programmeNamed } from '#test/builders/programmes.ts';

const louisiana = await programmeNamed('louisiana-rpss');

const topic = (name: string, own: Partial<TopicPage>): TopicPage => {
  const empty = { alone: [], besidePeers: [], hints: [], nearMisses: [], examples: [] };
  return { name, page: `topics/${name}.md`, citation: '', ...empty, ...own };
};
const counts = (name: string, as: string): MapRow => {
  return { topic: name, countsAs: as, onlyBesidePeers: false, list: as, page: 'topics/map.md', line: 1, citation: '' };
};
const boundaries = topic('boundaries', {
  alone: ['boundaries', 'code of ethics'],
  besidePeers: ['limits'],
  hints: ['care'],
  examples: [
    { title: 'Boundaries', answer: 'yes', line: 1 },
    { title: 'Limits', answer: 'yes', line: 2 },
    { title: 'Cooking', answer: 'no', line: 3 },
  ],
});
const example = (title: string, as: string, page = 'topics/map.md') => {
  return { title, provider: null, countsAs: as, page, line: 1 };
};
const book: TopicBook = {
  pages: [
    boundaries,
    topic('wellness', { alone: ['wellness'], hints: ['skills'] }),
    topic('safety', { alone: ['fire safety'] }),
    topic('hygiene', { alone: ['hand hygiene'] }),
    topic('diagnosis', { alone: ['diagnosis'] }),
  ],
  signals: [{ name: 'peers', kind: 'context', page: 'topics/peers.md', citation: '', phrases: ['peer*'] }],
  map: [
    counts('boundaries', 'ethics'),
    counts('wellness', 'core'),
    counts('safety', 'not accepted'),
    counts('hygiene', 'perhaps required by the job'),
    counts('diagnosis', 'perhaps clinical'),
  ],
  examples: [
    example('Boundaries', 'ethics'),
    example('Wellness', 'ethics'),
    example('Fire Safety', 'core', 'topics/other.md'),
  ],
};

const measure = (...where: Selector): Measure => ({
  name: 'hours',
  counts: 'hours',
  where,
  limit: null,
  surplus: null,
  addsCarriedOver: false,
  over: 'period',
  inWords: '',
  line: 1,
});
const programmeOf = (measures: readonly Measure[], countsInEach = false) => ({
  ...louisiana,
  topics: book,
  counting: { ...louisiana.counting, exclusions: [], measures, countsInEach },
});
const programme = programmeOf([measure()]);
const is = (attribute: string, ...values: string[]) => ({ attribute, isNot: false, values });

describe('a title against the page of a topic', () => {
  it('shows it surely, perhaps or not', () => {
    const answer = (title: string) => answerFor(programme, boundaries, title);
    expect(answer('Boundaries at Work')).toBe('yes');
    expect(answer('Limits')).toBe('perhaps');
    expect(answer('Limits for Peers')).toBe('yes');
    expect(answer('Care for Peers')).toBe('perhaps');
    expect(answer('Wellness')).toBe('no');
  });
});

describe('what a programme makes of a title', () => {
  const made = (title: string, of = programme) => countsAs(of, { title, provider: null });
  const both = 'Boundaries and Wellness';

  it('is its bucket, in the words of the map', () => {
    expect(made('Boundaries')).toBe('ethics');
    expect(made('Wellness')).toBe('core');
  });

  it('is the tier in which a topic may not count', () => {
    expect(made('Fire Safety')).toBe('not accepted');
    expect(made('Hand Hygiene')).toBe('perhaps required by the job');
    expect(made('Diagnosis')).toBe('perhaps clinical');
  });

  it('is for a person where the title shows nothing', () => {
    expect(made('Cooking')).toBe('a person decides');
  });

  it('is perhaps a bucket where words only hint at it, with a title or a provider that speaks of peers', () => {
    expect(made('Skills for Peers')).toBe('perhaps core');
    expect(made('Skills')).toBe('a person decides');
    expect(countsAs(programme, { title: 'Skills', provider: 'Peer House' })).toBe('perhaps core');
  });

  it('is both topics where no measure asks how the hours divide', () => {
    expect(made(both)).toBe('ethics and core');
    expect(made(both, programmeOf([measure(is('mode', 'in person'))]))).toBe('ethics and core');
    expect(made(both, programmeOf([measure(is('topic', 'ethics', 'core'))]))).toBe('ethics and core');
  });

  it('is for a person where a measure asks for one topic of two, also beside other conditions', () => {
    expect(made(both, programmeOf([measure(is('topic', 'ethics'))]))).toBe('a person decides');
    expect(made(both, programmeOf([measure(), measure(is('mode', 'in person'), is('topic', 'core'))]))).toBe(
      'a person decides',
    );
  });

  it('is both topics where a training counts in each', () => {
    expect(made(both, programmeOf([measure(is('topic', 'ethics'))], true))).toBe('ethics and core');
    expect(made(both, programmeOf([], true))).toBe('ethics and core');
  });

  it('is for a person where two topics are kept apart and nothing is measured; one topic is itself', () => {
    expect(made(both, programmeOf([]))).toBe('a person decides');
    expect(made('Boundaries', programmeOf([]))).toBe('ethics');
  });
});

describe('the examples of a page about topics, as they come out', () => {
  it('are the answers of its topic, marked where they are not as written', () => {
    expect(topicExamplesAsRun(programme, 'topics/boundaries.md')).toEqual(['yes', 'perhaps: not as written', 'no']);
  });

  it('are those of that map only, marked where they are not as written', () => {
    expect(topicExamplesAsRun(programme, 'topics/map.md')).toEqual(['ethics', 'core: not as written']);
    expect(topicExamplesAsRun(programme, 'topics/other.md')).toEqual(['not accepted: not as written']);
    expect(topicExamplesAsRun(programme, 'topics/none.md')).toEqual([]);
  });
});
