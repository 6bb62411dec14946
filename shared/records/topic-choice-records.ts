import { createHash } from 'node:crypto';
import { type TopicChoice, topicChoiceSchema, trainingKey } from '#shared/domain/topic-choice.ts';
import type { RecordStore, Write } from '#shared/ports/record-store.ts';
import { listAll } from './list-all.ts';
import { bodyOf } from './stored-body.ts';

const choicesPk = (programme: string) => `TOPIC-CHOICES#${programme}`;

/** A row of its own for each choice: what somebody said before stays, also when they or others say otherwise later. */
export function topicChoiceWrite(choice: TopicChoice): Write {
  const training = createHash('sha256').update(trainingKey(choice)).digest('hex').slice(0, 32);
  const key = { pk: choicesPk(choice.programme), sk: `${training}#${choice.at}#${choice.by}` };
  return { put: { ...key, body: choice }, expect: 'absent' };
}

/** Every choice of a programme, those about one training together, the oldest first. */
export async function listTopicChoices(records: RecordStore, programme: string): Promise<TopicChoice[]> {
  const rows = await listAll(records, { pk: choicesPk(programme) });
  return rows.map((row) => bodyOf(topicChoiceSchema, row));
}
