import { describe, expect, it } from 'vitest';
import { standingWords } from '#shared/domain/standing-word.ts';
import type { ReportPeriod } from '#shared/rules/period/person-periods.ts';
import { nextLookOn } from '#shared/rules/standing/next-look-on.ts';

const of2026: ReportPeriod = {
  year: 2026,
  kind: 'regular',
  span: { start: '2026-01-01', lastDay: '2026-12-31' },
  due: '2027-01-31',
  notOnFile: null,
  countedFrom: null,
  isRuled: true,
};
const next = (word: (typeof standingWords)[number], today: string, own: Partial<ReportPeriod> = {}) =>
  nextLookOn({ period: { ...of2026, ...own }, word, today });

describe('the next day on which the calendar alone may change a standing', () => {
  it('is the day after the period, when a new one begins', () => {
    for (const word of standingWords) expect(next(word, '2026-11-22')).toBe('2027-01-01');
    expect(next('met', '2026-12-31')).toBe('2027-01-01');
  });

  it('then the day after the last one in time, for whom a report is still open', () => {
    const open = standingWords.filter((word) => next(word, '2027-01-01') === '2027-02-01');

    expect(open).toEqual(['nothing-received', 'in-progress', 'documents-incomplete', 'in-review', 'cannot-tell']);
    expect(next('met', '2027-01-01')).toBeNull();
    expect(next('in-progress', '2027-01-31')).toBe('2027-02-01');
  });

  it('is none after both have passed', () => {
    expect(next('in-progress', '2027-02-01')).toBeNull();
  });

  it('is the earlier of the two where the report is due before the period ends', () => {
    const due = '2026-12-15';

    expect(next('in-progress', '2026-11-22', { due })).toBe('2026-12-16');
    expect(next('in-progress', '2026-12-16', { due })).toBe('2027-01-01');
    expect(next('met', '2026-11-22', { due })).toBe('2027-01-01');
  });

  it('is the day after the period where no due day is published', () => {
    expect(next('in-progress', '2026-11-22', { due: null })).toBe('2027-01-01');
    expect(next('in-progress', '2027-01-01', { due: null })).toBeNull();
  });

  it('of a period whose days nobody knows is that of the calendar year', () => {
    expect(next('cannot-tell', '2026-11-22', { span: null, due: null })).toBe('2027-01-01');
    expect(next('cannot-tell', '2027-01-01', { span: null, due: null })).toBeNull();
  });
});
