import { describe, expect, test } from 'vitest';
import { dayOfMoment, readMoment } from '#shared/rules/reminders/moment.ts';

const year2026 = { span: { start: '2026-01-01', lastDay: '2026-12-31' }, due: '2026-12-31' };
/** Somebody whose periods begin on their own day. */
const anniversary = { span: { start: '2026-03-10', lastDay: '2028-03-09' }, due: '2028-02-29' };

const dayOf = (written: string, period: Parameters<typeof dayOfMoment>[1]) => {
  const moment = readMoment(written);
  return moment && dayOfMoment(moment, period);
};

describe('when a letter is meant to go', () => {
  test.each([
    ['on January 15', '2026-01-15'],
    ['14 days after the first day', '2026-01-15'],
    ['90 days before the due day', '2026-10-02'],
    ['1 day before the due day', '2026-12-30'],
    ['on the due day', '2026-12-31'],
    ['12 days after the due day', '2027-01-12'],
    ['366 days before the due day', '2025-12-30'],
  ])('"%s" is %s in a calendar year', (written, day) => {
    expect(dayOf(written, year2026)).toBe(day);
  });

  test.each([
    ['on January 15', '2027-01-15'],
    ['on March 10', '2026-03-10'],
    ['on March 9', '2027-03-09'],
    ['30 days after the first day', '2026-04-09'],
    ['60 days before the due day', '2027-12-31'],
    ['1 day after the due day', '2028-03-01'],
  ])('"%s" is %s where periods begin on a day of the person', (written, day) => {
    expect(dayOf(written, anniversary)).toBe(day);
  });

  test('is on no day where nobody knows by when a report is due, or a date lies outside', () => {
    expect(dayOf('30 days before the due day', { ...year2026, due: null })).toBeNull();
    expect(dayOf('on January 15', { span: null, due: null })).toBeNull();
    expect(dayOf('on June 1', { span: { start: '2026-07-01', lastDay: '2026-12-31' }, due: null })).toBeNull();
  });

  test.each([
    'January 15',
    'on Smarch 1',
    '0 days before the due day',
    '401 days before the due day',
    '3 days before the first day',
    '3 weeks before the due day',
    '',
  ])('written "%s" is not known', (written) => {
    expect(readMoment(written)).toBeNull();
  });
});
