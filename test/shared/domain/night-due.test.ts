import { describe, expect, it } from 'vitest';
import { isNightDue } from '#shared/domain/night-due.ts';

const timeZone = 'America/Chicago';
const due = (now: string, lastDay: string | null) => isNightDue({ now, timeZone, lastDay });

describe('the sweep of a night', () => {
  it('is due from two o’clock where the programme lives, once', () => {
    expect(due('2026-11-21T07:59:59.000Z', '2026-11-20')).toBe(false);
    expect(due('2026-11-21T08:00:00.000Z', '2026-11-20')).toBe(true);
    expect(due('2026-11-21T08:00:00.000Z', '2026-11-21')).toBe(false);
    expect(due('2026-11-22T07:59:59.000Z', '2026-11-21')).toBe(false);
  });

  it('that was missed is due at once, at any hour', () => {
    expect(due('2026-11-21T06:30:00.000Z', '2026-11-19')).toBe(true);
    expect(due('2026-11-21T20:00:00.000Z', '2026-11-19')).toBe(true);
    expect(due('2026-11-21T20:00:00.000Z', null)).toBe(true);
  });

  it('is due once also where the clock is changed', () => {
    expect(due('2026-03-08T07:30:00.000Z', '2026-03-07')).toBe(false);
    expect(due('2026-03-08T08:00:00.000Z', '2026-03-07')).toBe(true);
    expect(due('2026-11-01T08:00:00.000Z', '2026-10-31')).toBe(true);
  });
});
