import { makeCarryOutDisposals } from '#functions/retention/carry-out-disposals.ts';
import { makeProposeDisposal } from '#functions/retention/propose-disposal.ts';
import office from '#shared/config/office.json' with { type: 'json' };
import { type Retention, retentionSchema } from '#shared/domain/retention.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { FileDisposal } from '#shared/ports/file-disposal.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';

type Parts = { records: RecordStore; fileDisposal: FileDisposal; clock: Clock; retention?: Retention };

/** Carries out what two people agreed to, then proposes what has become due since. */
export function makeNightlyRetention({ retention = retentionSchema.parse(office.retention), ...parts }: Parts) {
  const carryOut = makeCarryOutDisposals({ ...parts, retention });
  const propose = makeProposeDisposal({ ...parts, retention });
  return async (): Promise<{ destroyed: number; proposed: number }> => {
    const { destroyed } = await carryOut();
    const list = await propose();
    return { destroyed, proposed: list?.cases.length ?? 0 };
  };
}
