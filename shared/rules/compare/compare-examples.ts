import type { Example, Programme, Rule } from '../programme.ts';
import { runExample } from '../run-examples.ts';
import { type Change, type Comparison, summaries } from './compare-people.ts';
import { asCompared, type Compared } from './judge-stored.ts';
import { ruleDifferences, ruleOf } from './rule-differences.ts';

/** Where nobody is stored: the examples of both folders, each judged by the page of either folder for its year. */
export function compareExamples(before: Programme, after: Programme): Comparison {
  const all = [...examplesOf(before), ...examplesOf(after)];
  const isFirst = (each: Told, at: number) => all.findIndex((other) => keyOf(other) === keyOf(each)) === at;
  const told = all.filter(isFirst);
  const pairs = told.map((each): Change => {
    const [was, is] = [judged(before, each), judged(after, each)];
    const person = `${each.example.because} (${each.example.year})`;
    return { person, rule: each.rule.id, before: was.verdict, after: is.verdict, why: is.why };
  });
  const yearOf = (id: string) =>
    Math.max(...told.filter(({ rule }) => rule.id === id).map(({ example }) => example.year));
  return {
    over: 'examples',
    count: told.length,
    changes: pairs.filter((each) => each.before !== each.after),
    rules: summaries(pairs, (id) => ({
      title: (ruleOf(after, id, yearOf(id)) ?? ruleOf(before, id, yearOf(id)))?.title ?? id,
      differences: ruleDifferences(ruleOf(before, id, yearOf(id)), ruleOf(after, id, yearOf(id)), yearOf(id)),
    })),
    ofOtherPages: 0,
  };
}

type Told = { readonly rule: Rule; readonly example: Example };

function examplesOf({ rules, eligibility }: Programme): Told[] {
  return [...rules, ...eligibility].flatMap((rule) => rule.examples.map((example) => ({ rule, example })));
}

function keyOf({ rule, example: { because, year, facts } }: Told): string {
  return JSON.stringify([rule.id, because, year, facts]);
}

/** A column that the example's own page does not have was never thought of there. */
function judged(programme: Programme, { rule: own, example }: Told): Compared {
  const rule = ruleOf(programme, own.id, example.year);
  if (!rule) return { verdict: 'no-rule', why: 'these pages have no such rule for the year' };
  const columns = own.examples.flatMap(({ facts }) => Object.keys(facts));
  return asCompared(programme, rule, runExample(programme, rule, example).finding, new Set([...own.uses, ...columns]));
}
