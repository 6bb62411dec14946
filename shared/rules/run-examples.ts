import type { Finding } from '#shared/domain/finding.ts';
import { decide } from './decide.ts';
import type { Facts } from './facts.ts';
import { completeApplication } from './judge-application.ts';
import { completeFacts } from './judge-year.ts';
import { type Example, everyRule, isAboutApplications, type Programme, type Rule } from './programme.ts';

export type ExampleRun = { readonly rule: Rule; readonly example: Example; readonly finding: Finding };

/** One example of a page, judged as a real case would be. */
export function runExample(programme: Programme, rule: Rule, example: Example): ExampleRun {
  return { rule, example, finding: runFacts(programme, rule, example) };
}

/** The same for facts that stand in no example. */
export function runFacts(programme: Programme, rule: Rule, asked: Pick<Example, 'facts' | 'year'>): Finding {
  return decide(rule, factsOfExample(programme, rule, asked), whenOf(asked));
}

/** The facts of an example with all that follows from them. */
export function factsOfExample(programme: Programme, rule: Rule, example: Pick<Example, 'facts' | 'year'>): Facts {
  if (isAboutApplications(rule.page)) return completeApplication(programme, example.facts);
  return completeFacts(programme, example.facts, whenOf(example));
}

/** Without a column `today` it is the day an application came, or the last day of the year. */
function whenOf({ facts, year }: Pick<Example, 'facts' | 'year'>): { year: number; asOf: string } {
  const today = facts.today ?? facts['received on'];
  return { year, asOf: typeof today === 'string' ? today : `${year}-12-31` };
}

export function runExamples(programme: Programme): ExampleRun[] {
  return everyRule(programme).flatMap((rule) => rule.examples.map((example) => runExample(programme, rule, example)));
}
