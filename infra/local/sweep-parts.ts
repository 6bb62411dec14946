import { makeReminderHook } from '#functions/sweep/reminders.ts';
import { watchCheck } from '#functions/sweep/watch-check.ts';
import { randomSecrets } from '#shared/adapters/random-secrets.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { openLetterSecret } from '#shared/records/letter-records.ts';
import type { Programme } from '#shared/rules/programme.ts';
import type { SweepParts } from './run-sweep.ts';

type Given = { records: RecordStore; clock: Clock; programme: Programme; mailFrom: string };

/** All that a night's sweep does on this machine. What is to be done for a person, or looked at in the end, is added here. */
export async function sweepPartsOf({ records, clock, programme, mailFrom }: Given): Promise<SweepParts> {
  const secret = await openLetterSecret(records, randomSecrets);
  const domain = mailFrom.split('@')[1] ?? 'localhost';
  return { records, clock, programme, hooks: [makeReminderHook({ programme, secret, domain })], checks: [watchCheck] };
}
