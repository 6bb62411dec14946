import { dayIn } from '#shared/domain/calendar.ts';
import { GiveUp } from '#shared/domain/faults.ts';
import type { AuditHeads } from '#shared/ports/audit-heads.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { chainShards, findHead, headRecord, listUnsealed } from '#shared/records/audit-chain.ts';
import {
  endOf,
  findLastSeal,
  partRecords,
  type SealedDay,
  type SealedEnd,
  sealedDay,
  sealWrite,
  textOfDay,
} from '#shared/records/audit-seals.ts';

export type SealAuditPorts = { records: RecordStore; heads: AuditHeads; clock: Clock; timeZone: string };
export type SealedNow = { day: string; chains: number; isNew: boolean };

/**
 * Once a day: takes down the ends of all audit trails that grew since the last time, ties that to the day before, and lays it down
 * outside the store. Cut off anywhere, the next one finishes it.
 */
export function makeSealAudit(ports: SealAuditPorts) {
  return async (): Promise<SealedNow> => {
    const { records, clock, timeZone } = ports;
    const at = clock.now();
    const day = dayIn(timeZone, at);
    const last = await findLastSeal(records);
    if (last !== null) await finish(ports, last);
    if (last !== null && last.day >= day) return { day: last.day, chains: last.heads.length, isNew: false };
    const heads = await unsealedEnds(records);
    const seal = sealedDay({ day, at, number: (last?.number ?? 0) + 1, previous: last?.hash ?? '', heads });
    for (const put of partRecords(seal)) await records.write([{ put, expect: 'any' }]);
    // somebody else sealed this day at this moment: theirs stands, and they finish it
    if ((await records.write([sealWrite(seal)])) === 'conflict' && !(await isOurs(records, seal)))
      return { day, chains: 0, isNew: false };
    await finish(ports, seal);
    return { day, chains: heads.length, isNew: true };
  };
}

/** A store that tries a write again by itself says "conflict" of what it has just written. */
async function isOurs(records: RecordStore, { hash }: SealedDay): Promise<boolean> {
  return (await findLastSeal(records))?.hash === hash;
}

async function unsealedEnds(records: RecordStore): Promise<SealedEnd[]> {
  const shards: SealedEnd[][] = [];
  for (const shard of chainShards) shards.push((await listUnsealed(records, shard)).map(endOf));
  return shards.flat();
}

/** Outside first: what is not laid down there stays listed as not sealed. */
async function finish({ records, heads }: SealAuditPorts, seal: SealedDay): Promise<void> {
  if ((await heads.keep(seal.day, textOfDay(seal))) === 'other')
    throw new GiveUp(`another seal of ${seal.day} was laid down outside: npm run audit -- verify`);
  for (const [chain, count] of seal.heads) {
    const found = await findHead(records, chain);
    // one that grew meanwhile is for the next night
    if (found === null || found.head.count !== count) continue;
    await records.write([{ put: headRecord(found.head, 'sealed'), expect: { version: found.version } }]);
  }
}
