import { type Bucket, bucketSchema } from '#shared/domain/credit.ts';
import { remembered } from '#shared/domain/remembered.ts';
import { wordsOf } from '#shared/domain/training-words.ts';
import type { Programme } from './programme.ts';
import { type Excluded, exclusionOf, tierOf } from './topics/exclusion.ts';
import { type Shown, signalsIn, speaksOfPeers, type TrainingTitle, topicsShown } from './topics/look-at-title.ts';
import type { MapRow } from './topics/topic-book.ts';

export type TitleToSort = TrainingTitle & { readonly claimedCategory?: Bucket | null };

export type Classification = {
  /** what is proposed to a person who decides; null: not even that can be said */
  readonly bucket: Bucket | null;
  /** the programme's own words for what the title surely shows; two of them: how the hours divide is not known. null: unsure */
  readonly topics: readonly string[] | null;
  readonly exclusion: Excluded['exclusion'] | 'none';
  /** a sentence that names the words, and the page on which they stand */
  readonly why: string;
  readonly matchedWords: readonly string[];
  /** the heading on the programme's page by which it was decided, and its source */
  readonly list: string;
  readonly citation: string;
};

/** A topic that the title shows, with what the programme's map makes of it; null: the map does not name it. */
type Placed = { readonly shown: Shown; readonly row: MapRow | null };

/**
 * What a training is about, by words of the common pages of topics and of the programme's own, and what the programme's map
 * makes of that. Exclusions are phrases, not single words of a title; what shows no topic, or two that the programme keeps
 * apart, is left to a person.
 */
export function classifyTraining(programme: Programme, training: TitleToSort): Classification {
  const known = ofProgramme.get(programme) ?? remembered((asked: TitleToSort) => classified(programme, asked), allOf);
  ofProgramme.set(programme, known);
  return known(training);
}

/** By programme: the same few titles are asked about at each look at a case, and all pages of topics are gone through for one. */
const ofProgramme = new WeakMap<Programme, (asked: TitleToSort) => Classification>();

const allOf = ({ title, provider, description, claimedCategory }: TitleToSort) =>
  JSON.stringify([title, provider, description, claimedCategory]);

function classified(programme: Programme, training: TitleToSort): Classification {
  const book = programme.topics;
  const excluded = exclusionOf(programme, training);
  if (excluded) return { bucket: null, topics: null, ...excluded };
  const asking = signalsIn(book, wordsOf(training.title), 'ask a person');
  if (asking.length > 0) {
    const words = asking.map(({ phrase }) => phrase);
    const why = `The title may mean something else than it seems (${inQuotes(words)}, page ${asking[0]?.page}). A person decides.`;
    return { ...unsure(why, []), matchedWords: words };
  }
  const isAboutPeers = speaksOfPeers(book, training);
  const placed = topicsShown(book, training).map((shown): Placed => {
    const row = book.map.find((each) => each.topic === shown.topic.name && !tierOf(programme, each)) ?? null;
    const isLess = row?.onlyBesidePeers === true && !isAboutPeers && shown.how === 'sure';
    return { shown: isLess ? { ...shown, how: 'perhaps' } : shown, row };
  });
  const isSetting = ({ shown }: Placed) =>
    shown.phrases.every((phrase) => signalsIn(book, wordsOf(phrase), 'context').length > 0);
  const hints = placed.filter((one) => one.shown.how === 'hint' && one.row !== null && !isSetting(one));
  return alsoHinted(bucketOf(placed, training.claimedCategory ?? null), hints);
}

/** A hint at another of the programme's buckets leaves open how the hours divide. For whom a training is, is no hint. */
function alsoHinted(read: Classification, hints: readonly Placed[]): Classification {
  const others = hints.filter(({ row }) => row !== null && read.topics?.includes(row.countsAs) === false);
  if (others.length === 0) return read;
  const why = `${read.why} It may be about more: ${others.map(inWords).join('; ')}. A person decides.`;
  return { ...read, topics: null, why };
}

function bucketOf(placed: readonly Placed[], claimed: Bucket | null): Classification {
  const of = (how: Shown['how']) => placed.filter(({ shown }) => shown.how === how);
  const sure = of('sure');
  if (sure.length === 0 && of('perhaps').length === 0) return fromHints(of('hint'), claimed);
  const buckets = bucketsOf(sure);
  const isSettled = (one: Placed) => one.row !== null && buckets.includes(one.row.countsAs);
  const doubts = [...sure, ...of('perhaps')].filter((one) => !isSettled(one));
  if (doubts.length > 0) {
    const why = `The title may show what is not ${buckets.length > 0 ? buckets.join(' or ') : 'sure'}: ${doubts.map(inWords).join('; ')}. A person decides.`;
    return unsure(why, [...sure, ...doubts]);
  }
  const evidence = sure.map(inWords).join('; ');
  const proposal = proposalOf(buckets, claimed);
  if (buckets.length > 1) {
    const why = proposal
      ? `The title fits ${buckets.join(' and ')}; the report form says ${claimed}: ${evidence}.`
      : `The title fits ${buckets.join(' and ')}: ${evidence}. A person decides.`;
    return { ...found(sure, proposal, why), topics: buckets };
  }
  if (claimed !== null && proposal === null) return contradicted(sure, buckets, claimed);
  return { ...found(sure, proposal, `The title names ${buckets.join()}: ${evidence}.`), topics: buckets };
}

/** Words that say little: they may propose what a training is, and never decide it. */
function fromHints(hints: readonly Placed[], claimed: Bucket | null): Classification {
  const buckets = bucketsOf(hints);
  if (hints.length === 0) return unsure('The title fits none of the lists of topics. A person decides.', []);
  if (buckets.length !== 1) return unsure('The title says too little. A person decides.', hints);
  const proposal = proposalOf(buckets, claimed);
  if (claimed !== null && proposal === null) return contradicted(hints, buckets, claimed);
  return found(hints, proposal, `The title hints at ${buckets.join()}: ${hints.map(inWords).join('; ')}.`);
}

function contradicted(placed: readonly Placed[], buckets: readonly string[], claimed: Bucket): Classification {
  return unsure(`The report form says ${claimed}, the title reads as ${buckets.join()}. A person decides.`, placed);
}

function bucketsOf(placed: readonly Placed[]): string[] {
  return [...new Set(placed.flatMap(({ row }) => row?.countsAs ?? []))];
}

/** The one bucket that the title shows, or the one of several that the report form names. */
function proposalOf(buckets: readonly string[], claimed: Bucket | null): Bucket | null {
  const [only] = buckets;
  if (claimed !== null) return buckets.includes(claimed) ? claimed : null;
  return (buckets.length === 1 && bucketSchema.options.find((each) => each === only)) || null;
}

function unsure(why: string, placed: readonly Placed[]): Classification {
  return found(placed, null, why);
}

function found(placed: readonly Placed[], bucket: Bucket | null, why: string): Classification {
  const row = placed.find((each) => each.row)?.row;
  return {
    bucket,
    topics: null,
    exclusion: 'none',
    why,
    matchedWords: [...new Set(placed.flatMap(({ shown }) => shown.phrases))],
    list: row?.list ?? '',
    citation: row?.citation ?? '',
  };
}

function inWords({ shown, row }: Placed): string {
  const page = `page ${shown.topic.page}`;
  return `${inQuotes(shown.phrases)} (${row ? page : `${page}, which the programme does not name`})`;
}

function inQuotes(phrases: readonly string[]): string {
  return phrases.map((phrase) => `"${phrase}"`).join(', ');
}
