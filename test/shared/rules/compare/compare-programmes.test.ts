import { describe, expect, it } from 'vitest';
import { compareExamples } from '#shared/rules/compare/compare-examples.ts';
import { compareProgrammes } from '#shared/rules/compare/compare-programmes.ts';
import { ruleDifferences, ruleOf, withRulesOf } from '#shared/rules/compare/rule-differences.ts';
import { judgeYear } from '#shared/rules/judge-year.ts';
import { type Pages, readProgramme } from '#shared/rules/read-programme.ts';
import { allProgrammes } from '#test/builders/programmes.ts';

const pages = (await allProgrammes()).find(({ folder }) => folder === 'louisiana-rpss')?.pages ?? {};
const programme = readProgramme(pages);
const now = { programme, pages };
const ethics = 'continuing-education/ethics-hours.rule.md';
const changed = (from: string | RegExp, to: string): Pages => {
  const text = (pages[ethics] ?? '').replace(from, to);
  if (text === pages[ethics]) throw new Error('nothing to replace');
  return { ...pages, [ethics]: text };
};
const fourHours = changed('| 2024 | 3   ', '| 2024 | 4   ');
const facts = {
  credential: 'RPSS',
  'training year': 2025,
  'ethics hours': 300,
  'core hours': 700,
  'counted hours': 1000,
  'hours in review': 0,
  'documents in review': 0,
};
const people = [{ person: 'S-1', findings: judgeYear(programme, facts, { year: 2026, asOf: '2026-11-20' }) }];
const stored = { year: 2026, rulesOf: 2026, people };
const rule = ruleOf(programme, 'LA-CE-02', 2026);

describe('proposed pages beside the pages of now', () => {
  it('that cannot be read are not judged: what is wrong is said', () => {
    const proposed = changed(/^met when:.*$/m, 'met when: anything at all');
    const {
      unreadable,
      toMend,
      examples,
      people: compared,
      pages: differing,
    } = compareProgrammes(now, proposed, stored);
    expect(unreadable[0]).toMatchObject({ page: ethics });
    expect([toMend, examples, compared]).toEqual([[], null, null]);
    expect(differing.map(({ page }) => page)).toEqual([ethics]);
  });

  it('are judged over the examples and the stored people; an example that no longer fits is to be mended', () => {
    const said = compareProgrammes(now, fourHours, stored);
    expect(said.unreadable).toEqual([]);
    expect(said.toMend.map(({ page }) => page)).toContain(ethics);
    expect(said.people?.changes).toMatchObject([{ person: 'S-1', rule: 'LA-CE-02', before: 'met', after: 'not-met' }]);
    expect(said.examples?.changes.length).toBeGreaterThan(0);
    expect(compareProgrammes(now, fourHours, { ...stored, people: [] }).people).toBeNull();
  });

  it('may be those of a later year', () => {
    const later = changed(/(\| 2024 \| 3 .*\n)/, '$1| 2027 | 4 | a made-up change |\n');
    expect(compareProgrammes(now, later, stored).people?.changes).toEqual([]);
    expect(compareProgrammes(now, later, { ...stored, rulesOf: 2027 }).people?.changes).toMatchObject([
      { rule: 'LA-CE-02', after: 'not-met' },
    ]);
  });
});

describe('the examples of the pages', () => {
  it('are judged by both, each once, and those that move are named by why they are there', () => {
    const { over, count, changes, rules, ofOtherPages } = compareExamples(programme, readProgramme(fourHours));
    const written = [...programme.rules, ...programme.eligibility].flatMap(({ examples }) => examples);
    expect({ over, count, ofOtherPages }).toEqual({ over: 'examples', count: written.length, ofOtherPages: 0 });
    expect(changes).toContainEqual(expect.objectContaining({ rule: 'LA-CE-02', before: 'met', after: 'not-met' }));
    expect(changes.every(({ person }) => /.+ \(\d{4}\)$/.test(person))).toBe(true);
    expect(rules.find((each) => each.rule === 'LA-CE-02')).toMatchObject({
      title: rule?.title,
      differences: ['needed hours: 3 becomes 4'],
    });
    expect(compareExamples(programme, programme).changes).toEqual([]);
  });

  it('of a rule that goes or comes have no rule on the other side', () => {
    const { [ethics]: _gone, ...others } = pages;
    const fewer = readProgramme(others);
    const after = compareExamples(programme, fewer);
    expect(after.changes.find((each) => each.rule === 'LA-CE-02')).toMatchObject({ after: 'no-rule' });
    expect(after.changes.find((each) => each.rule === 'LA-CE-02')?.why).toBe(
      'these pages have no such rule for the year',
    );
    expect(after.rules.find((each) => each.rule === 'LA-CE-02')).toMatchObject({
      differences: ['the rule is gone'],
      title: rule?.title,
    });
    const before = compareExamples(fewer, programme);
    expect(before.rules.find((each) => each.rule === 'LA-CE-02')).toMatchObject({ differences: ['a new rule'] });
  });
});

