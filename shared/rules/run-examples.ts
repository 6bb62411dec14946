import type { Finding } from '#shared/domain/finding.ts';
import { decide } from './decide.ts';
import { completeFacts } from './judge-year.ts';
import type { Example, Programme, Rule } from './programme.ts';

export type ExampleRun = { readonly rule: Rule; readonly example: Example; readonly finding: Finding };

/** One example of a page, judged as a real case would be. Without a column `today` it is the last day of the year. */
export function runExample(programme: Programme, rule: Rule, example: Example): ExampleRun {
  const today = typeof example.facts.today === 'string' ? example.facts.today : `${example.year}-12-31`;
  const when = { year: example.year, asOf: today };
  return { rule, example, finding: decide(rule, completeFacts(programme, example.facts, when), when) };
}

export function runExamples(programme: Programme): ExampleRun[] {
  return programme.rules.flatMap((rule) => rule.examples.map((example) => runExample(programme, rule, example)));
}
