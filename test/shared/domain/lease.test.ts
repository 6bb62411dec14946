import { describe, expect, it } from 'vitest';
import { givenBack, holderOf, newLease, renewedLease } from '#shared/domain/lease.ts';
import { ann } from '#test/builders/staff.ts';

const now = '2026-12-06T08:00:00.000Z';
const lease = newLease(ann, now);

describe('a case that somebody took', () => {
  it('stays theirs for a quarter of an hour', () => {
    expect(lease).toEqual({ by: ann, since: now, until: '2026-12-06T08:15:00.000Z' });
    expect(holderOf(lease, '2026-12-06T08:14:59.999Z')).toBe(ann);
    expect(holderOf(lease, '2026-12-06T08:15:00.000Z')).toBeNull();
    expect(holderOf(null, now)).toBeNull();
  });

  it('stays theirs longer while there is a sign of them, and is free once given back', () => {
    const later = '2026-12-06T08:10:00.000Z';

    expect(renewedLease(lease, later)).toEqual({ by: ann, since: now, until: '2026-12-06T08:25:00.000Z' });
    expect(givenBack(lease, later)).toEqual({ by: null, since: now, until: later });
    expect(holderOf(givenBack(lease, later), now)).toBeNull();
  });
});
