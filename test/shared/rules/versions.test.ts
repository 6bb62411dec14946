import { describe, expect, it } from 'vitest';
import { checkPages } from '#shared/rules/check-programme.ts';
import { decide, factsOf } from '#shared/rules/decide.ts';
import type { Facts } from '#shared/rules/facts.ts';
import { judgeYear } from '#shared/rules/judge-year.ts';
import type { Rule } from '#shared/rules/programme.ts';
import { inOneLine, readProgramme } from '#shared/rules/read-programme.ts';
import { allProgrammes } from '#test/builders/programmes.ts';

const idaho = (await allProgrammes()).find(({ folder }) => folder === 'idaho-cpss');
const page = 'continuing-education/ethics-hours.rule.md';
const old = idaho?.pages[page] ?? '';
/** From 2028 two hours of ethics are asked for, and the sentence of the rule changes too. */
const newPage = old
  .replace(/^id:/m, 'holds:      from 2028\nid:')
  .replace('At least 1 of', 'At least 2 of')
  .replaceAll('| 2026        |', '| 2028        |')
  .replace('| 2026 | 1  ', '| 2028 | 2  ')
  .replace('| 1               | 0                   | met', '| 2               | 0                   | met')
  .replaceAll('2026-03-15', '2028-03-15')
  .replaceAll('2025-03-15', '2027-03-15');
const oldPage = old.replace(/^id:/m, 'holds:      until 2027\nid:');
const newer = 'continuing-education/ethics-hours-2028.rule.md';
const both = { ...idaho?.pages, [page]: oldPage, [newer]: newPage };

const problemsWith = (pages: Record<string, string>) =>
  checkPages(pages)
    .map(inOneLine)
    .filter((line) => line.includes('page of this rule') || line.includes('another page'));
const facts: Facts = {
  credential: 'CPSS',
  'certification day': '2020-03-15',
  'hours on ethics': 100,
  'documents in review': 0,
};
const ruleFor = (rules: readonly Rule[], year: number) =>
  rules.find((rule) => rule.id === 'ID-CE-02' && (rule.holds.from ?? 0) <= year && year <= (rule.holds.until ?? 9999));

describe('a rule that changes', () => {
  it('is a new page beside the old one, and each year is judged by its own', () => {
    const programme = readProgramme(both);
    const verdictIn = (year: number) =>
      judgeYear(programme, facts, { year, asOf: `${year}-02-01` }).find(({ rule }) => rule === 'ID-CE-02');

    expect(problemsWith(both)).toEqual([]);
    expect(verdictIn(2027)).toMatchObject({ verdict: 'met', required: '1', page });
    expect(verdictIn(2028)).toMatchObject({ verdict: 'not-met', required: '2', page: newer });
  });

  it('leaves past findings as they were: judged again they say the same', () => {
    const programme = readProgramme(both);
    for (const year of [2026, 2027, 2028, 2029]) {
      const [before] = judgeYear(programme, facts, { year, asOf: `${year}-02-01` }).filter(
        ({ rule }) => rule === 'ID-CE-02',
      );
      const rule = ruleFor(programme.rules, year);
      if (!before || !rule) throw new Error('no rule for the year');
      expect(rule.sha256).toBe(before.ruleSha256);
      expect(decide(rule, factsOf(before), { year, asOf: before.asOf })).toEqual(before);
    }
  });

  it('leaves no year without a page, and none with two', () => {
    const without = { ...both, [page]: oldPage.replace('until 2027', 'until 2026') };
    const twice = { ...both, [page]: oldPage.replace('until 2027', 'until 2028') };
    const late = { ...both, [page]: oldPage.replace('until 2027', '2027 to 2027') };

    expect(problemsWith(without)[0]).toContain('no page of this rule holds for 2027 to 2027.');
    expect(problemsWith(twice)[0]).toContain('belongs to another page already, for the same years');
    expect(problemsWith(late)[0]).toContain('no page of this rule holds for 2026 to 2026.');
    expect(checkPages({ ...both, [page]: oldPage.replace('until 2027', 'in 2027') }).map(inOneLine)[0]).toContain(
      'write "holds:" as',
    );
  });
});

describe('an amount that is not published', () => {
  it('is said to be so, and nobody is told anything by it', async () => {
    const tennessee = (await allProgrammes()).find(({ folder }) => folder === 'tennessee-cprs')?.programme;
    if (!tennessee) throw new Error('no such folder');
    const asked: Facts = { credential: 'CPRS', 'certification day': '2022-03-15', 'hours in all': 100_000 };
    const [total] = judgeYear(tennessee, asked, { year: 2026, asOf: '2026-02-01' });

    expect(total).toMatchObject({
      verdict: 'cannot-tell',
      required: null,
      missing: ['needed hours'],
      decidedBy: 'person',
    });
  });
});
