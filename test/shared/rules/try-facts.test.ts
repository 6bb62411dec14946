import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyRule, type Rule } from '#shared/rules/programme.ts';
import { factsToTry, tryFacts } from '#shared/rules/try-facts.ts';
import { allProgrammes } from '#test/builders/programmes.ts';

const programmes = await allProgrammes();
const [office] = programmes.filter(({ folder }) => folder === 'louisiana-rpss');
if (!office) throw new Error('the programme is gone');
const { programme, pages } = office;
const ruleOf = (id: string): Rule => {
  const rule = everyRule(programme).find((each) => each.id === id);
  if (!rule) throw new Error(`${id} is gone`);
  return rule;
};
const written = (rule: Rule, text: string, at: number) =>
  Object.fromEntries((factsToTry(rule, text, at) ?? []).map((fact) => [fact.name, fact.written]));

describe('trying a rule', () => {
  it('with the facts of an example as written gives the verdict of that example, in every programme', () => {
    for (const each of programmes)
      for (const rule of everyRule(each.programme))
        for (const [at, example] of rule.examples.entries()) {
          const tried = tryFacts(each.programme, rule, written(rule, each.pages[rule.page] ?? '', at));
          expect('finding' in tried && tried.finding.verdict).toBe(example.verdict);
        }
  });

  it('with another amount gives another verdict, and says why clause by clause', () => {
    const rule = ruleOf('LA-CE-02');
    const facts = written(rule, pages[rule.page] ?? '', 1);
    expect(facts['ethics hours']).toBe('2.75');
    const tried = tryFacts(programme, rule, { ...facts, 'ethics hours': '3' });
    if (!('finding' in tried)) throw new Error('nothing was found');
    expect(tried.finding).toMatchObject({ verdict: 'met', value: '3', required: '3' });
    expect(tried.explanation.steps).toContainEqual({
      part: 'met when',
      text: 'ethics hours is at least needed hours',
      found: '3',
      holds: 'yes',
    });
    expect(tried.explanation.steps.map(({ part }) => part)).toEqual([
      'applies if',
      'applies if',
      'met when',
      'wait while',
      'wait while',
    ]);
  });

  it('without a fact that matters cannot tell, and takes "3 or more" for what it says', () => {
    const rule = ruleOf('LA-CE-02');
    const facts = written(rule, pages[rule.page] ?? '', 0);
    const verdict = (hours: string) => {
      const tried = tryFacts(programme, rule, { ...facts, 'ethics hours': hours });
      return 'finding' in tried ? tried.finding.verdict : null;
    };
    expect([verdict(''), verdict('1 to 2.5'), verdict('3 or more'), verdict('2 to 4')]).toEqual([
      'cannot-tell',
      'not-met',
      'met',
      'cannot-tell',
    ]);
  });

  it('says which fact cannot be read and how to write it', () => {
    const rule = ruleOf('LA-CE-02');
    const facts = { ...written(rule, pages[rule.page] ?? '', 0), 'ethics hours': 'three', 'report year': '' };
    expect(tryFacts(programme, rule, facts)).toEqual({
      problems: [{ fact: 'ethics hours', says: expect.stringContaining('Write hours such as 3 or 2.75') }],
    });
    const { 'report year': _, ...noYear } = { ...facts, 'ethics hours': '3' };
    expect(tryFacts(programme, rule, noYear)).toEqual({
      problems: [{ fact: null, says: expect.stringContaining('report year') }],
    });
  });

  it('never fails, whatever is written', () => {
    const words = fc.oneof(
      fc.constantFrom(
        '',
        'yes',
        'no',
        '0',
        '99999',
        '0000',
        '9999',
        '2026-02-29',
        '9999-12-31',
        '0001-01-01',
        '5 or more',
      ),
      fc.string({ maxLength: 12 }),
    );
    const rules = programmes.flatMap((each) => everyRule(each.programme).map((rule) => ({ each, rule })));
    fc.assert(
      fc.property(fc.constantFrom(...rules), fc.infiniteStream(words), ({ each, rule }, stream) => {
        const names = (factsToTry(rule, each.pages[rule.page] ?? '', 0) ?? []).map(({ name }) => name);
        const facts = Object.fromEntries(names.map((name) => [name, stream.next().value ?? '']));
        const tried = tryFacts(each.programme, rule, facts);
        expect('finding' in tried || tried.problems.length > 0).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});
