import { describe, expect, it } from 'vitest';
import type { Exclusion } from '#shared/rules/counting/measure.ts';
import { classifyTraining } from '#shared/rules/topic.ts';
import { tierOf } from '#shared/rules/topics/exclusion.ts';
import { topicsShown } from '#shared/rules/topics/look-at-title.ts';
import type { MapRow, SignalKind, SignalList, TopicBook, TopicPage } from '#shared/rules/topics/topic-book.ts';
import { programmeNamed } from '#test/builders/programmes.ts';

const louisiana = await programmeNamed('louisiana-rpss');

const topic = (name: string, own: Partial<TopicPage>): TopicPage => {
  const empty = { alone: [], besidePeers: [], hints: [], nearMisses: [], examples: [] };
  return { name, page: `topics/${name}.md`, citation: '', ...empty, ...own };
};
const counts = (name: string, countsAs: string, own: Partial<MapRow> = {}): MapRow => {
  const stands = { list: `list of ${countsAs}`, page: 'topics/map.md', line: 1, citation: `source of ${countsAs}` };
  return { topic: name, countsAs, onlyBesidePeers: false, ...stands, ...own };
};
const signal = (kind: SignalKind, ...phrases: string[]): SignalList => {
  return { name: kind, kind, page: `signals/${kind}.md`, citation: '', phrases };
};

/** A small book: two topics that count as ethics, two as core, one that no map names, and one in each tier. */
const book: TopicBook = {
  pages: [
    topic('boundaries', { alone: ['boundaries'], nearMisses: ['garden boundaries'] }),
    topic('privacy', { alone: ['privacy'] }),
    topic('wellness', { alone: ['wellness plan*'], besidePeers: ['coaching'], hints: ['skills', 'care'] }),
    topic('culture', { alone: ['culture'], hints: ['people'] }),
    topic('weather', { alone: ['storms'] }),
    topic('safety', { alone: ['fire safety'], nearMisses: ['emotional fire safety'] }),
    topic('hygiene', { alone: ['hand hygiene'] }),
    topic('diagnosis', { alone: ['diagnosis'] }),
  ],
  signals: [
    signal('context', 'peer*', 'people'),
    signal('softening', 'beyond'),
    signal('protected', 'fire safety songs'),
    signal('ask a person', 'tango'),
  ],
  map: [
    counts('boundaries', 'ethics'),
    counts('privacy', 'ethics'),
    counts('wellness', 'core'),
    counts('culture', 'core', { onlyBesidePeers: true }),
    counts('safety', 'not accepted'),
    counts('hygiene', 'perhaps required by the job'),
    counts('diagnosis', 'perhaps clinical'),
  ],
  examples: [],
};
const programme = { ...louisiana, topics: book, counting: { ...louisiana.counting, exclusions: [] } };
type Told = Omit<Parameters<typeof classifyTraining>[1], 'title'>;
const read = (title: string, more: Told = {}) => classifyTraining(programme, { title, ...more });

