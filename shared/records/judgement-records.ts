import { z } from 'zod';
import { GiveUp } from '#shared/domain/faults.ts';
import type { SubmissionId } from '#shared/domain/ids.ts';
import { type Judgement, judgementSchema } from '#shared/domain/judgement.ts';
import { matchedPersonSchema } from '#shared/domain/person.ts';
import type { RecordKey, RecordStore, StoredRecord, Write } from '#shared/ports/record-store.ts';
import { listAll } from './list-all.ts';
import { inParts, partsSchema } from './row-parts.ts';
import { bodyOf } from './stored-body.ts';

/** Who a mail speaks of, as MatchPerson left it. `strays` are places of documents that fit nobody. */
export const peopleSchema = z.object({ people: z.array(matchedPersonSchema), strays: z.array(z.number().int()) });
export type People = z.infer<typeof peopleSchema>;

const headSchema = judgementSchema.extend(partsSchema);
const partSchema = judgementSchema.pick({ credits: true, findings: true, shadow: true });
type Part = z.infer<typeof partSchema>;

const peopleKey = (id: SubmissionId) => ({ pk: `SUB#${id}`, sk: 'PEOPLE' });
const judgementKey = (id: SubmissionId) => ({ pk: `SUB#${id}`, sk: 'JUDGEMENT' });
const partKey = (id: SubmissionId, number: number, run: string | undefined) => {
  const own = run === undefined ? '' : `${run}#`;
  return { pk: `SUB#${id}`, sk: `JUDGEMENT#${own}${String(number).padStart(3, '0')}` };
};

/** A row for each time that the mail was judged: no other judgement has this key. */
const keptKey = (id: SubmissionId, at: string, run: string) => ({ pk: `SUB#${id}`, sk: `JUDGED#${at}#${run}` });

export async function savePeople(records: RecordStore, id: SubmissionId, people: People): Promise<void> {
  await records.write([peopleWrite(id, people)]);
}

export const peopleWrite = (id: SubmissionId, people: People): Write => {
  return { put: { ...peopleKey(id), body: people }, expect: 'any' };
};

export async function findPeople(records: RecordStore, id: SubmissionId): Promise<People | null> {
  const record = await records.find(peopleKey(id));
  return record ? bodyOf(peopleSchema, record) : null;
}

/** A judgement that fits one row. */
export function judgementWrite(id: SubmissionId, judgement: Judgement): Write {
  return { put: { ...judgementKey(id), body: judgement }, expect: 'any' };
}

/**
 * A judgement of any size: `last` makes it the one that stands, `before` are the rows it then names. They may be written
 * earlier, and again; those of another try, which saw other papers, are other rows. What stood before stays in a row of its
 * own, by its day: a mail that is judged anew has its whole history.
 */
export function judgementWrites(
  id: SubmissionId,
  judgement: Judgement,
  at: string,
): { before: Write[]; last: Write[] } {
  const { head, parts, run } = inParts(judgement);
  const before = parts.map((body, i): Write => ({ put: { ...partKey(id, i + 1, run), body }, expect: 'any' }));
  const kept: Write = { put: { ...keptKey(id, at, run), body: head }, expect: 'any' };
  return { before, last: [{ put: { ...judgementKey(id), body: head }, expect: 'any' }, kept] };
}

/** Every judgement of a mail with its day, the first one first. The last one stands. */
export async function listJudgements(
  records: RecordStore,
  id: SubmissionId,
): Promise<{ at: string; judgement: Judgement }[]> {
  const rows = await listAll(records, { pk: `SUB#${id}`, skStartsWith: 'JUDGED#' });
  return Promise.all(
    rows.map(async (row) => ({ at: row.sk.split('#')[1] ?? '', judgement: await wholeOf(records, id, row) })),
  );
}

export async function findJudgement(records: RecordStore, id: SubmissionId): Promise<Judgement | null> {
  const record = await records.find(judgementKey(id));
  return record ? wholeOf(records, id, record) : null;
}

async function wholeOf(records: RecordStore, id: SubmissionId, record: StoredRecord): Promise<Judgement> {
  const { parts: count, run, ...head } = bodyOf(headSchema, record);
  const parts = await Promise.all(Array.from({ length: count }, (_, i) => findPart(records, partKey(id, i + 1, run))));
  const credits = [...head.credits, ...parts.flatMap((part) => part.credits)];
  const findings = [...head.findings, ...parts.flatMap((part) => part.findings)];
  return { ...head, credits, findings, shadow: [...head.shadow, ...parts.flatMap((part) => part.shadow)] };
}

async function findPart(records: RecordStore, key: RecordKey): Promise<Part> {
  const record = await records.find(key);
  if (!record) throw new GiveUp('a part of a judgement is not there');
  return bodyOf(partSchema, record);
}
