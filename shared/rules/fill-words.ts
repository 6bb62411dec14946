import { dayInWords } from '#shared/domain/calendar.ts';
import { boundsIn } from './bounds.ts';
import type { Facts } from './facts.ts';
import type { Rule, Wording } from './programme.ts';
import { printValue } from './read-value.ts';
import { type FactSaid, saidOf } from './vocabulary.ts';
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
  return wording ? wording.text.replace(/\{([^{}]+)\}/g, (_whole, name: string) => fill(name, filling)) : '';
}

function chooseWording(rule: Rule, weighing: Weighing): Wording | undefined {
  const fitting = rule.words.filter((wording) => wording.verdict === weighing.verdict);
  const about = fitting.find((wording) => wording.aboutFact !== null && weighing.because.includes(wording.aboutFact));
  return about ?? fitting.find((wording) => wording.aboutFact === null);
}

function fill(name: string, filling: Filling): string {
  if (name === 'missing') return inWords(filling);
  if (name === 'short by') return shortBy(filling.compared);
  const said = saidOf(filling.rule.vocabulary, name);
  if (said) return factInWords(name, said, filling.facts);
  const amount = filling.rule.amounts.find((each) => each.name === name);
  const value = amount ? amountFor(amount, filling.year)?.value : undefined;
  return amount && value !== undefined && value !== null ? printValue(amount.kind, value) : `(${name}: not published)`;
}

function factInWords(name: string, { kind }: FactSaid, facts: Facts): string {
  const value = facts[name];
  if (value === undefined) return withinInWords(name, kind, facts);
  return kind === 'day' && typeof value === 'string' ? dayInWords(value) : printValue(kind, value);
}

/** "8", "3 to 8" or "3 or more". */
function withinInWords(name: string, kind: FactSaid['kind'], facts: Facts): string {
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
