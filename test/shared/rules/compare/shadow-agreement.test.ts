import { describe, expect, it } from 'vitest';
import type { Finding, Verdict } from '#shared/domain/finding.ts';
import { shadowAgreement } from '#shared/rules/compare/shadow-agreement.ts';
import { aFinding } from '#test/builders/a-judgement.ts';
import { programmeNamed } from '#test/builders/programmes.ts';

const { rules } = await programmeNamed('louisiana-rpss');
const live = rules.find(({ id }) => id === 'LA-CE-02');
if (!live) throw new Error('the rule on ethics is gone');
const tried = { ...live, page: 'continuing-education/ethics-four.rule.md', shadowSince: '2026-11-01' };

const now = (verdict: Verdict): Finding => aFinding({ rule: live.id, page: live.page, verdict });
const inShadow = (verdict: Verdict, own: Partial<Finding> = {}): Finding =>
  aFinding({ rule: tried.id, page: tried.page, ruleSha256: tried.sha256, verdict, why: 'in shadow', ...own });
const person = (id: string, findings: Finding[], shadow: Finding[]) => ({ person: id, findings, shadow });

describe('a page in shadow beside the live rule of its number', () => {
  it('agrees where both say the same, and each difference is listed with what it would have said', () => {
    const people = [
      person('S-1', [now('met')], [inShadow('met')]),
      person('S-2', [now('met')], [inShadow('not-met')]),
      person('S-3', [now('not-met')], [inShadow('cannot-tell')]),
      person('S-4', [now('met')], []),
    ];
    const { agreed, differed, hasLive } = shadowAgreement(tried, people);
    expect({ agreed, hasLive }).toEqual({ agreed: 1, hasLive: true });
    expect(differed).toEqual([
      { person: 'S-2', rule: 'LA-CE-02', before: 'met', after: 'not-met', why: 'in shadow' },
      { person: 'S-3', rule: 'LA-CE-02', before: 'not-met', after: 'cannot-tell', why: 'in shadow' },
    ]);
  });

  it('where no live rule has the number, says otherwise only where it would ask for something', () => {
    const verdicts: Verdict[] = ['met', 'does-not-apply', 'not-met', 'cannot-tell'];
    const people = verdicts.map((verdict) => person(verdict, [], [inShadow(verdict)]));
    const { agreed, differed, hasLive } = shadowAgreement(tried, people);
    expect({ agreed, hasLive }).toEqual({ agreed: 2, hasLive: false });
    expect(differed.map((each) => [each.before, each.after])).toEqual([
      ['no-rule', 'not-met'],
      ['no-rule', 'cannot-tell'],
    ]);
  });

  it('does not count what an earlier wording of the page said', () => {
    const older = person('S-1', [now('met')], [inShadow('not-met', { ruleSha256: 'c'.repeat(64) })]);
    expect(shadowAgreement(tried, [older])).toMatchObject({ agreed: 0, differed: [], byOlderPage: 1 });
  });

  it('is held against the live finding of its own number, whatever else was judged', () => {
    const other = aFinding({ rule: 'LA-CE-09', page: 'another.rule.md', verdict: 'not-met', ruleSha256: tried.sha256 });
    const samePage = inShadow('not-met', { rule: 'LA-CE-08' });
    const sameNumber = inShadow('not-met', { page: 'a-third.rule.md' });
    const people = [
      person('S-1', [other, now('met')], [other, samePage, sameNumber, inShadow('met')]),
      person('S-2', [other], [other, samePage, sameNumber]),
      person('S-3', [other], [inShadow('not-met')]),
      person('S-4', [now('met')], [inShadow('met'), inShadow('not-met', { ruleSha256: 'c'.repeat(64) })]),
    ];

    expect(shadowAgreement(tried, people)).toEqual({
      agreed: 2,
      differed: [{ person: 'S-3', rule: 'LA-CE-02', before: 'no-rule', after: 'not-met', why: 'in shadow' }],
      byOlderPage: 0,
      hasLive: true,
    });
  });

  it('counts by themselves those whom an earlier wording judged', () => {
    const older = (id: string) => person(id, [now('met')], [inShadow('not-met', { ruleSha256: 'c'.repeat(64) })]);
    const people = [older('S-1'), older('S-2'), person('S-3', [now('met')], [inShadow('met')])];

    expect(shadowAgreement(tried, people)).toMatchObject({ agreed: 1, differed: [], byOlderPage: 2 });
  });
});
