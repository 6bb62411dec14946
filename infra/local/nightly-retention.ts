import { makeCarryOutDisposals } from '#functions/retention/carry-out-disposals.ts';
import { makeForgetPackets } from '#functions/retention/forget-packets.ts';
import { makeProposeDisposal } from '#functions/retention/propose-disposal.ts';
import office from '#shared/config/office.json' with { type: 'json' };
import { type Retention, retentionSchema } from '#shared/domain/retention.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { FileDisposal } from '#shared/ports/file-disposal.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';

type Parts = { records: RecordStore; fileDisposal: FileDisposal; clock: Clock; retention?: Retention };

/** Forgets old packets of the canary, carries out what two people agreed to, then proposes what has become due since. */
export function makeNightlyRetention({ retention = retentionSchema.parse(office.retention), ...parts }: Parts) {
  const carryOut = makeCarryOutDisposals({ ...parts, retention });
  const propose = makeProposeDisposal({ ...parts, retention });
  const forgetPackets = makeForgetPackets(parts);
  return async (): Promise<{ destroyed: number; proposed: number }> => {
    await forgetPackets();
    const { destroyed } = await carryOut();
    const list = await propose();
    return { destroyed, proposed: list?.cases.length ?? 0 };
  };
}
