import { describe, expect, it } from 'vitest';
import { countYear } from '#shared/rules/count-year.ts';
import type { Facts } from '#shared/rules/facts.ts';
import { judgeApplication } from '#shared/rules/judge-application.ts';
import { judgeYear } from '#shared/rules/judge-year.ts';
import { missingIn, missingInWords, missingOf } from '#shared/rules/nearest-miss.ts';
import { aCountedCredit } from '#test/builders/a-counted-credit.ts';
import { programmeNamed } from '#test/builders/programmes.ts';

const louisiana = await programmeNamed('louisiana-rpss');
const georgia = await programmeNamed('georgia-cps');
const complete: Facts = {
  credential: 'RPSS',
  'training year': 2020,
  'counted hours': 1000,
  'ethics hours': 300,
  'core hours': 700,
  'hours in review': 0,
  'documents in review': 0,
  'report form received': true,
  'attestation signed': true,
  'report day': '2026-12-06',
  'trainings without certificate': 0,
  'trainings without guidance form': 0,
};
const missingWith = (own: Facts) =>
  missingInWords(
    missingIn(louisiana, judgeYear(louisiana, { ...complete, ...own }, { year: 2026, asOf: '2026-12-06' })),
  );

describe('what is missing, in the smallest terms', () => {
  it('is nothing when all is in', () => {
    expect(missingWith({})).toBe('');
  });

  it('is so many hours of ethics', () => {
    expect(missingWith({ 'ethics hours': 175 })).toBe('1.25 hours of ethics');
    expect(missingWith({ 'ethics hours': 200 })).toBe('1 hour of ethics');
  });

  it('is a signature, a form, two certificates', () => {
    expect(missingWith({ 'attestation signed': false })).toBe('your signature under the ethics statement');
    expect(missingWith({ 'report form received': false, 'trainings without certificate': 2 })).toBe(
      'the report form and 2 certificates',
    );
    expect(missingWith({ 'trainings without guidance form': 1 })).toBe('1 guidance form');
  });

  it('is one training, not none, where more than none has to be reported', () => {
    expect(missingWith({ 'trainings reported': 0 })).toBe('1 training');
    expect(missingWith({ 'trainings reported': 1 })).toBe('');
  });

  it('puts the smallest step first, and nothing that a person still checks', () => {
    expect(
      missingWith({ 'counted hours': 575, 'ethics hours': 275, 'core hours': 300, 'attestation signed': false }),
    ).toBe('your signature under the ethics statement, 0.25 hours of ethics and 4 hours of core skills');
    expect(missingWith({ 'ethics hours': 175, 'hours in review': 100 })).toBe('');
    expect(missingWith({ 'core hours': 650, 'ethics hours': 350 })).toBe('');
  });

  it('asks for a total only where it is more than its parts', () => {
    expect(missingWith({ 'counted hours': 800, 'ethics hours': 275 })).toBe('0.25 hours of ethics and 2 hours');
    expect(missingWith({ 'counted hours': 975, 'ethics hours': 275 })).toBe('0.25 hours of ethics');
  });

  it('speaks of trainings where a programme counts trainings, and of what is missing for certain', () => {
    const facts: Facts = {
      credential: 'CPS-MH',
      'certification day': '2020-05-01',
      'documents in review': 0,
      'report day': '2026-11-01',
    };
    const open = aCountedCredit({ hours: 200, status: 'undecided' });
    const counted = countYear(georgia, [aCountedCredit({ hours: 700, provider: 'GMHCN' }), open], facts, 2026);
    const findings = judgeYear(georgia, { ...facts, ...counted }, { year: 2026, asOf: '2026-11-01' });

    expect(missingInWords(missingIn(georgia, findings))).toBe('1 ethics training and 3 hours in all');
  });

  it('is what was found then, where it was kept, and is found again where it was not', () => {
    const findings = judgeYear(louisiana, { ...complete, 'ethics hours': 175 }, { year: 2026, asOf: '2026-12-06' });
    const kept = [{ rule: 'XX', fact: 'it', amount: null, inWords: 'the old form' }];

    expect(missingOf(louisiana, { findings, missing: kept })).toEqual(kept);
    expect(missingOf(louisiana, { findings, missing: [] })).toEqual([]);
    expect(missingInWords(missingOf(louisiana, { findings }))).toBe('1.25 hours of ethics');
  });

  it('says nothing of a page that is gone, and everything once', () => {
    const findings = judgeYear(louisiana, { ...complete, 'ethics hours': 175 }, { year: 2026, asOf: '2026-12-06' });

    expect(
      missingIn(
        louisiana,
        findings.map((each) => ({ ...each, rule: 'XX-CE-99' })),
      ),
    ).toEqual([]);
    expect(missingIn(louisiana, [...findings, ...findings])).toHaveLength(1);
  });

  it('puts what is of one size in the order of letters', () => {
    const both = { 'trainings without certificate': 1, 'trainings without guidance form': 1 };
    const facts = { ...complete, ...both, 'report form received': false, 'attestation signed': false };
    const findings = judgeYear(louisiana, facts, { year: 2026, asOf: '2026-12-06' });
    const said = '1 certificate, 1 guidance form';

    for (const all of [findings, findings.toReversed()]) {
      const words = missingIn(louisiana, all).map((each) => each.inWords);
      expect(words).toEqual(['the report form', 'your signature under the ethics statement', ...said.split(', ')]);
    }
  });

  it('speaks of an application too', () => {
    const facts: Facts = {
      credential: 'RPSS',
      'born on': '2000-01-01',
      'education evidence attached': false,
      'questions without answer': 2,
      'application signed': true,
      'documents in review': 0,
    };

    expect(missingInWords(missingIn(louisiana, judgeApplication(louisiana, facts, '2026-05-10')))).toBe(
      'a copy of your highest diploma and 2 answers on the application',
    );
  });
});
