import { type Check, fine, found } from '#shared/domain/watch.ts';
import { chainShards, countChains } from '#shared/records/audit-chain.ts';
import { verifyAudit } from '#shared/records/verify-audit.ts';
import type { WatchPorts } from '../watch-ports.ts';

/** What one night checks in full, with time to spare; of more, a sixteenth each night. */
const chainsMax = 50_000;
const dayMilliseconds = 86_400_000;

/** Does every row of the audit trail still stand as it was written, and as it was sealed? */
export async function auditChain({ records, heads }: WatchPorts, now: string): Promise<Check> {
  const isAll = (await countChains(records)) <= chainsMax;
  const shards = isAll ? chainShards : chainShards.filter((_, at) => at === shardOfNight(now));
  const { chains, rows, seals, faults, faultCount } = await verifyAudit({ records, heads, shards });
  const looked = `${rows} rows in ${chains} chains${isAll ? '' : ', a sixteenth of all,'} and ${seals} sealed days`;
  if (faultCount === 0) return fine(`Of ${looked} none was changed, removed, inserted or moved.`);
  const about = faults.map(({ chain, row }) => (row === null ? chain : `${chain} ${row}`));
  const [first] = faults;
  return found(`Of ${looked} not all hold. The first: ${about[0]} ${first?.says}.`, about, faultCount);
}

const shardOfNight = (now: string) => Math.floor(Date.parse(now) / dayMilliseconds) % chainShards.length;
