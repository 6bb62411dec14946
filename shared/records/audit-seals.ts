import { z } from 'zod';
import type { NewRecord, RecordStore, StoredRecord, Write } from '#shared/ports/record-store.ts';
import { type ChainHead, sha256 } from './audit-chain.ts';
import { listAll } from './list-all.ts';
import { bodyOf } from './stored-body.ts';

/**
 * What a night's seal took down: the ends of all chains that grew since the one before. Seals are a chain of days themselves. `part`
 * says where the ends stand, which are too many for one row.
 */
const sealSchema = z.object({
  day: z.string(),
  at: z.string(),
  number: z.number().int().min(1),
  previous: z.string(),
  hash: z.string(),
  part: z.string(),
});
type Seal = z.infer<typeof sealSchema>;

/** A chain, how many rows it had, and how the last one ended. */
const endSchema = z.tuple([z.string(), z.number().int().min(0), z.string()]);
export type SealedEnd = z.infer<typeof endSchema>;

/** The same, as it is laid down outside the store. */
const sealedDaySchema = z.object({
  day: z.string(),
  at: z.string(),
  number: z.number().int().min(1),
  previous: z.string(),
  heads: z.array(endSchema),
  hash: z.string(),
});
export type SealedDay = z.infer<typeof sealedDaySchema>;

const sealsPk = 'SEALS';
const partSchema = z.object({ heads: z.array(endSchema) });
/** About 60 kB: an end has two hashes' length, and a row may have 100. */
const endsInPart = 400;

export function sealedDay(of: Omit<SealedDay, 'hash'>): SealedDay {
  return { ...of, hash: hashOfDay(of) };
}

export const endOf = ({ chain, count, hash }: ChainHead): SealedEnd => [chain, count, hash];

/** Over all that a seal says but its own hash. */
export function hashOfDay({ day, at, number, previous, heads }: Omit<SealedDay, 'hash'>): string {
  return sha256(JSON.stringify([day, at, number, previous, heads]));
}

/** One end in a line, so that two files of a day can be compared by eye. */
export function textOfDay({ heads, ...rest }: SealedDay): string {
  const [open, close] = [JSON.stringify(rest).slice(0, -1), '}\n'];
  return `${open},"heads":[\n${heads.map((end) => JSON.stringify(end)).join(',\n')}\n]${close}`;
}

/** Null when it is not what was laid down. */
export function dayInText(text: string): SealedDay | null {
  try {
    return sealedDaySchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** The first day first. */
export async function listSealRows(records: RecordStore): Promise<StoredRecord[]> {
  return listAll(records, { pk: sealsPk });
}

export async function findLastSeal(records: RecordStore): Promise<SealedDay | null> {
  const { records: rows } = await records.list({ pk: sealsPk, newestFirst: true, limit: 1 });
  const [last] = rows;
  return last ? sealOf(records, last) : null;
}

/** The seal with all its ends, as it stands in the store. Throws `GiveUp` when a row has not its shape. */
export async function sealOf(records: RecordStore, row: StoredRecord): Promise<SealedDay> {
  const { part, ...seal } = bodyOf(sealSchema, row);
  const rows = await listAll(records, { pk: partPk(row.sk), skStartsWith: `${part}#` });
  return { ...seal, heads: rows.flatMap((one) => bodyOf(partSchema, one).heads) };
}

/** Rows that are written before the seal itself, and that nobody reads without it: one in each transaction. */
export function partRecords({ day, heads, hash }: SealedDay): NewRecord[] {
  const parts: NewRecord[] = [];
  for (let from = 0; from < heads.length; from += endsInPart) {
    const sk = `${partOf(hash)}#${String(parts.length + 1).padStart(6, '0')}`;
    parts.push({ pk: partPk(day), sk, body: { heads: heads.slice(from, from + endsInPart) } });
  }
  return parts;
}

/** Two that seal at one time: one of them finds the day there already. */
export function sealWrite({ heads: _, ...seal }: SealedDay): Write {
  const body: Seal = { ...seal, part: partOf(seal.hash) };
  return { put: { pk: sealsPk, sk: seal.day, body }, expect: 'absent' };
}

const partPk = (day: string) => `SEAL#${day}`;
const partOf = (hash: string) => hash.slice(0, 16);
