import type { Clause, Programme, Rule } from './programme.ts';
import { factsOfExample } from './run-examples.ts';
import { type Weighed, weighClause } from './weigh-clause.ts';

/** What is missing in the examples so that each clause is seen from both sides, right at its boundary. */
export function missingBoundaries(programme: Programme, rule: Rule): string[] {
  const clauses = uniqueClauses([...rule.applies, ...rule.metWhen, ...rule.waitWhile]).filter(
    (clause) => !isNeverPublished(rule, clause),
  );
  return clauses.flatMap((clause) => missingSides(clause, weighAll(programme, rule, clause)));
}

/** An amount that no line of the page knows: no example can stand on either side of it. */
export function isNeverPublished({ amounts }: Rule, { operand }: Clause): boolean {
  if (operand.is !== 'amount') return false;
  return amounts.some((amount) => amount.name === operand.name && amount.dated.every((each) => each.value === null));
}

function uniqueClauses(clauses: readonly Clause[]): Clause[] {
  return [...new Map(clauses.map((clause) => [clause.text, clause])).values()];
}

export function weighAll(programme: Programme, rule: Rule, clause: Clause): Weighed[] {
  return rule.examples.map((example) =>
    weighClause(clause, rule.amounts, factsOfExample(programme, rule, example), example.year),
  );
}

function missingSides(clause: Clause, weighed: readonly Weighed[]): string[] {
  const says: string[] = [];
  if (!weighed.some((each) => each.holds === 'yes')) says.push(`add an example where "${clause.text}" holds.`);
  if (!weighed.some((each) => each.holds === 'no')) says.push(`add an example where "${clause.text}" does not hold.`);
  if (clause.operand.is === 'list') {
    const seen = new Set(weighed.map((each) => each.value));
    const unseen = clause.operand.values.filter((value) => !seen.has(value));
    return [...says, ...unseen.map((value) => `add an example where ${clause.fact} is ${value}.`)];
  }
  if (says.length === 0 && isOrdered(clause)) says.push(...missingAtTheEdge(clause, weighed));
  return says;
}

export function isOrdered({ comparison }: Clause): boolean {
  return comparison !== 'is' && comparison !== 'is not';
}

/** An example exactly on the boundary, and one just across it: an hour, a count, a year or a day away at most. */
export function missingAtTheEdge(clause: Clause, weighed: readonly Weighed[]): string[] {
  const distances = weighed.map((each) => ({ distance: distanceOf(each), holds: each.holds }));
  const onIt = distances.find((each) => each.distance === 0);
  if (!onIt) return [`add an example exactly at the boundary of "${clause.text}".`];
  const across = distances.some((each) => each.holds !== onIt.holds && each.distance <= stepOf(clause));
  return across ? [] : [`add an example just across the boundary of "${clause.text}".`];
}

function stepOf(clause: Clause): number {
  return clause.kind === 'hours' ? 100 : 1;
}

/** No number where one of the two is not known: neither on the boundary nor beside it. */
function distanceOf({ value, required }: Weighed): number {
  const placeOf = (each: Weighed['value']) =>
    typeof each === 'string' ? Date.parse(`${each}T00:00:00Z`) / 86_400_000 : Number(each);
  return Math.abs(placeOf(value) - placeOf(required));
}
