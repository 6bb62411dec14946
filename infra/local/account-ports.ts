import type { AccountPorts } from '#functions/console/sign-in/accounts.ts';
import { systemClock } from '#shared/adapters/local/system-clock.ts';
import { systemIds } from '#shared/adapters/local/system-ids.ts';
import { randomSecrets } from '#shared/adapters/random-secrets.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';

/** What making accounts and their links needs on one machine. */
export function accountPorts(records: RecordStore): AccountPorts {
  return { records, clock: systemClock, secrets: randomSecrets, ids: systemIds() };
}
