import { describe, expect, it } from 'vitest';
import { asCompared, judgeStored } from '#shared/rules/compare/judge-stored.ts';
import { storedYear, without } from '#shared/rules/compare/stored-year.ts';
import type { Facts } from '#shared/rules/facts.ts';
import { judgeYear } from '#shared/rules/judge-year.ts';
import type { Programme } from '#shared/rules/programme.ts';
import { aFinding } from '#test/builders/a-judgement.ts';
import { type Edit, smallPages, smallProgramme, smallRule } from '#test/builders/a-small-programme.ts';

const programme = smallProgramme();
const full: Facts = { credential: 'ABC', 'hours in all': 1000, 'hours in review': 0 };
const judged = (facts: Facts, by: Programme = programme, asOf = '2025-11-20') =>
  judgeYear(by, facts, { year: 2025, asOf });
function stored(facts: Facts, by: Programme = programme, asOf = '2025-11-20') {
  const year = storedYear('S-1', judged(facts, by, asOf), by);
  if (!year) throw new Error('nothing was judged');
  return year;
}
/** A second rule beside the one of the small programme. */
const otherRule = (...edits: (readonly [from: string | RegExp, to: string])[]): Edit => [
  'other.rule.md',
  /^$/,
  edits
    .reduce((text, [from, to]) => text.replace(from, to), smallPages[smallRule] ?? '')
    .replace('XX-CE-01', 'XX-CE-02'),
];

describe('a stored year', () => {
  it('is what its findings keep, and what was asked for them', () => {
    const { person, year, asOf, facts, asked, isOfOtherPages } = stored(full);

    expect({ person, year, asOf, isOfOtherPages }).toEqual({
      person: 'S-1',
      year: 2025,
      asOf: '2025-11-20',
      isOfOtherPages: false,
    });
    expect(facts).toEqual({ ...full, 'report year': 2025 });
    expect([...asked].sort()).toEqual(
      ['credential', 'hours in all', 'hours in review', 'report year']
        .flatMap((name) => [name, `${name}, at least`, `${name}, at most`])
        .sort(),
    );
  });

  it('is none without a finding', () => {
    expect(storedYear('S-1', [], programme)).toBeNull();
  });

  it('holds the facts of all its findings', () => {
    const findings = [aFinding({ facts: { credential: 'ABC' } }), aFinding({ facts: { 'core hours': 200 } })];

    expect(storedYear('S-1', findings, programme)?.facts).toEqual({ credential: 'ABC', 'core hours': 200 });
  });

  it('knows whether other pages judged it: then only what it names was asked', () => {
    const [finding] = judged(full);
    if (!finding) throw new Error('nothing was judged');
    const asked = (own: Partial<typeof finding>) =>
      storedYear('S-1', [{ ...finding, missing: ['core hours'], ...own }], programme);
    const named = ['credential', 'hours in all', 'hours in review', 'report year', 'core hours'];

    expect(asked({ ruleSha256: 'c'.repeat(64) })?.isOfOtherPages).toBe(true);
    expect([...(asked({ ruleSha256: 'c'.repeat(64) })?.asked ?? [])].sort()).toEqual([...named].sort());
    expect(asked({ rule: 'XX-CE-09' })?.isOfOtherPages).toBe(true);
    expect(asked({})?.isOfOtherPages).toBe(false);
    expect(asked({})?.asked.has('core hours')).toBe(true);
    const both = storedYear('S-1', [finding, { ...finding, rule: 'XX-CE-09' }], programme);
    expect(both?.isOfOtherPages).toBe(true);
  });

  it('can be taken without facts, with their bounds', () => {
    const year = stored({
      credential: 'ABC',
      'hours in all, at least': 900,
      'hours in all, at most': 950,
      'hours in review': 0,
    });
    const less = without(year, ['hours in all']);

    expect(less.facts).toEqual({ credential: 'ABC', 'hours in review': 0, 'report year': 2025 });
    expect([...less.asked].some((name) => name.startsWith('hours in all'))).toBe(false);
    expect(less.asked.has('hours in review, at most')).toBe(true);
    expect(less.person).toBe('S-1');
  });
});

