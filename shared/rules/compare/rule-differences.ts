import { type Programme, type Rule, rulesIn } from '../programme.ts';
import { printValue } from '../read-value.ts';
import { amountFor } from '../weigh-clause.ts';

/** What is written otherwise in the two pages of a rule, for one year, in lines an officer knows from the page. */
export function ruleDifferences(before: Rule | undefined, after: Rule | undefined, year: number): string[] {
  if (!before && !after) return [];
  if (!before) return ['a new rule'];
  if (!after) return ['the rule is gone'];
  const names = new Set([...before.amounts, ...after.amounts].map(({ name }) => name));
  const amounts = [...names].flatMap((name) => {
    const [was, is] = [amountIn(before, name, year), amountIn(after, name, year)];
    return was === is ? [] : [`${name}: ${was} becomes ${is}`];
  });
  const keys = ['applies', 'metWhen', 'waitWhile'] as const;
  const words = { applies: 'applies if', metWhen: 'met when', waitWhile: 'wait while' };
  const clauses = keys.flatMap((key) => {
    const [was, is] = [before[key].map(({ text }) => text), after[key].map(({ text }) => text)];
    const gone = was.filter((text) => !is.includes(text)).map((text) => `no longer "${words[key]}: ${text}"`);
    return [...gone, ...is.filter((text) => !was.includes(text)).map((text) => `new "${words[key]}: ${text}"`)];
  });
  const decides =
    before.notMetIs === after.notMetIs ? [] : [`who decides: ${before.notMetIs} becomes ${after.notMetIs}`];
  return [...amounts, ...clauses, ...decides];
}

export function ruleOf(programme: Programme, id: string, year: number): Rule | undefined {
  return rulesIn([...programme.rules, ...programme.eligibility], year).find((rule) => rule.id === id);
}

/** The pages as they will be in a later year, for judging an earlier one by them: amounts and versions of rules. */
export function withRulesOf(programme: Programme, laterYear: number, year: number): Programme {
  const moved = (rules: readonly Rule[]) =>
    rulesIn(rules, laterYear).map((rule) => ({
      ...rule,
      holds: { from: null, until: null },
      amounts: rule.amounts.map((amount) => {
        const dated = amountFor(amount, laterYear);
        return { ...amount, dated: dated ? [{ ...dated, fromYear: Math.min(dated.fromYear, year) }] : [] };
      }),
    }));
  return { ...programme, rules: moved(programme.rules), eligibility: moved(programme.eligibility) };
}

function amountIn(rule: Rule, name: string, year: number): string {
  const amount = rule.amounts.find((each) => each.name === name);
  const dated = amount && amountFor(amount, year);
  if (!amount || !dated) return 'no amount';
  return dated.value === null ? 'not published' : printValue(amount.kind, dated.value);
}
