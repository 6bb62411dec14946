import { closestWord } from './closest-word.ts';
import { type FactKind, type FactName, factCatalogue, isFactName, kindOfFact } from './facts.ts';
import { type Amount, type Clause, type Comparison, comparisons, type Operand } from './programme.ts';
import { howToWrite, readValue } from './read-value.ts';

const forNumbers = ['is', 'is not', 'is at least', 'is at most', 'is more than'] as const;
const forDays = ['is', 'is before', 'is after', 'is on or before', 'is on or after'] as const;

/** Which comparisons make sense for which kind of fact. Anything harder becomes a fact of its own. */
const allowed: Readonly<Record<FactKind, readonly Comparison[]>> = {
  hours: forNumbers,
  count: forNumbers,
  year: [...forNumbers, 'is before', 'is after'],
  day: forDays,
  word: ['is', 'is not', 'is one of'],
  'yes-no': ['is'],
};

const factNames = Object.keys(factCatalogue).filter(isFactName);
const longestFirst = <Name extends string>(names: readonly Name[]) => [...names].sort((a, b) => b.length - a.length);
const factsLongestFirst = longestFirst(factNames);
const comparisonsLongestFirst = longestFirst(comparisons);

export type Surroundings = { readonly amounts: readonly Amount[]; readonly timeZone: string };
export type ReadClause = { readonly clause: Clause } | { readonly says: string };

/** "ethics hours is at least needed hours" → clause, or what is wrong and what to write instead. */
export function readClause(text: string, around: Surroundings): ReadClause {
  const fact = factsLongestFirst.find((name) => text.startsWith(`${name} `));
  if (!fact) return { says: unknownFact(text) };
  const rest = text.slice(fact.length).trim();
  const comparison = comparisonsLongestFirst.find((words) => rest.startsWith(`${words} `));
  if (!comparison) return { says: `after "${fact}" write one of: ${allowed[kindOfFact(fact)].join(', ')}.` };
  if (!allowed[kindOfFact(fact)].includes(comparison)) {
    return {
      says: `"${fact}" cannot be asked with "${comparison}". Write one of: ${allowed[kindOfFact(fact)].join(', ')}.`,
    };
  }
  const right = rest.slice(comparison.length).trim();
  const operand = readOperand(fact, comparison, right, around);
  return operand ? { clause: { fact, comparison, operand, text } } : { says: badRightSide(fact, right, around) };
}

function unknownFact(text: string): string {
  const written = text.split(' is ')[0] ?? text;
  return `there is no fact "${written}". Did you mean "${closestWord(written, factNames)}"? All facts are in shared/rules/facts.ts.`;
}

function badRightSide(fact: FactName, right: string, around: Surroundings): string {
  const amounts = around.amounts.map((amount) => `"${amount.name}"`).join(', ') || 'a table of amounts on this page';
  return `"${right}" does not fit "${fact}". Write ${howToWrite[kindOfFact(fact)]}, another fact of that kind, or ${amounts}.`;
}

function readOperand(fact: FactName, comparison: Comparison, right: string, around: Surroundings): Operand | null {
  const kind = kindOfFact(fact);
  if (comparison === 'is one of') {
    const values = right.split(',').map((word) => word.trim());
    return values.every((word) => readValue('word', word, around.timeZone) !== null) ? { is: 'list', values } : null;
  }
  const amount = around.amounts.find((each) => each.name === right);
  if (amount) return amount.kind === kind ? { is: 'amount', name: right } : null;
  if (isFactName(right)) return kindOfFact(right) === kind ? { is: 'fact', name: right } : null;
  const value = readValue(kind, right, around.timeZone);
  return value === null ? null : { is: 'value', value };
}
