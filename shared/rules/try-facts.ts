import type { Finding } from '#shared/domain/finding.ts';
import { type Explanation, explain } from './explain.ts';
import { readPage } from './markdown-page.ts';
import type { Programme, Rule } from './programme.ts';
import { readFacts, writtenExamples, yearAsked } from './read-examples.ts';
import { howToWrite } from './read-value.ts';
import { runFacts } from './run-examples.ts';
import { type FactKind, saidOf } from './vocabulary.ts';

/** A fact of an example that a reader may change: what stands there, and how a value of its kind is written. */
export type TriedFact = {
  readonly name: string;
  readonly kind: FactKind;
  readonly written: string;
  readonly howToWrite: string;
};

export type Tried =
  | { readonly finding: Finding; readonly explanation: Explanation }
  | { readonly problems: readonly { readonly fact: string | null; readonly says: string }[] };

/** The facts of one example as its page writes them; null when the page has no such example. `at` is 0 for the first. */
export function factsToTry(rule: Rule, pageText: string, at: number): TriedFact[] | null {
  const cells = writtenExamples(readPage(rule.page, pageText))?.rows[at]?.cells;
  if (!cells) return null;
  return Object.entries(cells).flatMap(([name, written]) => {
    const kind = saidOf(rule.vocabulary, name)?.kind;
    return kind ? [{ name, kind, written, howToWrite: howToWrite[kind] }] : [];
  });
}

/** The rule for facts as somebody wrote them, judged as an example of its page would be. An empty one is not known. */
export function tryFacts(programme: Programme, rule: Rule, written: Readonly<Record<string, string>>): Tried {
  const { facts, problems } = readFacts(written, programme.timeZone, rule.vocabulary);
  if (problems.length > 0) return { problems };
  const year = yearAsked(facts);
  if (year === null)
    return { problems: [{ fact: null, says: 'Say the report year, or the day the application came.' }] };
  const finding = runFacts(programme, rule, { facts, year });
  return { finding, explanation: explain(rule, finding) };
}
