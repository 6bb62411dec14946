import { describe, expect, it } from 'vitest';
import type { Finding } from '#shared/domain/finding.ts';
import { comparePeople } from '#shared/rules/compare/compare-people.ts';
import { comparisonInLines } from '#shared/rules/compare/comparison-in-lines.ts';
import { withRulesOf } from '#shared/rules/compare/rule-differences.ts';
import type { Facts } from '#shared/rules/facts.ts';
import { judgeYear } from '#shared/rules/judge-year.ts';
import type { Programme } from '#shared/rules/programme.ts';
import { type Pages, readProgramme } from '#shared/rules/read-programme.ts';
import { allProgrammes } from '#test/builders/programmes.ts';

const programmes = await allProgrammes();
const pagesOf = (name: string): Pages => programmes.find(({ folder }) => folder === name)?.pages ?? {};
const pages = pagesOf('louisiana-rpss');
const before = readProgramme(pages);
const ethics = 'continuing-education/ethics-hours.rule.md';
const total = 'continuing-education/total-hours.rule.md';

/** The pages with one of them written otherwise. */
function changed(page: string, from: string, to: string, all: Pages = pages): Programme {
  const text = all[page] ?? '';
  if (!text.includes(from)) throw new Error(`${page} does not say: ${from}`);
  return readProgramme({ ...all, [page]: text.replace(from, to) });
}

const fourHours = changed(ethics, '| 2024 | 3   ', '| 2024 | 4   ');
const full: Facts = {
  credential: 'RPSS',
  'training year': 2025,
  'ethics hours': 300,
  'core hours': 700,
  'counted hours': 1000,
  'hours in review': 0,
  'documents in review': 0,
};
const judged = (facts: Facts, by = before, year = 2026): Finding[] =>
  judgeYear(by, facts, { year, asOf: `${year}-11-20` });
const three = { person: 'S-1', findings: judged(full) };
const five = { person: 'S-2', findings: judged({ ...full, 'ethics hours': 500, 'counted hours': 1200 }) };

describe('what would change', () => {
  it('when four hours of ethics are asked for, whoever has three changes, and why is said', () => {
    const { changes, rules, count } = comparePeople(before, fourHours, [three, five], 2026);
    expect(count).toBe(2);
    expect(changes).toEqual([
      expect.objectContaining({ person: 'S-1', rule: 'LA-CE-02', before: 'met', after: 'not-met' }),
    ]);
    expect(changes[0]?.why).toContain('You have 3 of 4 hours in ethics');
    expect(rules.find(({ rule }) => rule === 'LA-CE-02')).toMatchObject({
      differences: ['needed hours: 3 becomes 4'],
      changes: [{ before: 'met', after: 'not-met', count: 1 }],
      unchanged: 1,
    });
  });

  it('under the same pages nobody changes, in any programme', () => {
    for (const { programme } of programmes) {
      const examples = programme.rules.flatMap((rule) => rule.examples);
      const people = examples.map(({ facts, year }, at) => ({
        person: `S-${at}`,
        findings: judged(facts, programme, year),
      }));
      for (const year of new Set(examples.map((example) => example.year))) {
        const { changes } = comparePeople(programme, programme, people, year);
        expect(changes).toEqual([]);
      }
    }
  });

  it('a rule that rests on the minimum of another is worked out anew', () => {
    const surplus = { ...full, 'ethics hours': 400, 'core hours': 600 };
    const person = { person: 'S-3', findings: judged(surplus) };
    const { changes } = comparePeople(before, fourHours, [person], 2026);
    expect(changes.find(({ rule }) => rule === 'LA-CE-03')).toMatchObject({ before: 'cannot-tell', after: 'not-met' });
  });

  it('a fact that no rule asked before was never kept: nothing is guessed', () => {
    const asksMore = changed(total, 'met when: ', 'met when:   trainings without evidence is 0\nmet when: ');
    const openAmount = changed(ethics, '| 2024 | 3   ', '| 2024 | not published   ');
    expect(comparePeople(before, asksMore, [three], 2026).changes[0]?.after).toBe('not-stored');
    // not published is no gap in what is stored
    expect(comparePeople(before, openAmount, [three], 2026).changes[0]?.after).toBe('cannot-tell');
  });

  it('hours that other lists of topics would count otherwise cannot be told from what is stored', () => {
    const fewer = changed('common-topics/boundaries.md', '- walking the line\n', '');
    const { changes } = comparePeople(before, fewer, [three], 2026);
    expect(changes.find(({ rule }) => rule === 'LA-CE-02')).toMatchObject({ after: 'not-stored' });
    expect(changes.find(({ rule }) => rule === 'LA-CE-02')?.why).toContain('ethics hours');
  });

  it('a fact that was asked and not known stays not known', () => {
    const { 'training year': _, ...unknown } = full;
    const person = { person: 'S-4', findings: judged(unknown) };
    const { changes } = comparePeople(before, fourHours, [person], 2026);
    expect(changes).toEqual([]);
  });

  it('an amount of a later year is seen when the stored year is judged by that year', () => {
    const later = readProgramme({
      ...pages,
      [ethics]: (pages[ethics] ?? '').replace(/(\| 2024 \| 3 .*\n)/, '$1| 2027 | 4 | a made-up change |\n'),
    });
    expect(comparePeople(before, later, [three], 2026).changes).toEqual([]);
    const seen = comparePeople(before, withRulesOf(later, 2027, 2026), [three], 2026);
    expect(seen.changes.map(({ after }) => after)).toEqual(['not-met']);
  });

  it('rules that come or go are named', () => {
    const { [ethics]: gone, ...others } = pages;
    const fewer = readProgramme(others);
    expect(gone).toBeDefined();
    expect(comparePeople(before, fewer, [three], 2026).changes).toContainEqual(
      expect.objectContaining({ rule: 'LA-CE-02', before: 'met', after: 'no-rule' }),
    );
    expect(comparePeople(fewer, before, [three], 2026).ofOtherPages).toBe(1);
  });

  it('is printed with ids and never a name', () => {
    const lines = comparisonInLines(comparePeople(before, fourHours, [three, five], 2026));
    expect(lines[0]).toMatch(/^S-1 {2}LA-CE-02 {2}met -> not met: /);
    expect(lines).toContain('1 of 2 people change.');
  });
});
