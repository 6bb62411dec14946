import { isCanaryId } from '#shared/domain/canary-run.ts';
import { GiveUp } from '#shared/domain/faults.ts';
import type { SubmissionId } from '#shared/domain/ids.ts';
import type { ListQuery, NewRecord, RecordKey, RecordStore, StoredRecord, Write } from '#shared/ports/record-store.ts';
import { writesAtOnceMax } from '#shared/ports/record-store.ts';
import { listAll } from './list-all.ts';

/** Stands in no key of ours, and sorts before every sign that does. */
const between = '\u001f';
/** Sorts after every sign. */
const last = '\u{10ffff}';

/** The one partition in which all rows of a canary lie, in the table and in both indexes. */
const spaceOf = (id: SubmissionId): string => `CANARY#${id}`;

/**
 * A store of rows inside one partition of another: what is written here is found by nobody who asks the other by a key of the
 * programme's, and nothing of the programme's is found here.
 */
export function ownSpace(records: RecordStore, id: SubmissionId): RecordStore {
  const space = spaceOf(id);
  const inside = ({ pk, sk }: RecordKey): RecordKey => {
    for (const part of [pk, sk]) refuseNothing(part);
    return { pk: space, sk: `${pk}${between}${sk}` };
  };
  const list = async (query: ListQuery) => {
    const page = await records.list(insideQuery(query, space));
    return { ...page, records: page.records.map(outside) };
  };
  return {
    async find(key) {
      const found = await records.find(inside(key));
      return found && outside(found);
    },
    list,
    async count(query) {
      let counted = 0;
      let after: string | undefined;
      do {
        const page = await list({ ...query, limit: 1000, ...(after === undefined ? {} : { after }) });
        counted += page.records.length;
        after = page.after;
      } while (after !== undefined);
      return counted;
    },
    write: async (writes) => records.write(writes.map((write) => insideWrite(write, inside))),
  };
}

/** What the store refuses of a key it can no longer see once there is more around it. */
function refuseNothing(part: string): void {
  if (part === '') throw new GiveUp('a record key is never empty');
}

function insideQuery({ pk, skStartsWith, skFrom, skTo, ...query }: ListQuery, space: string): ListQuery {
  refuseNothing(pk);
  const prefix = `${pk}${between}`;
  // the store itself refuses the two together
  const beginning = skStartsWith === undefined ? {} : { skStartsWith: prefix + skStartsWith };
  if (skFrom === undefined && skTo === undefined)
    return { ...query, pk: space, skStartsWith: prefix + (skStartsWith ?? '') };
  return { ...query, pk: space, skFrom: prefix + (skFrom ?? ''), skTo: prefix + (skTo ?? last), ...beginning };
}

function insideWrite(write: Write, inside: (key: RecordKey) => RecordKey): Write {
  if ('remove' in write) return { ...write, remove: inside(write.remove) };
  if ('check' in write) return { ...write, check: inside(write.check) };
  const { put } = write;
  const row: NewRecord = {
    ...inside(put),
    body: put.body,
    ...(put.index1 && { index1: inside(put.index1) }),
    ...(put.index2 && { index2: inside(put.index2) }),
  };
  return { ...write, put: row };
}

function outside({ index1, index2, ...row }: StoredRecord): StoredRecord {
  return {
    ...row,
    ...asItWas(row),
    ...(index1 && { index1: asItWas(index1) }),
    ...(index2 && { index2: asItWas(index2) }),
  };
}

function asItWas({ sk }: RecordKey): RecordKey {
  const at = sk.indexOf(between);
  if (at < 0) throw new GiveUp('a row of the canary does not say whose it is');
  return { pk: sk.slice(0, at), sk: sk.slice(at + between.length) };
}

/** Takes away all rows of a canary, some at a time; done again, it goes on. */
export async function forgetSpace(records: RecordStore, id: SubmissionId): Promise<void> {
  const rows = await listAll(records, { pk: spaceOf(id) });
  for (let at = 0; at < rows.length; at += writesAtOnceMax) {
    const some = rows.slice(at, at + writesAtOnceMax);
    await records.write(some.map(({ pk, sk }) => ({ remove: { pk, sk }, expect: 'any' })));
  }
}

/** A step of the machine over the rows of whichever mail it is asked about. `apart`: what a canary has otherwise than a mail. */
export function overItsRows<
  Ports extends { records: RecordStore },
  Input extends { submissionId: SubmissionId },
  Output,
>(
  make: (ports: Ports) => (input: Input) => Promise<Output>,
  ports: Ports,
  apart: Partial<Ports> = {},
): (input: Input) => Promise<Output> {
  const step = make(ports);
  return (input) => {
    const { submissionId } = input;
    if (!isCanaryId(submissionId)) return step(input);
    return make({ ...ports, ...apart, records: ownSpace(ports.records, submissionId) })(input);
  };
}