describe('what is written otherwise on the page of a rule', () => {
  if (!rule) throw new Error('the rule on ethics is gone');
  const [amount] = rule.amounts;
  const [clause] = rule.metWhen;
  if (!amount || !clause) throw new Error('the rule on ethics asks for nothing');
  const [dated] = amount.dated;
  if (!dated) throw new Error('the rule on ethics has no amount');
  const says = (own: Partial<typeof rule>, year = 2026) => ruleDifferences(rule, { ...rule, ...own }, year);

  it('is nothing, a new rule, or that it is gone', () => {
    expect(says({})).toEqual([]);
    expect(ruleDifferences(undefined, undefined, 2026)).toEqual([]);
    expect(ruleDifferences(undefined, rule, 2026)).toEqual(['a new rule']);
    expect(ruleDifferences(rule, undefined, 2026)).toEqual(['the rule is gone']);
  });

  it('is an amount, by what holds in the year', () => {
    const open = { ...amount, dated: [{ ...dated, value: null }] };
    expect(says({ amounts: [open] })).toEqual(['needed hours: 3 becomes not published']);
    expect(says({ amounts: [{ ...amount, dated: [{ ...dated, fromYear: 2030 }] }] })).toEqual([
      'needed hours: 3 becomes no amount',
    ]);
    expect(says({ amounts: [] })).toEqual(['needed hours: 3 becomes no amount']);
    expect(says({ amounts: [amount, { ...amount, name: 'other hours' }] })).toEqual([
      'other hours: no amount becomes 3',
    ]);
  });

  it('is a line of conditions that is gone or new, and who decides', () => {
    const other = { ...clause, text: 'ethics hours is at least 1' };
    expect(says({ metWhen: [clause, other] })).toEqual(['new "met when: ethics hours is at least 1"']);
    expect(says({ metWhen: [other] })).toEqual([
      `no longer "met when: ${clause.text}"`,
      'new "met when: ethics hours is at least 1"',
    ]);
    expect(says({ applies: [...rule.applies, other] })).toEqual(['new "applies if: ethics hours is at least 1"']);
    expect(says({ waitWhile: [...rule.waitWhile, other] })).toEqual(['new "wait while: ethics hours is at least 1"']);
    expect(says({ notMetIs: 'person-only' })).toEqual([`who decides: ${rule.notMetIs} becomes person-only`]);
  });

  it('of a later year is taken back to the year that is judged, as if it had always held', () => {
    const later = { ...amount, dated: [dated, { ...dated, fromYear: 2027, value: 400 }] };
    const ends = { ...rule, holds: { from: 2027, until: null }, amounts: [later] };
    const moved = withRulesOf({ ...programme, rules: [ends], eligibility: [rule] }, 2027, 2026);
    expect(moved.rules).toMatchObject([
      { holds: { from: null, until: null }, amounts: [{ dated: [{ fromYear: 2026, value: 400 }] }] },
    ]);
    expect(moved.eligibility).toMatchObject([{ amounts: [{ dated: [{ fromYear: dated.fromYear, value: 300 }] }] }]);
    const none = withRulesOf({ ...programme, rules: [{ ...rule, amounts: [{ ...amount, dated: [] }] }] }, 2027, 2026);
    expect(none.rules).toMatchObject([{ amounts: [{ dated: [] }] }]);
  });
});
