import { GiveUp } from '#shared/domain/faults.ts';
import type { RecordStore, StoredRecord } from '#shared/ports/record-store.ts';
import { type ChainHead, findHeadRecord, headIn, headRecord, type Link, linkOf, listChainRows } from './audit-chain.ts';
import type { SealedEnd } from './audit-seals.ts';

/** A place that does not hold. `row` is the key of the row in its chain, null where it is about the whole. */
export type ChainFault = { chain: string; row: string | null; says: string };
export type ChainVerified = { rows: number; faults: ChainFault[] };

/** Rows are added while it is looked at; each time something was, it is looked at again. */
const looksMax = 10;

/** Checks one chain from its first row to its end, and against what was sealed of it. The first fault is that of the first place. */
export async function verifyChain(
  records: RecordStore,
  chain: string,
  sealed: readonly SealedEnd[] = [],
): Promise<ChainVerified> {
  let verified: ChainVerified = { rows: 0, faults: [] };
  for (let look = 1; look <= looksMax; look += 1) {
    const read = await orUnreadable(async () => {
      const before = await findHeadRecord(records, chain);
      return { before, rows: await listChainRows(records, chain) };
    });
    if (read === null) return { rows: 0, faults: [{ chain, row: null, says: 'a row of it cannot be read' }] };
    const { before, rows } = read;
    verified = { rows: rows.length, faults: faultsOf(chain, before, rows, sealed) };
    if (verified.faults.length === 0) return verified;
    const after = await orUnreadable(() => findHeadRecord(records, chain));
    if (after?.version === before?.version) return verified;
  }
  return verified;
}

/** Null where a row is no longer anything that the store can read. That it is busy is no such thing. */
export async function orUnreadable<Read>(read: () => Promise<Read>): Promise<Read | null> {
  try {
    return await read();
  } catch (fault) {
    if (fault instanceof GiveUp) return null;
    throw fault;
  }
}

function faultsOf(
  chain: string,
  record: StoredRecord | null,
  rows: readonly StoredRecord[],
  sealed: readonly SealedEnd[],
): ChainFault[] {
  const about = (row: string | null) => (says: string) => ({ chain, row, says });
  const read = rows.map((row) => ({ row, read: linkOf(row) }));
  const outside = read.filter((one) => one.read === null).map(({ row }) => about(row.sk)('stands outside the chain'));
  const linked = read.flatMap(({ row, read: one }) => (one === null ? [] : [{ row, ...one }]));
  linked.sort((one, other) => one.link.number - other.link.number);
  const broken = linked.flatMap((one, at) => {
    const says = whyBroken(one, at + 1, linked[at - 1]?.link.hash ?? '');
    return says === null ? [] : [about(one.row.sk)(says)];
  });
  const links = linked.map(({ link }) => link);
  const atEnd = endFaults(chain, record, links).map(about(null));
  return [...outside, ...broken, ...atEnd, ...sealFaults(links, sealed).map(about(null))];
}

type Linked = { row: StoredRecord; link: Link; hashNow: string };

function whyBroken({ row, link, hashNow }: Linked, number: number, previous: string): string | null {
  if (link.hash !== hashNow) return 'was changed: its hash is not that of what it says';
  if (row.version !== 1 || row.index1 !== undefined || row.index2 !== undefined) return 'was written over';
  if (link.number > number) return `should be row ${number} and is row ${link.number}: a row before it is gone`;
  if (link.number < number) return `is row ${link.number}, and so is another`;
  if (link.previous !== previous) return 'does not follow the row before it';
  return null;
}

function endFaults(chain: string, record: StoredRecord | null, links: readonly Link[]): string[] {
  if (record === null) return ['the end of the chain is not known: its head is gone, or it never had one'];
  const head = headIn(record);
  if (head === null || !isPlaced(record, head, chain)) return ['the head of the chain was changed'];
  if (head.count !== links.length) return [`has ${links.length} rows, and its head says ${head.count}`];
  if (head.hash !== (links.at(-1)?.hash ?? '')) return ['its head does not fit its last row'];
  return [];
}

/** As it was written, in the indexes too: one that is listed nowhere would never be looked at. */
function isPlaced(record: StoredRecord, head: ChainHead, chain: string): boolean {
  const wanted = headRecord(head, record.index2 === undefined ? 'sealed' : 'unsealed');
  const placeOf = ({ pk, sk, index1, index2 }: Omit<StoredRecord, 'body' | 'version'>) =>
    JSON.stringify([pk, sk, index1?.pk, index1?.sk, index2?.pk, index2?.sk]);
  return head.chain === chain && placeOf(record) === placeOf(wanted);
}

function sealFaults(links: readonly Link[], sealed: readonly SealedEnd[]): string[] {
  return sealed.flatMap(([, count, hash]) => {
    if (links.length < count) return [`${count} rows were sealed, and ${links.length} are there`];
    return count > 0 && links[count - 1]?.hash !== hash ? [`row ${count} is not the one that was sealed`] : [];
  });
}
