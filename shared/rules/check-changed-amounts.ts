import { isOrdered, missingAtTheEdge, weighAll } from './check-boundaries.ts';
import type { Problem } from './markdown-page.ts';
import { type Clause, everyRule, type Programme, type Rule } from './programme.ts';
import { type Pages, tryProgramme } from './read-programme.ts';
import { amountFor } from './weigh-clause.ts';

/** An amount that changes has a boundary of its own from that year on, which no example of an earlier year shows. */
export function checkChangedAmounts(pages: Pages): Problem[] {
  const { programme } = tryProgramme(pages);
  if (!programme) return [];
  return everyRule(programme).flatMap((rule) =>
    [...rule.applies, ...rule.metWhen, ...rule.waitWhile].flatMap((clause) =>
      missingSinceChange(programme, rule, clause).map((says) => ({ page: rule.page, line: 1, says })),
    ),
  );
}

function missingSinceChange(programme: Programme, rule: Rule, clause: Clause): string[] {
  const amount = rule.amounts.find(({ name }) => clause.operand.is === 'amount' && name === clause.operand.name);
  if (amount === undefined || !isOrdered(clause)) return [];
  return amount.dated.slice(1).flatMap((line) => {
    if (line.value === null) return [];
    const examples = rule.examples.filter(({ year }) => amountFor(amount, year) === line);
    const missing = missingAtTheEdge(clause, weighAll(programme, { ...rule, examples }, clause));
    return missing.map((words) => words.replace('an example', `an example of report year ${line.fromYear}`));
  });
}