describe('what a training is about, by the words of a book', () => {
  it('is the bucket of the one topic that its title names, with the words and where they stand', () => {
    expect(read('Boundaries at Work')).toEqual({
      bucket: 'ethics',
      topics: ['ethics'],
      exclusion: 'none',
      why: 'The title names ethics: "boundaries" (page topics/boundaries.md).',
      matchedWords: ['boundaries'],
      list: 'list of ethics',
      citation: 'source of ethics',
    });
  });

  it('is one bucket where two topics of it are named', () => {
    expect(read('Privacy and Boundaries')).toMatchObject({
      bucket: 'ethics',
      topics: ['ethics'],
      matchedWords: ['boundaries', 'privacy'],
      why: 'The title names ethics: "boundaries" (page topics/boundaries.md); "privacy" (page topics/privacy.md).',
    });
  });

  it('is two buckets where the title names both: the form says which, and no other', () => {
    const title = 'Wellness Planning and Boundaries';
    const named = '"boundaries" (page topics/boundaries.md); "wellness plan*" (page topics/wellness.md)';
    expect(read(title)).toMatchObject({
      bucket: null,
      topics: ['ethics', 'core'],
      why: `The title fits ethics and core: ${named}. A person decides.`,
    });
    expect(read(title, { claimedCategory: 'core' })).toMatchObject({
      bucket: 'core',
      topics: ['ethics', 'core'],
      why: `The title fits ethics and core; the report form says core: ${named}.`,
    });
  });

  it('is for a person where the form says otherwise than the title', () => {
    expect(read('Boundaries', { claimedCategory: 'core' })).toMatchObject({
      bucket: null,
      topics: null,
      matchedWords: ['boundaries'],
      why: 'The report form says core, the title reads as ethics. A person decides.',
    });
    expect(read('Boundaries', { claimedCategory: 'ethics' })).toMatchObject({ bucket: 'ethics', topics: ['ethics'] });
  });

  it('is for a person where it names a topic beside that the programme does not', () => {
    expect(read('Boundaries in Storms')).toMatchObject({
      bucket: null,
      topics: null,
      why: 'The title may show what is not ethics: "storms" (page topics/weather.md, which the programme does not name). A person decides.',
      matchedWords: ['boundaries', 'storms'],
    });
    expect(read('Storms').why).toContain('The title may show what is not sure: "storms"');
    expect(read('Storms')).toMatchObject({ list: '', citation: '' });
  });

  it('is not known where no word of it stands in the book', () => {
    expect(read('Gardening')).toEqual({
      bucket: null,
      topics: null,
      exclusion: 'none',
      why: 'The title fits none of the lists of topics. A person decides.',
      matchedWords: [],
      list: '',
      citation: '',
    });
  });
});

describe('words that show a topic only beside peers', () => {
  it('are sure there, and perhaps elsewhere', () => {
    expect(read('Coaching for Peers')).toMatchObject({ bucket: 'core', topics: ['core'] });
    expect(read('Coaching', { provider: 'Peer House' })).toMatchObject({ bucket: 'core' });
    expect(read('Coaching', { description: 'For peers.' })).toMatchObject({ bucket: 'core' });
    expect(read('Coaching')).toMatchObject({ bucket: null, topics: null, matchedWords: ['coaching'] });
  });

  it('of a topic that the programme counts only there, likewise', () => {
    expect(read('Culture for Peers')).toMatchObject({ bucket: 'core' });
    expect(read('Culture')).toMatchObject({ bucket: null, topics: null });
    expect(read('Culture').why).toContain('The title may show what is not sure: "culture"');
  });

  it('that stand apart are sure of nothing; side by side and turned round they are, beside peers', () => {
    expect(read('Wellness of a New Plan')).toMatchObject({ bucket: null, matchedWords: ['wellness plan*'] });
    expect(read('Plans of Wellness')).toMatchObject({ bucket: null });
    expect(read('Plans of Wellness for Peers')).toMatchObject({ bucket: 'core' });
    expect(read('Wellness of a New Plan for Peers')).toMatchObject({ bucket: null });
  });

  it('propose a bucket and decide none where they say little', () => {
    expect(read('Skills for Peers')).toEqual({
      bucket: 'core',
      topics: null,
      exclusion: 'none',
      why: 'The title hints at core: "skills" (page topics/wellness.md).',
      matchedWords: ['skills'],
      list: 'list of core',
      citation: 'source of core',
    });
    expect(read('Skills')).toMatchObject({ bucket: null, matchedWords: [] });
    expect(read('Skills for Peers', { claimedCategory: 'ethics' }).why).toBe(
      'The report form says ethics, the title reads as core. A person decides.',
    );
    expect(read('Skills for Peers', { claimedCategory: 'core' }).bucket).toBe('core');
  });

  it('and hint at another bucket leave open how the hours divide; for whom it is, is no hint', () => {
    expect(read('Boundaries and Skills for Peers')).toMatchObject({
      bucket: 'ethics',
      topics: null,
      why: 'The title names ethics: "boundaries" (page topics/boundaries.md). It may be about more: "skills" (page topics/wellness.md). A person decides.',
    });
    expect(read('Boundaries for People')).toMatchObject({ bucket: 'ethics', topics: ['ethics'] });
    expect(read('Wellness Plans and Skills for Peers')).toMatchObject({ topics: ['core'] });
    expect(read('Boundaries: Coaching Skills for Peers')).toMatchObject({ topics: ['ethics', 'core'] });
  });

  it('are spoken for where another topic is sure of them, and near misses are none of them', () => {
    const shown = (title: string) => topicsShown(book, { title }).map(({ topic: { name }, how }) => `${name} ${how}`);
    expect(shown('Garden Boundaries')).toEqual([]);
    expect(shown('Garden Boundaries and Boundaries')).toEqual(['boundaries sure']);
    expect(shown('People of Culture')).toEqual(['culture sure']);
    expect(shown('Culture and Skills of People')).toEqual(['culture sure', 'wellness hint']);
  });
});

