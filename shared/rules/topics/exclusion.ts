import { wordsOf } from '#shared/domain/training-words.ts';
import type { Programme } from '../programme.ts';
import { phrasesIn, signalsIn, type TrainingTitle, type Words, withoutPhrases } from './look-at-title.ts';
import { isTier, type MapRow, type TierWords, tiers } from './topic-book.ts';

export type Excluded = {
  readonly exclusion: (typeof tiers)[TierWords];
  readonly why: string;
  readonly matchedWords: readonly string[];
  readonly list: string;
  readonly citation: string;
};

type Hit = { readonly row: MapRow; readonly phrase: string; readonly page: string; readonly isTight: boolean };

/**
 * The tier in which a title falls: first what the programme names, then what jobs may require, then clinical work. The
 * machine proposes only what is named, in the words of the page and with nothing that softens them; else a person decides.
 */
export function exclusionOf(programme: Programme, training: TrainingTitle): Excluded | null {
  const book = programme.topics;
  const words = wordsOf(training.title);
  const hits = (tier: TierWords) => hitsOf(programme, words, tier);
  const named = hits('not accepted');
  const certain = named.find(({ isTight }) => isTight);
  if (certain && signalsIn(book, words, 'softening').length === 0)
    return excluded('not accepted', certain, 'The programme names this kind of training as not accepted');
  const doubtful = named[0] ?? hits('perhaps required by the job')[0];
  if (doubtful)
    return excluded('perhaps required by the job', doubtful, 'A person decides: this may be required by the job');
  const clinical = hits('perhaps clinical')[0];
  if (clinical)
    return excluded(
      'perhaps clinical',
      clinical,
      'A person decides whether it fits the role: this may be clinical work',
    );
  const beside = hitsBeside(programme, training).find(({ isTight }) => isTight);
  const why = 'A person decides: the provider or the description speaks of what jobs require';
  return beside ? excluded('perhaps required by the job', beside, why) : null;
}

/** What the provider and the description speak of. */
function hitsBeside(programme: Programme, { provider, description }: TrainingTitle): Hit[] {
  return [provider, description].flatMap((text) => {
    const words = wordsOf(text ?? '');
    return [...hitsOf(programme, words, 'not accepted'), ...hitsOf(programme, words, 'perhaps required by the job')];
  });
}

/**
 * The tier of a line of the map: said there, or by credits.md, which may refuse what is on a subject. null: it counts as one
 * of the programme's buckets.
 */
export function tierOf({ counting }: Programme, { countsAs }: MapRow): TierWords | null {
  if (isTier(countsAs)) return countsAs;
  const refusing = counting.exclusions.find(({ where }) => {
    const [only] = where;
    return where.length === 1 && only?.attribute === 'topic' && !only.isNot && only.values.includes(countsAs);
  });
  if (!refusing) return null;
  return refusing.tier === 'not counted' ? 'not accepted' : 'perhaps required by the job';
}

function hitsOf(programme: Programme, words: Words, tier: TierWords): Hit[] {
  const book = programme.topics;
  const own = book.signals.filter(({ kind }) => kind === 'protected').flatMap(({ phrases }) => phrases);
  const rows = book.map.filter((row) => tierOf(programme, row) === tier);
  return rows.flatMap((row) => {
    const topic = book.pages.find(({ name }) => name === row.topic);
    if (!topic) return [];
    const open = withoutPhrases(words, [...topic.nearMisses, ...own]);
    return phrasesIn([...topic.alone, ...topic.besidePeers], open).map(({ phrase, isTight }) => {
      return { row, phrase, page: topic.page, isTight };
    });
  });
}

function excluded(tier: TierWords, { row, phrase, page }: Hit, why: string): Excluded {
  return {
    exclusion: tiers[tier],
    why: `${why} ("${phrase}", page ${page}).`,
    matchedWords: [phrase],
    list: row.list,
    citation: row.citation,
  };
}
