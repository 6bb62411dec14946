import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayIn } from '#shared/domain/calendar.ts';
import { addDays } from '#shared/domain/day-arithmetic.ts';
import { instantAt } from '#shared/domain/local-time.ts';

describe('a time of the day where the programme lives', () => {
  test.each([
    ['America/Chicago', '2026-12-31', '9:00', '2026-12-31T15:00:00.000Z'],
    ['America/Chicago', '2026-07-01', '9:00', '2026-07-01T14:00:00.000Z'],
    ['America/Chicago', '2026-03-08', '9:00', '2026-03-08T14:00:00.000Z'],
    ['America/Chicago', '2026-03-08', '1:59', '2026-03-08T07:59:00.000Z'],
    ['America/Chicago', '2026-11-01', '9:00', '2026-11-01T15:00:00.000Z'],
    ['America/Chicago', '2028-02-29', '0:00', '2028-02-29T06:00:00.000Z'],
    ['Pacific/Auckland', '2026-09-27', '9:00', '2026-09-26T20:00:00.000Z'],
    ['Pacific/Auckland', '2026-04-05', '1:00', '2026-04-04T12:00:00.000Z'],
    ['Pacific/Auckland', '2026-04-05', '9:00', '2026-04-04T21:00:00.000Z'],
    ['Asia/Kolkata', '2026-01-01', '0:30', '2025-12-31T19:00:00.000Z'],
    ['UTC', '2026-01-01', '23:59', '2026-01-01T23:59:00.000Z'],
  ])('in %s on %s at %s is %s', (zone, day, time, instant) => {
    expect(instantAt(zone, day, time)).toBe(instant);
  });

  test('B188: that the change to summer time leaves out is the one just after it', () => {
    expect(instantAt('America/Chicago', '2026-03-08', '2:30')).toBe('2026-03-08T08:30:00.000Z');
  });

  test('lies on that day, whichever day and zone it is', () => {
    const zones = fc.constantFrom('America/Chicago', 'America/New_York', 'Pacific/Auckland', 'UTC', 'Asia/Kolkata');
    fc.assert(
      fc.property(zones, fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 4, max: 23 }), (zone, ahead, hour) => {
        const day = addDays('2024-01-01', ahead);
        expect(dayIn(zone, instantAt(zone, day, `${hour}:00`))).toBe(day);
      }),
      { numRuns: 500 },
    );
  });
});
