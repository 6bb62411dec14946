import type { AuditHeads } from '#shared/ports/audit-heads.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { chainShards, listChains, shardOf } from './audit-chain.ts';
import { type ChainFault, orUnreadable, verifyChain } from './verify-chain.ts';
import { verifySeals } from './verify-seals.ts';

export type AuditVerified = {
  chains: number;
  rows: number;
  seals: number;
  /** the last day that was sealed; null where none was yet */
  lastDay: string | null;
  /** days whose seal also lies outside the store; null where nowhere outside was looked at */
  outside: number | null;
  /** the first ones; `faultCount` says how many there are */
  faults: ChainFault[];
  faultCount: number;
};

export type VerifyAudit = {
  records: RecordStore;
  heads: AuditHeads | null;
  /** only chains of these sixteenths, where there are too many for one night */
  shards?: readonly string[];
  /** partitions that hold audit rows, where a store can tell them apart from its own lists */
  alsoIn?: readonly string[];
};

const faultsMax = 50;
/** A store far away answers several at once; more would only wait. */
const atOnce = 16;

/** Checks every chain of the audit trail and every seal. Reads only; may run while others write. */
export async function verifyAudit({
  records,
  heads,
  shards = chainShards,
  alsoIn = [],
}: VerifyAudit): Promise<AuditVerified> {
  const { seals, lastDay, outside, faults: sealFaults, ends } = await verifySeals(records, heads);
  const faults = [...sealFaults];
  let [chains, rows] = [0, 0];
  for (const shard of shards) {
    const ofShard = (chain: string) => shardOf(chain) === shard;
    const listed = await orUnreadable(() => listChains(records, shard));
    if (listed === null)
      faults.push({ chain: `CHAINS#${shard}`, row: null, says: 'the list of chains cannot be read' });
    const names = [...new Set([...(listed ?? []), ...[...ends.keys(), ...alsoIn].filter(ofShard)])].sort();
    for (let from = 0; from < names.length; from += atOnce) {
      const some = names.slice(from, from + atOnce);
      const verified = await Promise.all(some.map((chain) => verifyChain(records, chain, ends.get(chain))));
      for (const one of verified) {
        rows += one.rows;
        faults.push(...one.faults);
      }
    }
    chains += names.length;
  }
  return { chains, rows, seals, lastDay, outside, faults: faults.slice(0, faultsMax), faultCount: faults.length };
}
