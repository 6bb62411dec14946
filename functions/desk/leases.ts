import { TryAgain } from '#shared/domain/faults.ts';
import type { SubmissionId } from '#shared/domain/ids.ts';
import { givenBack, holderOf, type Lease, newLease, renewedLease } from '#shared/domain/lease.ts';
import type { StaffId } from '#shared/domain/staff.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { RecordStore, Write } from '#shared/ports/record-store.ts';
import { auditWrite } from '#shared/records/audit-records.ts';
import { findLease, leaseWrite, listLeases } from '#shared/records/lease-records.ts';
import { findSubmission } from '#shared/records/submission-records.ts';

export type LeasePorts = { records: RecordStore; clock: Clock };

/** `held-by-another` says who has the case and until when; nothing was changed then. */
export type LeaseAnswer =
  | { answer: 'yours'; lease: Lease }
  | { answer: 'held-by-another'; by: StaffId; until: string }
  | { answer: 'not-held' }
  | { answer: 'no-such-case' };

/** Somebody else wrote between our reading and our writing: look again, and mostly the answer is another one then. */
const triesMax = 10;

/** What a reviewer does about whose case it is. Each is one conditional write. */
export function makeLeases({ records, clock }: LeasePorts) {
  /** Null: somebody else wrote meanwhile. */
  async function tryOnce(id: SubmissionId, who: StaffId, { action, to }: Change): Promise<LeaseAnswer | null> {
    const now = clock.now();
    const there = await findLease(records, id);
    const holder = holderOf(there?.lease ?? null, now);
    if (there && holder !== null && holder !== who) return answerFor(there.lease, who);
    const lease = to(holder === who && there ? there.lease : null, now);
    if (lease === null) return { answer: 'not-held' };
    const written = await records.write([
      leaseWrite(id, lease, there),
      // theirs already: the same press again, or its write tried again
      ...noted(id, {
        lease,
        who,
        action: action === 'claimed' && holder === who ? null : action,
        now,
        before: there?.version ?? 0,
      }),
    ]);
    return written === 'conflict' ? null : answerFor(lease, who);
  }

  async function put(id: SubmissionId, who: StaffId, change: Change): Promise<LeaseAnswer> {
    for (let attempt = 0; attempt < triesMax; attempt += 1) {
      const answer = await tryOnce(id, who, change);
      if (answer) return answer;
    }
    throw new TryAgain('too many people change who works on this case at once; try again');
  }

  return {
    /** Takes a case that nobody holds, or whose time ran out. Taking one's own again renews it. */
    async claim(id: SubmissionId, who: StaffId): Promise<LeaseAnswer> {
      if (!(await findSubmission(records, id))) return { answer: 'no-such-case' };
      return put(id, who, { action: 'claimed', to: (own, now) => (own ? renewedLease(own, now) : newLease(who, now)) });
    },
    /** The heartbeat of an open page. One that comes after the time ran out does not take the case again. */
    renew: (id: SubmissionId, who: StaffId) =>
      put(id, who, { action: null, to: (own, now) => own && renewedLease(own, now) }),
    /** Gives it back; answered by `not-held`, also when it was not held. */
    release: (id: SubmissionId, who: StaffId) =>
      put(id, who, { action: 'released', to: (own, now) => own && givenBack(own, now) }),
    /** To a named colleague, who holds it from now on as if they had taken it. */
    handOver: (id: SubmissionId, who: StaffId, to: StaffId) =>
      put(id, who, { action: 'handed-over', to: (own, now) => own && newLease(to, now) }),
    /** The first of these, in their order, that nobody else holds; null when there is none. */
    async takeNext(ids: readonly SubmissionId[], who: StaffId): Promise<{ id: SubmissionId; lease: Lease } | null> {
      const leases = await listLeases(records);
      const now = clock.now();
      for (const id of ids) {
        const holder = holderOf(leases.get(id) ?? null, now);
        if (holder !== null && holder !== who) continue;
        const answer = await this.claim(id, who);
        if (answer.answer === 'yours') return { id, lease: answer.lease };
      }
      return null;
    },
  };
}

/** What one's own lease, or a free case, becomes; null leaves it as it is. `action` names it in the audit trail. */
type Change = { action: string | null; to: (own: Lease | null, now: string) => Lease | null };

function noted(
  id: SubmissionId,
  change: { lease: Lease; who: StaffId; action: string | null; now: string; before: number },
): Write[] {
  const { lease, who, action, now, before } = change;
  if (action === null) return [];
  const codes = lease.by === null || lease.by === who ? [] : [lease.by];
  return [auditWrite(id, { at: now, by: 'person', action, codes, who }, before)];
}

function answerFor(lease: Lease, who: StaffId): LeaseAnswer {
  if (lease.by === null) return { answer: 'not-held' };
  return lease.by === who
    ? { answer: 'yours', lease }
    : { answer: 'held-by-another', by: lease.by, until: lease.until };
}
