import type { RecordStore } from '#shared/ports/record-store.ts';
import type { Secrets } from '#shared/ports/secrets.ts';
import { openLetterSecret } from '#shared/records/letter-records.ts';
import type { Programme } from '#shared/rules/programme.ts';
import { makeReminderHook } from './reminders.ts';
import type { SweepCheck, SweepHook } from './sweep-hook.ts';
import { watchCheck } from './watch-check.ts';

type Ports = { records: RecordStore; secrets: Secrets; programme: Programme };

/** What a night does for a person besides the standing, on one machine and on AWS. `mailFrom` is the office's own address. */
export async function nightlyHooks({ records, secrets, programme }: Ports, mailFrom: string): Promise<SweepHook[]> {
  const secret = await openLetterSecret(records, secrets);
  return [makeReminderHook({ programme, secret, domain: mailFrom.slice(mailFrom.lastIndexOf('@') + 1) })];
}

/** What the report of a night says besides, in both places. */
export const nightlyChecks: readonly SweepCheck[] = [watchCheck];
