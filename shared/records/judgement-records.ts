import { z } from 'zod';
import type { SubmissionId } from '#shared/domain/ids.ts';
import { type Judgement, judgementSchema } from '#shared/domain/judgement.ts';
import { matchedPersonSchema } from '#shared/domain/person.ts';
import type { RecordStore, Write } from '#shared/ports/record-store.ts';
import { bodyOf } from './stored-body.ts';

/** Who a mail speaks of, as MatchPerson left it. `strays` are places of documents that fit nobody. */
export const peopleSchema = z.object({ people: z.array(matchedPersonSchema), strays: z.array(z.number().int()) });
export type People = z.infer<typeof peopleSchema>;

const peopleKey = (id: SubmissionId) => ({ pk: `SUB#${id}`, sk: 'PEOPLE' });
const judgementKey = (id: SubmissionId) => ({ pk: `SUB#${id}`, sk: 'JUDGEMENT' });

export async function savePeople(records: RecordStore, id: SubmissionId, people: People): Promise<void> {
  await records.write([{ put: { ...peopleKey(id), body: people }, expect: 'any' }]);
}

export async function findPeople(records: RecordStore, id: SubmissionId): Promise<People | null> {
  const record = await records.find(peopleKey(id));
  return record ? bodyOf(peopleSchema, record) : null;
}

export function judgementWrite(id: SubmissionId, judgement: Judgement): Write {
  return { put: { ...judgementKey(id), body: judgement }, expect: 'any' };
}

export async function findJudgement(records: RecordStore, id: SubmissionId): Promise<Judgement | null> {
  const record = await records.find(judgementKey(id));
  return record ? bodyOf(judgementSchema, record) : null;
}
