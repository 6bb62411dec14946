import type { Change, Correction } from '#shared/domain/correction.ts';
import { agreedUntil, type Decision } from '#shared/domain/decision.ts';
import type { SubmissionId } from '#shared/domain/ids.ts';
import { type CorrectedCase, layCorrections } from '#shared/domain/lay-corrections.ts';
import type { StaffId } from '#shared/domain/staff.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { listCorrections } from './correction-records.ts';
import { listDocuments } from './document-records.ts';
import { findPeople } from './judgement-records.ts';

export type StoredCorrectedCase = CorrectedCase & { corrections: Correction[] };

/** Changes that nobody has saved: what a page asks "what if" about. */
export type Drafts = { changes: readonly Change[]; by: StaffId; at: string };

/** The papers of a mail as read, with every correction laid over them, or those up to `until`, and drafts last. */
export async function readCorrectedCase(
  records: RecordStore,
  id: SubmissionId,
  drafts: Drafts | null = null,
  until = Number.POSITIVE_INFINITY,
): Promise<StoredCorrectedCase> {
  const [documents, people, stored] = await Promise.all([
    listDocuments(records, id),
    findPeople(records, id),
    listCorrections(records, id),
  ]);
  const corrections = stored.filter(({ number }) => number <= until);
  const drafted = drafts === null ? [] : asCorrections(drafts, corrections.length);
  const laid = layCorrections(documents, people ?? { people: [], strays: [] }, [...corrections, ...drafted]);
  return { ...laid, corrections };
}

/**
 * The papers of a mail twice: `agreed` as far as a decision in effect goes, `now` with what somebody said since as well. Only the
 * first may move anything beyond the mail itself.
 */
export async function readAgreedCase(
  records: RecordStore,
  id: SubmissionId,
  decisions: readonly Decision[],
): Promise<{ agreed: StoredCorrectedCase; now: StoredCorrectedCase }> {
  const now = await readCorrectedCase(records, id);
  const until = agreedUntil(decisions);
  const isAllAgreed = now.corrections.every(({ number }) => number <= until);
  return { now, agreed: isAllAgreed ? now : await readCorrectedCase(records, id, null, until) };
}

/** Numbered on from those there are. */
export function asCorrections({ changes, by, at }: Drafts, last: number): Correction[] {
  return changes.map((change, i) => ({ number: last + i + 1, at, by, change }));
}
