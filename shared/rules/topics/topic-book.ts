/** One topic of trainings with the words that show it in a title. `ethic*` stands for any ending. */
export type TopicPage = {
  readonly name: string;
  /** e.g. common-topics/trauma.md */
  readonly page: string;
  readonly citation: string;
  /** each shows the topic alone */
  readonly alone: readonly string[];
  /** each shows it where title, provider or description speak of peers or recovery */
  readonly besidePeers: readonly string[];
  /** each makes it likely there, as long as nothing else is found: a person says */
  readonly hints: readonly string[];
  /** these hold words of the topic and mean something else: they are taken out before it is looked for */
  readonly nearMisses: readonly string[];
  readonly examples: readonly TopicExample[];
};

export const topicAnswers = ['yes', 'perhaps', 'no'] as const;
export type TopicAnswer = (typeof topicAnswers)[number];
export type TopicExample = { readonly title: string; readonly answer: TopicAnswer; readonly line: number };

/** Words that name no topic but say how other words are to be taken. */
export const signalKinds = ['context', 'softening', 'protected', 'ask a person'] as const;
export type SignalKind = (typeof signalKinds)[number];
export type SignalList = {
  readonly name: string;
  readonly kind: SignalKind;
  readonly page: string;
  readonly citation: string;
  readonly phrases: readonly string[];
};

/** The three ways in which a topic may not count, in the words of a page, and as the code calls them. */
export const tiers = {
  'not accepted': 'named',
  'perhaps required by the job': 'look-alike',
  'perhaps clinical': 'clinical',
} as const;
export type TierWords = keyof typeof tiers;

/** What a topic is to a programme: one of its own buckets, or one of the tiers. */
export type MapRow = {
  readonly topic: string;
  readonly countsAs: string;
  /** only where title, provider or description speak of peers or recovery */
  readonly onlyBesidePeers: boolean;
  /** the heading under which it stands */
  readonly list: string;
  readonly page: string;
  readonly line: number;
  readonly citation: string;
};

/** A title, and what the programme's pages make of it. */
export type MapExample = {
  readonly title: string;
  readonly provider: string | null;
  readonly countsAs: string;
  readonly page: string;
  readonly line: number;
};

/** Everything by which a programme sorts titles: the common pages and its own. */
export type TopicBook = {
  readonly pages: readonly TopicPage[];
  readonly signals: readonly SignalList[];
  readonly map: readonly MapRow[];
  readonly examples: readonly MapExample[];
};

/** Pages that every programme may use: they lie in this folder beside the programmes, and in one of this name among a programme's pages. */
export const commonTopics = 'common-topics/';

export function isTier(words: string): words is TierWords {
  return Object.hasOwn(tiers, words);
}
