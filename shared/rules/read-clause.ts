import { closestWord } from './closest-word.ts';
import { type Amount, type Clause, type Comparison, comparisons, type Operand } from './programme.ts';
import { howToWrite, readValue } from './read-value.ts';
import { type FactKind, saidOf, type Vocabulary } from './vocabulary.ts';

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

const comparisonsLongestFirst = [...comparisons].sort((a, b) => b.length - a.length);

export type Surroundings = {
  readonly amounts: readonly Amount[];
  readonly timeZone: string;
  readonly vocabulary: Vocabulary;
};
type Named = { readonly name: string; readonly kind: FactKind };

/** A vocabulary is asked for every line of every page; its names are sorted once, the longest first. */
const sorted = new WeakMap<Vocabulary, readonly Named[]>();

function factsIn(vocabulary: Vocabulary): readonly Named[] {
  const known = sorted.get(vocabulary);
  // Stryker disable next-line ConditionalExpression: to sort again gives the same, later
  if (known) return known;
  const facts = Object.entries(vocabulary).map(([name, { kind }]) => ({ name, kind }));
  facts.sort((a, b) => b.name.length - a.name.length);
  // Stryker disable next-line CallExpression: what is not kept is sorted again
  sorted.set(vocabulary, facts);
  return facts;
}

export type ReadClause = { readonly clause: Clause } | { readonly says: string };

/** "ethics hours is at least needed hours" → clause, or what is wrong and what to write instead. */
export function readClause(text: string, around: Surroundings): ReadClause {
  const facts = factsIn(around.vocabulary);
  const asked = facts.find(({ name }) => text.startsWith(`${name} `));
  if (!asked) return { says: unknownFact(text, facts) };
  const { name: fact, kind } = asked;
  const rest = text.slice(fact.length).trim();
  const comparison = comparisonsLongestFirst.find((words) => rest.startsWith(`${words} `));
  if (!comparison) return { says: `after "${fact}" write one of: ${allowed[kind].join(', ')}.` };
  if (!allowed[kind].includes(comparison)) {
    return {
      says: `"${fact}" cannot be asked with "${comparison}". Write one of: ${allowed[kind].join(', ')}.`,
    };
  }
  const right = rest.slice(comparison.length).trim();
  const operand = readOperand(kind, comparison, right, around);
  return operand
    ? { clause: { fact, kind, comparison, operand, text } }
    : { says: badRightSide(fact, kind, right, around) };
}

function unknownFact(text: string, facts: readonly Named[]): string {
  const names = facts.map(({ name }) => name);
  const written = text.split(' is ')[0] ?? text;
  return `there is no fact "${written}". Did you mean "${closestWord(written, names)}"? All facts are in shared/rules/facts.ts.`;
}

function badRightSide(fact: string, kind: FactKind, right: string, around: Surroundings): string {
  const amounts = around.amounts.map((amount) => `"${amount.name}"`).join(', ') || 'a table of amounts on this page';
  return `"${right}" does not fit "${fact}". Write ${howToWrite[kind]}, another fact of that kind, or ${amounts}.`;
}

function readOperand(kind: FactKind, comparison: Comparison, right: string, around: Surroundings): Operand | null {
  if (comparison === 'is one of') {
    const values = right.split(',').map((word) => word.trim());
    return values.every((word) => readValue('word', word, around.timeZone) !== null) ? { is: 'list', values } : null;
  }
  const amount = around.amounts.find((each) => each.name === right);
  if (amount) return amount.kind === kind ? { is: 'amount', name: right } : null;
  const other = saidOf(around.vocabulary, right);
  if (other) return other.kind === kind ? { is: 'fact', name: right } : null;
  const value = readValue(kind, right, around.timeZone);
  return value === null ? null : { is: 'value', value };
}
