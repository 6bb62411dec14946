import { describe, expect, it } from 'vitest';
import { completeApplication } from '#shared/rules/judge-application.ts';
import { programmeNamed } from '#test/builders/programmes.ts';

const louisiana = await programmeNamed('louisiana-rpss');
const age = (bornOn: string | undefined, receivedOn: string | undefined, own = {}) => {
  const facts = completeApplication(louisiana, { 'born on': bornOn, 'received on': receivedOn, ...own });
  return [facts['age on receipt'], facts['age a year later']];
};

describe('an applicant', () => {
  it('is as old as on the day the application came', () => {
    expect(age('2008-05-10', '2026-05-09')).toEqual([17, 18]);
    expect(age('2008-05-10', '2026-05-10')).toEqual([18, 19]);
    expect(age('2026-05-10', '2026-05-10')).toEqual([0, 1]);
    expect(age('2008-05-10', '2026-05-10', { 'age on receipt': 30 })).toEqual([30, 19]);
  });

  it('has no age that is known before the birth, or without one of the two days', () => {
    expect(age('2027-01-01', '2026-05-10')).toEqual([undefined, undefined]);
    expect(age(undefined, '2026-05-10')).toEqual([undefined, undefined]);
    expect(age('2008-05-10', undefined)).toEqual([undefined, undefined]);
    expect(age('2008-05-10', '2026-05-10', { 'age on receipt': undefined })).toEqual([18, 19]);
  });
});