describe('what a programme does not accept', () => {
  it('is proposed by the machine where it is named in its own words', () => {
    expect(read('Fire Safety')).toEqual({
      bucket: null,
      topics: null,
      exclusion: 'named',
      why: 'The programme names this kind of training as not accepted ("fire safety", page topics/safety.md).',
      matchedWords: ['fire safety'],
      list: 'list of not accepted',
      citation: 'source of not accepted',
    });
    expect(read('Fire Safety and Boundaries').exclusion).toBe('named');
  });

  it('is for a person where a word softens it or its words stand apart, and not meant in protected words', () => {
    const asked = 'A person decides: this may be required by the job ("fire safety", page topics/safety.md).';
    expect(read('Beyond Fire Safety')).toMatchObject({ exclusion: 'look-alike', why: asked });
    expect(read('Safety near a Fire')).toMatchObject({ exclusion: 'look-alike', why: asked });
    expect(read('Fire Safety Songs').exclusion).toBe('none');
    expect(read('Emotional Fire Safety').exclusion).toBe('none');
  });

  it('may be required by the job, or clinical work: a person decides', () => {
    expect(read('Hand Hygiene').why).toBe(
      'A person decides: this may be required by the job ("hand hygiene", page topics/hygiene.md).',
    );
    expect(read('Diagnosis')).toMatchObject({
      exclusion: 'clinical',
      why: 'A person decides whether it fits the role: this may be clinical work ("diagnosis", page topics/diagnosis.md).',
    });
    expect(read('Diagnosis and Hand Hygiene').exclusion).toBe('look-alike');
  });

  it('raises a doubt where provider or description speak of it in its own words', () => {
    const why = 'A person decides: the provider or the description speaks of what jobs require';
    expect(read('Boundaries', { provider: 'Fire Safety House' })).toMatchObject({
      exclusion: 'look-alike',
      why: `${why} ("fire safety", page topics/safety.md).`,
    });
    expect(read('Boundaries', { description: 'With hand hygiene.' })).toMatchObject({ exclusion: 'look-alike' });
    expect(read('Boundaries', { description: 'Safety near a fire.' }).exclusion).toBe('none');
    expect(read('Boundaries', { description: 'With a diagnosis.' }).exclusion).toBe('none');
  });

  it('is asked of a person for words that may mean something else', () => {
    expect(read('Boundaries in Tango')).toMatchObject({
      bucket: null,
      topics: null,
      exclusion: 'none',
      matchedWords: ['tango'],
      why: 'The title may mean something else than it seems ("tango", page signals/ask a person.md). A person decides.',
    });
  });

  it('may be said by credits.md of a whole subject', () => {
    const about = { attribute: 'topic' as const, isNot: false, values: ['core'] };
    const refusing = (own: Partial<Exclusion>) => {
      const exclusion: Exclusion = { where: [about], tier: 'not counted', why: '', source: '', ...own };
      return { ...programme, counting: { ...programme.counting, exclusions: [exclusion] } };
    };
    const wellness = counts('wellness', 'core');
    expect(tierOf(refusing({}), wellness)).toBe('not accepted');
    expect(tierOf(refusing({ tier: 'a person decides' }), wellness)).toBe('perhaps required by the job');
    expect(tierOf(refusing({}), counts('privacy', 'ethics'))).toBeNull();
    expect(tierOf(refusing({ where: [{ ...about, isNot: true }] }), wellness)).toBeNull();
    expect(tierOf(refusing({ where: [about, about] }), wellness)).toBeNull();
    expect(tierOf(refusing({ where: [] }), wellness)).toBeNull();
    expect(tierOf(refusing({ where: [{ ...about, attribute: 'mode' }] }), wellness)).toBeNull();
    expect(classifyTraining(refusing({}), { title: 'Wellness Plan' }).exclusion).toBe('named');
  });
});
