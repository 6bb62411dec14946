import type { Book } from '#shared/rules/compare/compare-programmes.ts';
import type { Rule } from '#shared/rules/programme.ts';
import { factsToTry, type TriedFact, tryFacts } from '#shared/rules/try-facts.ts';
import { factPrefix, type Trial } from '../parts/try-part.ts';

const writtenMax = 60;

/** The facts of the example that is asked for, with what the reader wrote in their place, and what the rule says. */
export function tryRule({ programme, pages }: Book, rule: Rule, query: Readonly<Record<string, string>>): Trial | null {
  const asked = Number(/^\d{1,3}$/.exec(query.example ?? '')?.[0] ?? 1);
  const example = rule.examples[asked - 1] ? asked : 1;
  const own = factsToTry(rule, pages[rule.page] ?? '', example - 1);
  if (own === null) return null;
  const facts = own.map((fact): TriedFact => {
    const written = query[`${factPrefix}${fact.name}`]?.trim().slice(0, writtenMax) ?? fact.written;
    return { ...fact, written };
  });
  const written = Object.fromEntries(facts.map((fact) => [fact.name, fact.written]));
  const because = rule.examples[example - 1]?.because ?? '';
  return { page: rule.page, example, because, facts, tried: tryFacts(programme, rule, written) };
}
