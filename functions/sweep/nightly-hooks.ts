import type { RecordStore } from '#shared/ports/record-store.ts';
import type { Secrets } from '#shared/ports/secrets.ts';
import { openLetterSecret } from '#shared/records/letter-records.ts';
import type { Programme } from '#shared/rules/programme.ts';
import { makeReminderHook } from './reminders.ts';
import type { SweepHook } from './sweep-hook.ts';

type Ports = { records: RecordStore; secrets: Secrets; programme: Programme };

/** All that a night does for a person besides the standing, in both places. `mailFrom` is the office's own address. */
export async function nightlyHooks({ records, secrets, programme }: Ports, mailFrom: string): Promise<SweepHook[]> {
  const secret = await openLetterSecret(records, secrets);
  return [makeReminderHook({ programme, secret, domain: mailFrom.slice(mailFrom.lastIndexOf('@') + 1) })];
}
