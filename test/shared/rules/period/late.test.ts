import { describe, expect, it } from 'vitest';
import { type LateStep, lateFacts } from '#shared/rules/period/late.ts';

const step = (name: string, upToDays: number | null): LateStep => ({
  step: name,
  upToDays,
  fee: 'none',
  effect: 'none',
  source: 'page 1',
});
const steps = [step('grace', 30), step('late', 60), step('ended', null)];
const due = '2026-12-31';
const late = (reportDay: string | undefined, today = '2027-03-01') => lateFacts(steps, { due, reportDay, today });

describe('a report', () => {
  it.each([
    ['2026-12-01', 0, 'in time'],
    ['2026-12-31', 0, 'in time'],
    ['2027-01-01', 1, 'grace'],
    ['2027-01-30', 30, 'grace'],
    ['2027-01-31', 31, 'late'],
    ['2027-03-01', 60, 'late'],
    ['2027-03-02', 61, 'ended'],
  ])('of %s is %i days late: %s', (day, days, name) => {
    expect(late(day)).toEqual({ 'days late': days, 'late step': name });
  });

  it('after the last step that is published is on none', () => {
    const asked = { due, reportDay: '2027-03-02', today: '2027-03-02' };

    expect(lateFacts(steps.slice(0, 2), asked)).toEqual({ 'days late': 61 });
  });

  it('that has not come is at least as late as today', () => {
    expect(late(undefined, '2027-01-10')).toEqual({ 'days late, at least': 10 });
    expect(late(undefined, '2026-12-01')).toEqual({ 'days late, at least': 0 });
  });

  it('without a due day is neither late nor in time', () => {
    expect(lateFacts(steps, { due: null, reportDay: '2027-03-01', today: '2027-03-01' })).toEqual({});
  });
});
