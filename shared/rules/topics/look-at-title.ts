import { wordsOf } from '#shared/domain/training-words.ts';
import { type Found, findPhrase } from '../phrase.ts';
import type { SignalKind, TopicBook, TopicPage } from './topic-book.ts';

export type TrainingTitle = {
  readonly title: string;
  readonly provider?: string | null;
  /** what the person or the provider says it was about; it can raise a doubt, never grant a credit by itself */
  readonly description?: string | null;
};

/**
 * How a title shows a topic. sure: its words stand there together. perhaps: they stand apart, or are words of other trades
 * too and nothing speaks of peers. hint: words that say little, beside peers or recovery.
 */
export type Shown = {
  readonly topic: TopicPage;
  readonly how: 'sure' | 'perhaps' | 'hint';
  readonly phrases: readonly string[];
};

export type Words = readonly (string | null)[];

/**
 * All topics of the book that a title shows. A word by which one topic is sure raises no doubt about another: in "coaching
 * skills for peer supporters" the skills are spoken for.
 */
export function topicsShown(book: TopicBook, training: TrainingTitle): Shown[] {
  const words = wordsOf(training.title);
  const isAboutPeers = speaksOfPeers(book, training);
  const sure = book.pages.flatMap((topic) => {
    const hits = sureHits(topic, words, isAboutPeers);
    return hits.length > 0 ? [{ topic, hits }] : [];
  });
  const claimed = new Set(sure.flatMap(({ hits }) => hits.flatMap(({ places }) => places)));
  const left = words.map((word, place) => (claimed.has(place) ? null : word));
  const others = book.pages.filter((page) => !sure.some(({ topic }) => topic === page));
  return [
    ...sure.map(({ topic, hits }): Shown => ({ topic, how: 'sure', phrases: hits.map(({ phrase }) => phrase) })),
    ...others.flatMap((topic) => unsureOf(topic, words, left, isAboutPeers) ?? []),
  ];
}

/** Whether title, description or provider speak of peers or recovery. */
export function speaksOfPeers(book: TopicBook, { title, description, provider }: TrainingTitle): boolean {
  const texts = [title, description, provider].map((text) => wordsOf(text ?? ''));
  return texts.some((text) => signalsIn(book, text, 'context').length > 0);
}

function sureHits(topic: TopicPage, words: Words, isAboutPeers: boolean): Found[] {
  const open = withoutPhrases(words, topic.nearMisses);
  return [
    ...phrasesIn(topic.alone, open).filter(({ isTight, isTogether }) => isTight || (isAboutPeers && isTogether)),
    ...(isAboutPeers ? phrasesIn(topic.besidePeers, open).filter(({ isTogether }) => isTogether) : []),
  ];
}

/** Near misses are those of the whole title, whatever of it is left. */
function unsureOf(topic: TopicPage, words: Words, left: Words, isAboutPeers: boolean): Shown | null {
  const open = withoutPhrases(words, topic.nearMisses).map((word, at) => (left[at] === null ? null : word));
  const perhaps = phrasesIn([...topic.alone, ...topic.besidePeers], open);
  const hints = isAboutPeers ? phrasesIn(topic.hints, open) : [];
  const hits = perhaps.length > 0 ? perhaps : hints;
  if (hits.length === 0) return null;
  return { topic, how: perhaps.length > 0 ? 'perhaps' : 'hint', phrases: hits.map(({ phrase }) => phrase) };
}

export function phrasesIn(phrases: readonly string[], words: Words): Found[] {
  return phrases.flatMap((phrase) => findPhrase(phrase, words) ?? []);
}

export function signalsIn(book: TopicBook, words: Words, kind: SignalKind): { phrase: string; page: string }[] {
  const lists = book.signals.filter((list) => list.kind === kind);
  return lists.flatMap(({ phrases, page }) => phrasesIn(phrases, words).map(({ phrase }) => ({ phrase, page })));
}

/** The words with those of the phrases taken out, so that "mental health first aid" is not "first aid". */
export function withoutPhrases(words: Words, phrases: readonly string[]): Words {
  const tight = phrasesIn(phrases, words).filter(({ isTight }) => isTight);
  if (tight.length === 0) return words;
  const places = new Set(tight.flatMap((found) => found.places));
  // a phrase is found once a time, and may stand there twice
  return withoutPhrases(
    words.map((word, place) => (places.has(place) ? null : word)),
    phrases,
  );
}
