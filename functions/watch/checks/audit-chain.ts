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
  const { chains, rows, seals, lastDay, faults, faultCount } = await verifyAudit({ records, heads, shards });
  const looked = `${rows} rows in ${chains} chains${isAll ? '' : ', a sixteenth of all,'} and ${seals} sealed days`;
  if (faultCount === 0 && isOld(lastDay, now))
    return found(`Of ${looked} all hold, and since ${lastDay} no day was sealed.`, [`SEALS ${lastDay}`]);
  if (faultCount === 0) return fine(`Of ${looked} none was changed, removed, inserted or moved.`);
  const about = faults.map(({ chain, row }) => (row === null ? chain : `${chain} ${row}`));
  const [first] = faults;
  return found(`Of ${looked} not all hold. The first: ${about[0]} ${first?.says}.`, about, faultCount);
}

/** Sealed every night, in a time zone of its own: the day before yesterday is too long ago. */
const isOld = (lastDay: string | null, now: string) =>
  lastDay !== null && Date.parse(now) - Date.parse(lastDay) > 3 * dayMilliseconds;

const shardOfNight = (now: string) => Math.floor(Date.parse(now) / dayMilliseconds) % chainShards.length;
