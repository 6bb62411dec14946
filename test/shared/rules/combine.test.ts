import { describe, expect, it } from 'vitest';
import type { Finding, Verdict } from '#shared/domain/finding.ts';
import { combine } from '#shared/rules/combine.ts';

function aFinding(rule: string, verdict: Verdict, [value, required]: readonly [string | null, string | null]): Finding {
  const page = { page: 'a.rule.md', ruleSha256: 'abc', citation: 'page 1', missing: [], facts: {} };
  const when = { year: 2026, asOf: '2026-12-06' };
  return { rule, verdict, value, required, why: `About ${rule}.`, decidedBy: 'person', ...page, ...when };
}
const none = [null, null] as const;
const met = aFinding('A', 'met', ['10', '10']);
const short = aFinding('B', 'not-met', ['2.75', '3']);
const unsigned = aFinding('C', 'not-met', none);
const open = aFinding('D', 'cannot-tell', none);
const noCase = aFinding('E', 'does-not-apply', none);

const inTime = { today: '2026-12-31', 'last day of report year': '2026-12-31' };
const standing = (findings: readonly Finding[], facts = {}) => combine(findings, { ...inTime, ...facts }).standing;

describe('where a person stands in a year', () => {
  it('is not yet due only when no rule at all applies', () => {
    expect(standing([noCase, noCase])).toBe('not-yet-due');
    expect(standing([noCase, met])).toBe('met');
    expect(standing([])).toBe('in-review');
  });

  it('is met when nothing is open, also after the last day', () => {
    expect(standing([met])).toBe('met');
    expect(standing([met], { today: '2027-01-01' })).toBe('met');
    expect(standing([met, open])).toBe('in-review');
  });

  it('is past the deadline from the day after the last day', () => {
    expect(standing([met, short])).toBe('in-progress');
    expect(standing([met, short], { today: '2027-01-01' })).toBe('past-deadline-unresolved');
    expect(standing([met, open], { today: '2027-01-01' })).toBe('past-deadline-unresolved');
    expect(standing([short], { today: undefined })).toBe('in-progress');
    expect(standing([short], { today: '2027-01-01', 'last day of report year': undefined })).toBe('in-progress');
  });

  it('is in review while hours or papers are', () => {
    expect(standing([short], { 'hours in review': 1 })).toBe('in-review');
    expect(standing([short], { 'documents in review': 1 })).toBe('in-review');
    expect(standing([short], { 'hours in review': 0, 'documents in review': 0 })).toBe('in-progress');
    expect(standing([short, unsigned], { 'hours in review': 1, today: '2027-01-01' })).toBe('past-deadline-unresolved');
  });

  it('is nothing received without a form and without hours', () => {
    expect(standing([short], { 'report form received': false })).toBe('nothing-received');
    expect(standing([short], { 'report form received': false, 'counted hours': 0 })).toBe('nothing-received');
    expect(standing([short], { 'report form received': false, 'counted hours': 100 })).toBe('in-progress');
    expect(standing([short], { 'report form received': true, 'counted hours': 0 })).toBe('in-progress');
    expect(standing([short], { 'counted hours': 0 })).toBe('in-progress');
  });

  it('is documents incomplete when more than hours is missing', () => {
    expect(standing([short, unsigned])).toBe('documents-incomplete');
    expect(standing([short, open])).toBe('in-progress');
    expect(standing([open])).toBe('in-review');
  });
});

describe('what is still needed', () => {
  const steps = (findings: readonly Finding[]) => combine(findings, inTime).stillNeeded.map(({ rule }) => rule);

  it('is what is decided before what is open, the smallest step first, whatever the order', () => {
    const more = aFinding('A', 'not-met', ['1', '5']);
    const openAndShort = aFinding('F', 'cannot-tell', ['9.9', '10']);
    const twin = aFinding('G', 'not-met', ['2.75', '3']);
    const all = [open, more, short, met, twin, openAndShort, unsigned, noCase];

    expect(steps(all)).toEqual(['C', 'B', 'G', 'A', 'D', 'F']);
    expect(steps(all.toReversed())).toEqual(['C', 'B', 'G', 'A', 'D', 'F']);
  });

  it('says by how much, exactly, and nothing where the amounts do not say it', () => {
    const shortBy = (value: string | null, required: string | null) =>
      combine([aFinding('A', 'not-met', [value, required])], inTime).stillNeeded[0]?.shortBy;

    expect(shortBy('2.75', '3')).toBe('0.25');
    expect(shortBy('0', '10')).toBe('10');
    expect(shortBy('3', '3')).toBeNull();
    expect(shortBy('4', '3')).toBeNull();
    expect(shortBy(null, '3')).toBeNull();
    expect(shortBy('3', null)).toBeNull();
  });

  it('has the sentence of the smallest step that the person can take', () => {
    expect(combine([open, short], inTime)).toMatchObject({ nearestMiss: 'About B.' });
    expect(combine([open, short], inTime).stillNeeded).toEqual([
      { rule: 'B', verdict: 'not-met', shortBy: '0.25', why: 'About B.' },
      { rule: 'D', verdict: 'cannot-tell', shortBy: null, why: 'About D.' },
    ]);
    expect(combine([open, met], inTime).nearestMiss).toBeNull();
  });
});
