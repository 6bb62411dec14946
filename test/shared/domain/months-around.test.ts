import { describe, expect, it } from 'vitest';
import { monthsAround } from '#shared/domain/months-around.ts';

describe('the months in which a mail may have come', () => {
  it('are two ahead of the clock, this one and two years back, the newest first', () => {
    const months = monthsAround('2026-11-20T15:00:00.000Z');

    expect(months.slice(0, 4)).toEqual(['2027-01', '2026-12', '2026-11', '2026-10']);
    expect(months).toHaveLength(27);
    expect(months.at(-1)).toBe('2024-11');
    expect(new Set(months).size).toBe(27);
  });

  it('go over the end of a year', () => {
    expect(monthsAround('2026-12-31').slice(0, 3)).toEqual(['2027-02', '2027-01', '2026-12']);
    expect(monthsAround('2026-01-01').slice(0, 4)).toEqual(['2026-03', '2026-02', '2026-01', '2025-12']);
  });
});
