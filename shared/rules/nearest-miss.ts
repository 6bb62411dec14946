import type { Finding, Missing } from '#shared/domain/finding.ts';
import { parseHours } from '#shared/domain/hours.ts';
import { boundsIn } from './bounds.ts';
import { factsOf } from './decide.ts';
import type { FactName, Facts } from './facts.ts';
import { type Programme, type Rule, rulesIn } from './programme.ts';
import { printValue } from './read-value.ts';
import { saidOf } from './vocabulary.ts';
import type { Weighed } from './weigh-clause.ts';
import { weigh } from './weigh-rule.ts';

/**
 * What is missing in a person's year or application: for every rule that is not met, the conditions that fail, each by the
 * exact amount. The smallest comes first. A total that the parts below it make up by themselves is not asked for beside them:
 * 1.25 hours of ethics are not 2.5 hours. Nothing is said about what a person still decides.
 */
export function missingIn(programme: Programme, findings: readonly Finding[]): Missing[] {
  const all = findings
    .filter((finding) => finding.verdict === 'not-met')
    .flatMap((each) => missingFor(programme, each));
  const isFirst = (each: Missing, at: number) => all.findIndex((other) => other.inWords === each.inWords) === at;
  return all.filter((each, at) => isFirst(each, at) && !isImplied(programme, each, all)).sort(bySize);
}

/** No hour is in two of these; hours of two measures may be the same ones. */
const buckets: ReadonlySet<string> = new Set<FactName>(['ethics hours', 'core hours']);

function isImplied({ counting }: Programme, each: Missing, all: readonly Missing[]): boolean {
  const ofHours = counting.measures.filter(({ counts }) => counts === 'hours');
  const totals = ['counted hours', ...ofHours.filter(({ where }) => where.length === 0).map(({ name }) => name)];
  if (!totals.includes(each.fact)) return false;
  const short = ({ amount }: Missing) => parseHours(amount ?? '') ?? 0;
  const inBuckets = all.filter(({ fact }) => buckets.has(fact)).reduce((sum, other) => sum + short(other), 0);
  const parts = ofHours.filter(({ name }) => !totals.includes(name)).map(({ name }) => name);
  const inParts = all.filter(({ fact }) => parts.includes(fact)).map(short);
  return short(each) <= Math.max(inBuckets, ...inParts);
}

type Judged<Kept> = { readonly missing?: readonly Kept[] | undefined; readonly findings: readonly Finding[] };

/**
 * What is missing by a stored judgement or ledger: as it was found then. Of a row that was written before this was kept, by
 * the pages of today from its facts.
 */
export function missingOf<Kept extends Missing>(programme: Programme, { missing, findings }: Judged<Kept>): Missing[] {
  return missing === undefined ? missingIn(programme, findings) : [...missing];
}

/** "1.25 hours of ethics and the report form"; empty when nothing is missing. */
export function missingInWords(missing: readonly Missing[]): string {
  const words = missing.map((each) => each.inWords);
  const last = words.at(-1) ?? '';
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${last}` : last;
}

function missingFor(programme: Programme, finding: Finding): Missing[] {
  const rule = rulesIn([...programme.rules, ...programme.eligibility], finding.year).find(
    (each) => each.id === finding.rule,
  );
  if (!rule) return [];
  const { met } = weigh(rule, factsOf(finding), finding.year).clauses;
  return met.filter((each) => each.holds === 'no').flatMap(toMissing(rule, factsOf(finding)));
}

/** What is known only from and to lacks at least what its most lacks. */
function toMissing(rule: Rule, facts: Facts): (weighed: Weighed) => Missing[] {
  return ({ clause, value, required }) => {
    const words = saidOf(rule.vocabulary, clause.fact)?.missing;
    if (!words) return [];
    const about = { rule: rule.id, fact: clause.fact };
    if (clause.kind === 'yes-no') return [{ ...about, amount: null, inWords: words.one }];
    const has = value ?? boundsIn(facts, clause.fact)?.most;
    if (typeof has !== 'number' || typeof required !== 'number') return [];
    // "more than 0" of none lacks one, not none
    const beyond = clause.comparison === 'is more than' && clause.kind === 'count' ? 1 : 0;
    const amount = printValue(clause.kind, Math.abs(required - has) + beyond);
    return [{ ...about, amount, inWords: `${amount} ${amount === '1' ? words.one : words.many}` }];
  };
}

/** Papers and signatures before amounts, and a smaller amount before a larger one. */
function bySize(one: Missing, other: Missing): number {
  const size = ({ amount }: Missing) => (amount === null ? 0 : Number(amount));
  return size(one) - size(other) || (one.inWords < other.inWords ? -1 : 1);
}
