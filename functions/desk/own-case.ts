import type { Decision } from '#shared/domain/decision.ts';
import { holderOf } from '#shared/domain/lease.ts';
import type { Reply } from '#shared/domain/reply.ts';
import type { Submission } from '#shared/domain/submission.ts';
import type { RecordStore, Write } from '#shared/ports/record-store.ts';
import { auditWrite } from '#shared/records/audit-records.ts';
import { listDecisions } from '#shared/records/decision-records.ts';
import { findLease } from '#shared/records/lease-records.ts';
import { reopenWrites } from '#shared/records/reopened-case.ts';
import { findSubmission } from '#shared/records/submission-records.ts';
import type { HeldCase } from './held-case.ts';

/**
 * What follows for a mail of which a reviewer of another case said that it does not belong there. Settled by the machine alone, with papers
 * that count for somebody, it is opened for a person; else it is only noted.
 */
export async function onItsOwn(
  records: RecordStore,
  { submission: { reference }, now }: HeldCase,
  { submissionId, apart }: Reply,
): Promise<Write[]> {
  const [found, stored, lease] = await Promise.all([
    findSubmission(records, submissionId),
    listDecisions(records, submissionId),
    findLease(records, submissionId),
  ]);
  if (!found || apart === null) return [];
  const isFree = holderOf(lease?.lease ?? null, now) === null;
  const isOpened =
    isFree &&
    isSettledByMachine(
      found.submission,
      stored.map(({ decision }) => decision),
    ); // prettier-ignore
  const entry = { at: now, by: 'person' as const, codes: [reference], who: apart.by };
  if (!isOpened) return [auditWrite(submissionId, { ...entry, action: 'said-apart' }, now)];
  const reasons = [...found.submission.reasons, doesNotBelong(reference)];
  return [
    ...(await reopenWrites(records, found, { reasons, at: now })),
    auditWrite(submissionId, { ...entry, action: 'opened-apart' }, found.version),
  ];
}

function isSettledByMachine({ outcome, filedAt }: Submission, decisions: readonly Decision[]): boolean {
  return filedAt !== null && decisions.length === 0 && (outcome === 'accepted' || outcome === 'needs-sender');
}

function doesNotBelong(reference: string) {
  const text = `A person of the office said that this does not belong to ${reference}. Look whose papers these are.`;
  return { code: 'needs-human-decision' as const, text };
}
