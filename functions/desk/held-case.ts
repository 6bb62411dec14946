import { TryAgain } from '#shared/domain/faults.ts';
import type { SubmissionId } from '#shared/domain/ids.ts';
import { holderOf } from '#shared/domain/lease.ts';
import type { StaffId } from '#shared/domain/staff.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { RecordStore, Write } from '#shared/ports/record-store.ts';
import { findLease, type VersionedLease } from '#shared/records/lease-records.ts';
import { findSubmission, type VersionedSubmission } from '#shared/records/submission-records.ts';

export type DeskPorts = { records: RecordStore; clock: Clock };

/** What every command of a reviewer says: who, about which mail, and at which version of it their page was. */
export type Given = { submissionId: SubmissionId; who: StaffId; version: number };
/** `isForSplit`: it may also be done to a mail that was split by person, of which only the items are cases. */
type Asked = Given & { isForSplit?: boolean };

/** Why a command did nothing. `refused` says in plain words what to do about it. */
export type Refusal =
  | { answer: 'refused'; why: string }
  | { answer: 'held-by-another'; by: StaffId; until: string }
  | { answer: 'not-held' }
  | { answer: 'changed-meanwhile'; version: number }
  | { answer: 'no-such-case' };

export const refused = (why: string): Refusal => ({ answer: 'refused', why });

export type HeldCase = VersionedSubmission & { lease: VersionedLease; now: string };

/** What a command makes of a case that is its caller's: its writes, or why not. */
export type Doing<Done> = (held: HeldCase) => Promise<Refusal | { writes: Write[]; done: Done }>;

/** A heartbeat between our reading and our writing makes the lease another version: look again. */
const triesMax = 10;

/**
 * Does what `doing` says, in one transaction, only while the lease is the caller's and the mail at the version they saw.
 * `doing` has to name the lease's row, and the submission's where it does not put it, among its writes.
 */
export async function whileHeld<Done>(
  { records, clock }: DeskPorts,
  given: Asked,
  doing: Doing<Done>,
): Promise<Refusal | Done> {
  for (let attempt = 0; attempt < triesMax; attempt += 1) {
    const held = await heldCase(records, given, clock.now());
    if ('answer' in held) return held;
    const result = await doing(held);
    if ('answer' in result) return result;
    if ((await records.write(result.writes)) === 'written') return result.done;
  }
  throw new TryAgain('this case changes too fast; try again');
}

async function heldCase(
  records: RecordStore,
  { submissionId, who, version, isForSplit = false }: Asked,
  now: string,
): Promise<HeldCase | Refusal> {
  const [found, lease] = await Promise.all([findSubmission(records, submissionId), findLease(records, submissionId)]);
  if (!found) return { answer: 'no-such-case' };
  const holder = holderOf(lease?.lease ?? null, now);
  if (lease === null || holder === null) return { answer: 'not-held' };
  if (holder !== who) return { answer: 'held-by-another', by: holder, until: lease.lease.until };
  if (found.version !== version) return { answer: 'changed-meanwhile', version: found.version };
  if (found.submission.items !== undefined && !isForSplit)
    return refused('This mail was split by person. Do this to the item that you mean.');
  return { ...found, lease, now };
}
