import type { Credit } from '#shared/domain/credit.ts';
import type { TopicChoice } from '#shared/domain/topic-choice.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { listTopicChoices } from '#shared/records/topic-choice-records.ts';
import { suggestTopic, topicChoicesIn } from '#shared/rules/suggest-topic.ts';
import { classifyTraining } from '#shared/rules/topic.ts';
import type { ProgrammeFacts } from '../console-deps.ts';

export type TopicKnown = {
  /** by the words of its title; no topic where the title alone does not surely say */
  byTitle: { topics: readonly string[]; why: string };
  /** what people said of a training like it, the newest first */
  said: readonly TopicChoice[];
  /** the one that all of them said; null where they differ or nobody said anything */
  suggested: string | null;
};

/** What a person may say that a training is about, and what is known of one already. */
export type Topics = { choices: readonly string[]; of(credit: Credit): TopicKnown };

/** Null where the desk was given no programme. */
export async function readTopics(records: RecordStore, { book, timeZone }: ProgrammeFacts): Promise<Topics | null> {
  if (book === undefined) return null;
  const { programme } = book;
  const all = await listTopicChoices(records, programme.id);
  return {
    choices: topicChoicesIn(programme),
    of({ title, provider }) {
      const read = classifyTraining(programme, { title, provider });
      const before = suggestTopic(all, { title, provider }, timeZone);
      return {
        byTitle: { topics: read.topics ?? [], why: read.why },
        said: before?.from ?? [],
        suggested: before?.choice ?? null,
      };
    },
  };
}