describe('a stored year under some pages', () => {
  it('is judged by each rule of its year', () => {
    const two = smallProgramme(
      otherRule(['hours in all is at least', 'hours in all is more than'], [/\| exactly enough .*\n/, '']),
    );

    expect([...judgeStored(two, stored(full))].map(([rule, { verdict }]) => [rule, verdict])).toEqual([
      ['XX-CE-01', 'met'],
      ['XX-CE-02', 'not-met'],
    ]);
    expect(judgeStored(smallProgramme([smallRule, 'id:  ', 'holds: from 2026\nid:  ']), stored(full)).size).toBe(0);
  });

  it('cannot be told where a fact was never kept, and every such fact is named', () => {
    const line = 'met when: core hours is more than 0\nmet when: ethics hours is more than 0\nmet when: ';
    const asksMore = smallProgramme([smallRule, 'met when: ', line]);

    expect(judgeStored(asksMore, stored(full)).get('XX-CE-01')).toEqual({
      verdict: 'not-stored',
      why: 'cannot be told from what is stored: core hours, ethics hours',
    });
    // nothing is missing for who has too few hours anyway
    expect(judgeStored(asksMore, stored({ ...full, 'hours in all': 100 })).get('XX-CE-01')?.verdict).toBe('not-met');
  });

  it('cannot be told because it was not known then: that is an answer', () => {
    const { 'hours in all': _, ...unknown } = full;

    expect(judgeStored(programme, stored(unknown)).get('XX-CE-01')).toEqual({
      verdict: 'cannot-tell',
      why: 'We still need your hours in total.',
    });
  });

  it('keeps what follows from the pages by facts that are all there', () => {
    const [rule] = programme.rules;
    if (!rule) throw new Error('there is a rule');
    const why = (missing: string[], asked: string[], verdict: 'cannot-tell' | 'not-met' = 'cannot-tell') =>
      asCompared(programme, rule, aFinding({ verdict, missing, why: 'so' }), new Set(asked));

    // nobody keeps today: the question says it
    expect(why(['today'], [])).toEqual({ verdict: 'cannot-tell', why: 'so' });
    expect(why(['core hours with ethics surplus'], ['core hours', 'ethics hours']).verdict).toBe('cannot-tell');
    expect(why(['core hours with ethics surplus'], ['core hours']).verdict).toBe('not-stored');
    expect(why(['needed hours'], []).verdict).toBe('cannot-tell');
    expect(why(['ethics hours'], []).verdict).toBe('not-stored');
    expect(why(['ethics hours'], [], 'not-met')).toEqual({ verdict: 'not-met', why: 'so' });
  });

  it('was late or in time only if the day of the report was kept', () => {
    const due: Edit = ['period.md', 'due           | not published', 'due           | on the last day'];
    const late = (fact: string) =>
      otherRule(['met when:   hours in all is at least needed hours', `met when: ${fact} is 0`]);
    const asks = smallProgramme(due, late('days late'));
    const keeps = smallProgramme(due, [
      smallRule,
      'wait while: ',
      'wait while: report day is before 2025-01-01\nwait while: ',
    ]);
    const verdict = (year: ReturnType<typeof stored>, by: Programme) => judgeStored(by, year).get('XX-CE-02')?.verdict;
    const inTime = { ...full, 'report day': '2025-12-01' };

    // judged in February: whoever had no report then is late, and nobody may say so of who perhaps had one
    expect(verdict(stored(inTime, programme, '2026-02-01'), asks)).toBe('not-stored');
    expect(verdict(stored(full, keeps, '2026-02-01'), asks)).toBe('not-met');
    expect(verdict(stored(inTime), asks)).toBe('not-stored');
    expect(verdict(stored(inTime, keeps), asks)).toBe('met');
    expect(verdict(stored({ ...inTime, 'report day': '2026-01-02' }, keeps), asks)).toBe('not-met');
    // who is late was kept as such
    expect(verdict(stored({ ...inTime, 'report day': '2026-01-02' }, asks), asks)).toBe('not-met');
    expect(verdict(stored(inTime, asks), asks)).toBe('met');
  });
});
