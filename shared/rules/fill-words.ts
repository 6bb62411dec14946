import { dayInWords } from '#shared/domain/calendar.ts';
import { boundsIn } from './bounds.ts';
import type { Facts } from './facts.ts';
import type { Amount, Rule, SentencePart, Wording } from './programme.ts';
import { printValue } from './read-value.ts';
import { type FactKind, saidOf } from './vocabulary.ts';
import { amountFor, type Weighed } from './weigh-clause.ts';
import type { Weighing } from './weigh-rule.ts';

type Filling = {
  readonly rule: Rule;
  readonly facts: Facts;
  readonly year: number;
  readonly weighing: Weighing;
  readonly compared: Weighed | undefined;
};

/** The page's sentence for this verdict, filled. Sentences about the fact it hangs on come first, in the page's order. */
export function fillWords(filling: Filling): string {
  const wording = chooseWording(filling.rule, filling.weighing);
  let said = '';
  for (const part of wording?.parts ?? []) said += part.is === 'words' ? part.text : fill(part, filling);
  return oneIsOne(said);
}

/** Pages are written for many: "You have 1 hours" is nobody's sentence. */
const oneIsOne = (said: string) => said.replace(/(?<![\d.,])1 ((?:[a-z]+ )?)hours\b/g, '1 $1hour');

function chooseWording({ words }: Rule, { verdict, because }: Weighing): Wording | undefined {
  return (
    words.find((each) => each.verdict === verdict && each.aboutFact !== null && because.includes(each.aboutFact)) ??
    words.find((each) => each.verdict === verdict && each.aboutFact === null)
  );
}

function fill(part: Exclude<SentencePart, { is: 'words' }>, filling: Filling): string {
  switch (part.is) {
    case 'missing':
      return inWords(filling);
    case 'short by':
      return shortBy(filling.compared);
    case 'fact':
      return factInWords(part.name, part.kind, filling.facts);
    case 'amount':
      return amountInWords(part.amount, filling.year);
  }
}

function amountInWords(amount: Amount, year: number): string {
  const value = amountFor(amount, year)?.value ?? null;
  return value === null ? `(${amount.name}: not published)` : printValue(amount.kind, value);
}

function factInWords(name: string, kind: FactKind, facts: Facts): string {
  const value = facts[name];
  if (value === undefined) return withinInWords(name, kind, facts);
  return kind === 'day' && typeof value === 'string' ? dayInWords(value) : printValue(kind, value);
}

/** "8", "3 to 8" or "3 or more". */
function withinInWords(name: string, kind: FactKind, facts: Facts): string {
  const within = boundsIn(facts, name);
  if (!within) return '(not known)';
  const least = printValue(kind, within.least);
  return within.most === null ? `${least} or more` : `${least} to ${printValue(kind, within.most)}`;
}

function inWords({ rule, weighing, year }: Filling): string {
  const names = weighing.missing.map(
    (name) => saidOf(rule.vocabulary, name)?.inWords ?? `the ${name} for ${year}, which we have not found published`,
  );
  const last = names.at(-1) ?? '';
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${last}` : last;
}

/** Needed less counted, exactly; "0" when nothing is short. */
function shortBy(compared: Weighed | undefined): string {
  if (typeof compared?.value !== 'number' || typeof compared.required !== 'number') return '0';
  return printValue(compared.clause.kind, Math.max(0, compared.required - compared.value));
}
