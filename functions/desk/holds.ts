import type { Hold } from '#shared/domain/retention.ts';
import type { StaffId } from '#shared/domain/staff.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { auditWrite } from '#shared/records/audit-records.ts';
import { holdWrite, listHolds, type VersionedHold } from '#shared/records/retention-records.ts';
import { findPointed, findSubmission, referenceKey } from '#shared/records/submission-records.ts';
import { type Answer, refusedFor, somebodyFaster } from './answer-disposal.ts';

type Asked = { reference: string; who: StaffId; reason: string; hold: boolean };

/** A supervisor keeps a case from being destroyed, or lets it go again; both with a reason. */
export function makeHolds({ records, clock }: { records: RecordStore; clock: Clock }) {
  return async ({ reference, who, reason, hold }: Asked): Promise<Answer> => {
    const why = reason.trim();
    const about = await caseOf(records, reference);
    if (!about) return refusedFor('There is no such case. Write its reference, such as LA-2026-7K3M9Q.');
    const not = whyNot(why, { isHeld: isHeld(about.known), hold });
    if (not !== null) return not;
    const { submissionId, known } = about;
    const signed = { by: who, at: clock.now(), reason: why };
    const next = hold ? { submissionId, reference: about.reference, ...signed, lifted: null } : lifted(known, signed);
    if (next === null) return somebodyFaster;
    const entry = { at: signed.at, by: 'person' as const, action: hold ? 'hold-set' : 'hold-lifted', codes: [], who };
    const written = await records.write([holdWrite(next, known?.version ?? null), auditWrite(submissionId, entry)]);
    return written === 'written' ? { done: true } : somebodyFaster;
  };
}

function whyNot(reason: string, about: { isHeld: boolean; hold: boolean }): Answer | null {
  if (reason === '' || reason.length > 1000) return refusedFor('Say why, in no more than 1000 letters.');
  if (about.isHeld !== about.hold) return null;
  return refusedFor(about.hold ? 'This case is held already.' : 'This case is not held.');
}

const lifted = (known: VersionedHold | undefined, signed: NonNullable<Hold['lifted']>): Hold | null =>
  known === undefined ? null : { ...known.hold, lifted: signed };
const isHeld = (known: VersionedHold | undefined) => known !== undefined && known.hold.lifted === null;

async function caseOf(records: RecordStore, typed: string) {
  const submissionId = await findPointed(records, referenceKey(typed.trim().toUpperCase()));
  const found = submissionId === null ? null : await findSubmission(records, submissionId);
  if (submissionId === null || found === null) return null;
  const known = (await listHolds(records)).find(({ hold }) => hold.submissionId === submissionId);
  return { submissionId, reference: found.submission.reference, known };
}
