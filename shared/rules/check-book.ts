import type { Decider } from './conditions.ts';
import type { Problem } from './markdown-page.ts';
import type { Period } from './period/period.ts';
import { type Clause, everyRule, type Programme, type Rule, type WhoDecides } from './programme.ts';
import { factsOfExample } from './run-examples.ts';

const clausesOf = ({ applies, metWhen, waitWhile }: Rule): Clause[] => [...applies, ...metWhen, ...waitWhile];

/** What the pages beside the rules say, held against the rules: nothing unused, nothing uncovered, nobody decides too much. */
export function checkBook(programme: Programme): Problem[] {
  return [...unusedFacts(programme), ...uncoveredPeriods(programme), ...whoDecidesTooMuch(programme)];
}

const whatToDo = 'Write a rule that does, mend the page that should (named above, if it is), or take the line out.';

/** A measure or a stated fact that no rule asks is a slip, or a rule that is missing. */
function unusedFacts(programme: Programme): Problem[] {
  const clauses = everyRule(programme).flatMap(clausesOf);
  const asked = new Set(
    clauses.flatMap(({ fact, operand }) => (operand.is === 'fact' ? [fact, operand.name] : [fact])),
  );
  const added = new Set(programme.counting.measures.map((each) => each.surplus?.measure));
  const unused = programme.counting.measures.filter(({ name }) => !asked.has(name) && !added.has(name));
  return [
    ...unused.map(({ name, line }) => ({
      page: 'credits.md',
      line,
      says: `no rule asks the measure "${name}". ${whatToDo}`,
    })),
    ...programme.conditions.stated
      .filter(({ name }) => !asked.has(name))
      .map(({ name }) => ({ page: 'conditions.md', line: 1, says: `no rule asks "${name}". ${whatToDo}` })),
  ];
}

/** Some rule says when nothing is due, and each kind of period that period.md can give stands in an example. */
function uncoveredPeriods(programme: Programme): Problem[] {
  const says = (text: string) => [{ page: 'period.md', line: 1, says: text }];
  const asks = (fact: string) => programme.rules.some((rule) => clausesOf(rule).some((clause) => clause.fact === fact));
  if (programme.rules.length === 0) return [];
  if (!asks('kind of period')) {
    return asks('report year') ? [] : says('no rule asks "kind of period": nothing says when no report is due.');
  }
  const seen = new Set(
    programme.rules.flatMap((rule) =>
      rule.examples.map((example) => factsOfExample(programme, rule, example)['kind of period']),
    ),
  );
  return kindsOf(programme)
    .filter((kind) => !seen.has(kind))
    .flatMap((kind) => says(`no example is about a period of the kind "${kind}".`));
}

function kindsOf({ period }: Programme): NonNullable<Period['kind']>[] {
  return period.periods.flatMap(({ months, firstPeriod, endsOn }) => [
    'regular' as const,
    ...((months ?? 12) > 12 || endsOn.years !== 'every' ? (['none'] as const) : []),
    ...(firstPeriod?.is === 'next calendar year' ? (['not due'] as const) : []),
    ...(firstPeriod?.is === 'waived' || firstPeriod?.is === 'provisional' ? [firstPeriod.is] : []),
  ]);
}

const strictness: Readonly<Record<Decider | WhoDecides, number>> = {
  machine: 0,
  'machine proposes': 1,
  proposed: 1,
  'named person': 2,
  'person-only': 2,
};

/** A page may leave more to people than conditions.md asks, never less. */
function whoDecidesTooMuch(programme: Programme): Problem[] {
  const { whoDecides } = programme.conditions;
  return everyRule(programme).flatMap((rule) => {
    const outcome = rule.notMetIs === 'machine' ? 'asked to complete' : 'not met';
    const decider = whoDecides[outcome];
    if (decider === undefined || strictness[rule.notMetIs] >= strictness[decider]) return [];
    return [
      { page: rule.page, line: 1, says: `conditions.md leaves "${outcome}" to: ${decider}. This page decides more.` },
    ];
  });
}

/** Pages with one id are versions of one rule: they follow each other without a gap and never hold in the same year. */
export function checkVersions(programme: Programme): Problem[] {
  return [
    ...checkLive([...programme.rules, ...programme.eligibility], programme.rulesSince),
    ...checkShadow(programme.shadow),
  ];
}

function checkLive(rules: readonly Rule[], rulesSince: number): Problem[] {
  return rules.flatMap((rule, at) => {
    const before = rules[at - 1];
    const isFirst = before?.id !== rule.id;
    const from = rule.holds.from ?? 0;
    const says = (text: string) => [{ page: rule.page, line: 1, says: text }];
    if (isFirst) return from > rulesSince ? says(gap(rulesSince, from)) : [];
    const { until } = before.holds;
    if (until === null || from <= until)
      return says(`the id ${rule.id} belongs to another page already, for the same years.`);
    return from > until + 1 ? says(gap(until + 1, from)) : [];
  });
}

/** A page in shadow may have the id of the live one that it may follow, and no other page in shadow has it too. */
function checkShadow(rules: readonly Rule[]): Problem[] {
  return rules
    .filter((rule, at) => rules.findIndex(({ id }) => id === rule.id) !== at)
    .map(({ page, id }) => ({ page, line: 1, says: `the id ${id} belongs to another page in shadow already.` }));
}

function gap(from: number, to: number): string {
  return `no page of this rule holds for ${from} to ${to - 1}.`;
}
