import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { NewRecord, RecordKey, RecordStore, StoredRecord } from '#shared/ports/record-store.ts';
import { listAll } from './list-all.ts';

/**
 * The audit rows of one partition (a mail, a person, a month at the desk) are a chain: each holds its number, the hash of the row
 * before it and its own, and a head row says how many there are and how the last one ends. Decision 0026 says why.
 */
const linkSchema = z.object({ number: z.number().int().min(1), previous: z.string(), hash: z.string() });
const linkedBodySchema = z.looseObject({ chain: linkSchema });
export type Link = z.infer<typeof linkSchema>;

/** Where a chain ends. `chain` is the partition in which its rows stand. */
const headSchema = z.object({ chain: z.string(), count: z.number().int().min(0), hash: z.string() });
export type ChainHead = z.infer<typeof headSchema>;
export type VersionedHead = { head: ChainHead; version: number };

const deskPrefix = 'DESK#AUDIT#';
const rowPrefixes = ['AUDIT#', 'OPENED#'] as const;

/** Whether a row of this key is part of the audit trail: what changed, who looked, what happened at the desk. */
export function isAuditKey({ pk, sk }: RecordKey): boolean {
  return pk.startsWith(deskPrefix) || rowPrefixes.some((prefix) => sk.startsWith(prefix));
}

/** Chains are listed in so many parts, so that no one key of an index takes all writers. */
export const chainShards: readonly string[] = [...'0123456789abcdef'];
export const shardOf = (chain: string): string => sha256(chain).slice(0, 1);

const headKey = (chain: string): RecordKey => ({ pk: `CHAIN#${chain}`, sk: 'HEAD' });
const unsealedPk = (shard: string) => `UNSEALED#${shard}`;
const chainsPk = (shard: string) => `CHAINS#${shard}`;

/** Until the night's seal has taken its end down, a chain is listed as not sealed. */
export function headRecord(head: ChainHead, state: 'sealed' | 'unsealed'): NewRecord {
  const shard = shardOf(head.chain);
  const all = { ...headKey(head.chain), body: head, index1: { pk: chainsPk(shard), sk: head.chain } };
  return state === 'sealed' ? all : { ...all, index2: { pk: unsealedPk(shard), sk: head.chain } };
}

/** Null where nothing was written yet. What stands there and is no head is null too: the check of the chain names it. */
export async function findHead(records: RecordStore, chain: string): Promise<VersionedHead | null> {
  const record = await records.find(headKey(chain));
  const head = record === null ? null : headIn(record);
  return record === null || head === null ? null : { head, version: record.version };
}

export const findHeadRecord = (records: RecordStore, chain: string) => records.find(headKey(chain));

export function headIn(record: StoredRecord): ChainHead | null {
  return headSchema.safeParse(record.body).data ?? null;
}

/** The names of all chains of a shard that the store lists; those of the index, whatever their rows say. */
export async function listChains(records: RecordStore, shard: string): Promise<string[]> {
  const rows = await listAll(records, { index: 'index1', pk: chainsPk(shard) });
  return rows.map((row) => row.index1?.sk ?? row.pk);
}

export async function countChains(records: RecordStore): Promise<number> {
  const counts = await Promise.all(chainShards.map((shard) => records.count({ index: 'index1', pk: chainsPk(shard) })));
  return counts.reduce((sum, one) => sum + one, 0);
}

/** Chains that grew since the last seal. */
export async function listUnsealed(records: RecordStore, shard: string): Promise<ChainHead[]> {
  const rows = await listAll(records, { index: 'index2', pk: unsealedPk(shard) });
  return rows.flatMap((row) => headIn(row) ?? []);
}

/** Every row of a chain, in order of the keys. */
export async function listChainRows(records: RecordStore, chain: string): Promise<StoredRecord[]> {
  if (chain.startsWith(deskPrefix)) return listAll(records, { pk: chain });
  const lists = await Promise.all(rowPrefixes.map((skStartsWith) => listAll(records, { pk: chain, skStartsWith })));
  return lists.flat();
}

/** The row as it is stored: with its number and the hashes that tie it to the one before. */
export function withLink(row: NewRecord, { count, hash: previous }: Pick<ChainHead, 'count' | 'hash'>): NewRecord {
  const number = count + 1;
  // as it will be read back: without what JSON leaves out
  const body: unknown = JSON.parse(JSON.stringify(row.body));
  const chain: Link = { number, previous, hash: hashOf(row, body, { number, previous }) };
  return { ...row, body: { ...z.looseObject({}).parse(body), chain } };
}

/** What a stored row says of its place, and the hash that its content has now; null where it says nothing. */
export function linkOf(row: StoredRecord): { link: Link; hashNow: string } | null {
  const parsed = linkedBodySchema.safeParse(row.body);
  if (!parsed.success) return null;
  const { chain: link, ...body } = parsed.data;
  return { link, hashNow: hashOf(row, body, link) };
}

function hashOf({ pk, sk }: RecordKey, body: unknown, { number, previous }: Omit<Link, 'hash'>): string {
  return sha256(JSON.stringify([pk, sk, number, previous, body]));
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
