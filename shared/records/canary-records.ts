import { type Canary, canarySchema, isOfCanary } from '#shared/domain/canary.ts';
import type { Submission } from '#shared/domain/submission.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { monthsBetween } from './month-numbers.ts';
import { bodyOf } from './stored-body.ts';
import { listSubmissions } from './submission-records.ts';

const lastKey = { pk: 'CANARY', sk: 'LAST' };

/** The one that was sent last. */
export async function findCanary(records: RecordStore): Promise<Canary | null> {
  const row = await records.find(lastKey);
  return row ? bodyOf(canarySchema, row) : null;
}

export async function keepCanary(records: RecordStore, canary: Canary): Promise<void> {
  await records.write([{ put: { ...lastKey, body: canarySchema.parse(canary) }, expect: 'any' }]);
}

/** Two clocks never say the same. */
const skewMs = 5 * 60_000;

/**
 * The mail that a canary became, looked for among all that came since, the newest first. By its subject, since the mail service
 * gives what it sends a Message-ID of its own.
 */
export async function findArrived(records: RecordStore, canary: Canary, now: string): Promise<Submission | null> {
  const from = new Date(Date.parse(canary.sentAt) - skewMs).toISOString();
  const until = new Date(Date.parse(now) + skewMs).toISOString();
  for (const month of monthsBetween(from, until).reverse()) {
    const found = await findInMonth(records, canary, { month, from });
    if (found !== null) return found;
  }
  return null;
}

async function findInMonth(
  records: RecordStore,
  canary: Canary,
  { month, from }: { month: string; from: string },
): Promise<Submission | null> {
  let after: string | undefined;
  do {
    const page = await listSubmissions(records, { month, limit: 200, ...(after === undefined ? {} : { after }) });
    const mails = page.submissions.map(({ submission }) => submission);
    const found = mails.find((mail) => isOfCanary(canary, mail));
    if (found) return found;
    const oldest = mails.at(-1)?.envelope.receivedAt;
    if (oldest === undefined || oldest < from) return null;
    after = page.after;
  } while (after !== undefined);
  return null;
}
