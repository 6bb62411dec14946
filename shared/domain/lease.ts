import { z } from 'zod';
import { type StaffId, staffIdSchema } from './staff.ts';

/** So long a case stays with the person who took it, after the last sign of them. */
export const leaseMinutes = 15;
/** So often an open case page says that its reader is still there. */
export const heartbeatSeconds = 60;

/** Who works on a case. `by` is null when it was given back: the row stays, so that its version never begins anew. */
export const leaseSchema = z.object({
  by: staffIdSchema.nullable(),
  /** instant at which this person took it */
  since: z.string(),
  /** instant at which it is free again, unless renewed */
  until: z.string(),
});
export type Lease = z.infer<typeof leaseSchema>;

/** Null while nobody holds it: never taken, given back, or run out. */
export function holderOf(lease: Lease | null, now: string): StaffId | null {
  return lease !== null && lease.until > now ? lease.by : null;
}

export const newLease = (by: StaffId, now: string): Lease => ({ by, since: now, until: untilFrom(now) });

export const renewedLease = (lease: Lease, now: string): Lease => ({ ...lease, until: untilFrom(now) });

export const givenBack = (lease: Lease, now: string): Lease => ({ ...lease, by: null, until: now });

function untilFrom(now: string): string {
  return new Date(Date.parse(now) + leaseMinutes * 60_000).toISOString();
}
