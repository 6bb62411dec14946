import { dayIn, dayInWords } from '#shared/domain/calendar.ts';
import { notAccepted, type TopicChoice } from '#shared/domain/topic-choice.ts';
import { providerWords, titleWords } from '#shared/domain/training-words.ts';
import type { Programme } from './programme.ts';
import { tierOf } from './topics/exclusion.ts';

export type TopicSuggestion = {
  /** null: people have said different things */
  readonly choice: string | null;
  /** a sentence for the reviewer: who said what of which training, and how sure it is that it is the same */
  readonly why: string;
  /** the choices that it rests on, the newest first */
  readonly from: readonly TopicChoice[];
};

/** What a reviewer may say that a training is, in this programme: one of its buckets, or that it is not accepted. */
export function topicChoicesIn(programme: Programme): string[] {
  const buckets = programme.topics.map.filter((row) => tierOf(programme, row) === null).map((row) => row.countsAs);
  return [...new Set(buckets), notAccepted];
}

/**
 * What people of the office said of a training of this title and provider before, to be shown beside it. It is a
 * suggestion to a person and nothing else: no verdict, bucket or credit may be taken from it. Null: nobody said anything.
 */
export function suggestTopic(
  choices: readonly TopicChoice[],
  training: { readonly title: string; readonly provider: string | null },
  timeZone: string,
): TopicSuggestion | null {
  const newest = [...choices].sort((a, b) => (a.at < b.at ? 1 : -1));
  const said = lastWords(newest.filter((each) => isSame(titleWords(each.title), titleWords(training.title))));
  const sure = said.filter((each) => isSame(wordsOfProvider(each), wordsOfProvider(training)));
  const perhaps = said.filter((each) => isEitherSilent(each, training));
  const from = sure.length > 0 ? sure : perhaps;
  const [first] = from;
  if (!first) return null;
  const doubt = sure.length > 0 ? '' : ' It is not certain that the provider is the same.';
  if (from.some(({ choice }) => choice !== first.choice)) {
    const all = from.map((each) => inWords(each, timeZone)).join('; ');
    return { choice: null, why: `Reviewers differed: ${all}. A suggestion only.${doubt}`, from };
  }
  const more = from.length === 1 ? '' : `, and ${from.length - 1} more before`;
  return {
    choice: first.choice,
    why: `A reviewer ${inWords(first, timeZone)}${more}. A suggestion only.${doubt}`,
    from,
  };
}

/** Who has changed their mind about a provider's training is heard with their last word. */
function lastWords(newest: readonly TopicChoice[]): TopicChoice[] {
  const keyOf = (each: TopicChoice) => JSON.stringify([each.by, wordsOfProvider(each)]);
  return newest.filter((each, at) => newest.findIndex((other) => keyOf(other) === keyOf(each)) === at);
}

const wordsOfProvider = ({ provider }: { readonly provider: string | null }) => providerWords(provider ?? '');

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length > 0 && one.join(' ') === other.join(' ');
}

function isEitherSilent(one: TopicChoice, training: { readonly provider: string | null }): boolean {
  return wordsOfProvider(one).length === 0 || wordsOfProvider(training).length === 0;
}

function inWords({ choice, at }: TopicChoice, timeZone: string): string {
  const day = dayInWords(dayIn(timeZone, at));
  return choice === notAccepted ? `did not accept this title on ${day}` : `counted this title as ${choice} on ${day}`;
}
