import { nightlyChecks, nightlyHooks } from '#functions/sweep/nightly-parts.ts';
import { randomSecrets as secrets } from '#shared/adapters/random-secrets.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import type { Programme } from '#shared/rules/programme.ts';
import type { SweepParts } from './run-sweep.ts';

type Given = { records: RecordStore; clock: Clock; programme: Programme; mailFrom: string };

/** All that a night's sweep does on this machine: what it does on AWS too. */
export async function sweepPartsOf({ records, clock, programme, mailFrom }: Given): Promise<SweepParts> {
  const hooks = await nightlyHooks({ records, secrets, programme }, mailFrom);
  return { records, clock, programme, hooks, checks: nightlyChecks };
}
