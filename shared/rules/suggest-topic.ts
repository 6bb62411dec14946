import type { TopicChoice } from '#shared/domain/topic-choice.ts';
import { providerWords, titleWords } from './approved-register.ts';

export type TopicSuggestion = {
  /** null: people have said different things */
  readonly choice: TopicChoice['choice'] | null;
  /** a sentence for the reviewer: who said what of which training, and how sure it is that it is the same */
  readonly why: string;
  /** the choices that it rests on, the newest first */
  readonly from: readonly TopicChoice[];
};

/**
 * What people of the office said of a training of this title and provider before, to be shown beside it. It is a
 * suggestion to a person and nothing else: no verdict, bucket or credit may be taken from it. Null: nobody said anything.
 */
export function suggestTopic(
  choices: readonly TopicChoice[],
  training: { readonly title: string; readonly provider: string | null },
): TopicSuggestion | null {
  const newest = [...choices].sort((a, b) => (a.at < b.at ? 1 : -1));
  const said = lastWords(newest.filter((each) => isSame(titleWords(each.title), titleWords(training.title))));
  const sure = said.filter((each) => isSame(wordsOfProvider(each), wordsOfProvider(training)));
  const perhaps = said.filter((each) => isEitherSilent(each, training));
  const from = sure.length > 0 ? sure : perhaps;
  const [first] = from;
  if (!first) return null;
  if (from.some(({ choice }) => choice !== first.choice)) {
    return {
      choice: null,
      why: `People have decided differently about this title: ${from.map(inWords).join('; ')}.`,
      from,
    };
  }
  const doubt = sure.length > 0 ? '' : ' It is not certain that the provider is the same.';
  return { choice: first.choice, why: `Decided before: ${from.map(inWords).join('; ')}.${doubt}`, from };
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

function inWords({ title, choice, by, at }: TopicChoice): string {
  return `"${title}" as ${choice} by ${by} on ${at.slice(0, 10)}`;
}
