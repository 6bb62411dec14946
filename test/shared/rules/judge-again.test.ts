import { describe, expect, it } from 'vitest';
import { judgeAgain } from '#shared/rules/judge-again.ts';
import { judgeYear } from '#shared/rules/judge-year.ts';
import { programmeNamed } from '#test/builders/programmes.ts';

const louisiana = await programmeNamed('louisiana-rpss');
const findings = judgeYear(
  louisiana,
  { credential: 'RPSS', 'training year': 2020, 'ethics hours': 275, 'documents in review': 0, 'hours in review': 0 },
  { year: 2026, asOf: '2026-12-06' },
);
const sameness = (stored: typeof findings) => judgeAgain(louisiana, stored).map(({ isSame }) => isSame);

describe('stored findings judged again', () => {
  it('come out the same by the pages that judged them, whatever else the row keeps and in whatever order', () => {
    const turned = findings.map((finding) => ({
      ...finding,
      person: 0,
      facts: Object.fromEntries(Object.entries(finding.facts).reverse()),
    }));

    expect(findings.length).toBeGreaterThan(3);
    expect(judgeAgain(louisiana, findings).map(({ again }) => again)).toEqual(findings);
    expect(sameness(findings)).toEqual(findings.map(() => true));
    expect(sameness(turned)).toEqual(findings.map(() => true));
  });

  it('are not the same where the row says otherwise', () => {
    const wrong = findings.map((finding, at) => (at === 1 ? { ...finding, why: 'Another sentence.' } : finding));

    expect(sameness(wrong)).toEqual(findings.map((_, at) => at !== 1));
    expect(sameness(findings.map((finding) => ({ ...finding, missing: ['it'] })))).toEqual(findings.map(() => false));
  });

  it('are not judged by a page of another wording or another rule', () => {
    const rewritten = judgeAgain(
      louisiana,
      findings.map((finding) => ({ ...finding, ruleSha256: 'a'.repeat(64) })),
    );
    const renamed = judgeAgain(
      louisiana,
      findings.map((finding) => ({ ...finding, rule: 'XX-CE-99' })),
    );

    for (const each of [...rewritten, ...renamed]) expect(each).toMatchObject({ again: null, isSame: false });
  });
});
