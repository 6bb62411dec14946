import { describe, expect, it } from 'vitest';
import { nextDue } from '#shared/rules/period/next-due.ts';
import { type Edit, smallPages, smallProgramme } from '#test/builders/a-small-programme.ts';

const page = 'period.md';
const due = (written: string): Edit => [page, 'due           | not published', `due           | ${written}`];

describe('the next day until which reports may come', () => {
  it('is the due day of the first period that is not over', () => {
    const yearly = smallProgramme(due('on the last day'));

    expect(nextDue(yearly, '2026-11-22')).toBe('2026-12-31');
    expect(nextDue(yearly, '2026-12-31')).toBe('2026-12-31');
    expect(nextDue(yearly, '2027-01-01')).toBe('2027-12-31');
  });

  it('may lie in the year after the period', () => {
    const later = smallProgramme(due('January 31 of the next year'));

    expect(nextDue(later, '2027-01-15')).toBe('2027-01-31');
    expect(nextDue(later, '2027-02-01')).toBe('2028-01-31');
  });

  it('of a period that ends every second year may lie a year ahead', () => {
    const odd: Edit = [page, '| ends on       | December 31', '| ends on       | December 31 of odd years'];

    expect(nextDue(smallProgramme(due('on the last day'), odd), '2026-11-22')).toBe('2027-12-31');
  });

  it('is none where it is not published, where each person has an own day, or before the pages', () => {
    const own = (basis: string): Edit => [page, '| calendar year', `| ${basis}`];
    const ends: Edit = [page, '| December 31   ', '| its own day   '];

    expect(nextDue(smallProgramme(), '2026-11-22')).toBeNull();
    for (const basis of ['anniversary', 'end of month'])
      expect(nextDue(smallProgramme(due('on the last day'), own(basis), ends), '2026-11-22')).toBeNull();
    expect(nextDue(smallProgramme(due('on the last day')), '2022-11-22')).toBeNull();
    expect(nextDue(smallProgramme(due('on the last day')), '2023-11-22')).toBe('2024-12-31');
    expect(smallPages[page]).toContain('## From 2024');
  });
});
