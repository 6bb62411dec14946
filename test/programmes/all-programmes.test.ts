import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FactValue, Finding, Verdict } from '#shared/domain/finding.ts';
import { boundsAsFacts } from '#shared/rules/bounds.ts';
import { checkPages } from '#shared/rules/check-programme.ts';
import { countYear } from '#shared/rules/count-year.ts';
import type { CountedCredit } from '#shared/rules/counting/counted-credit.ts';
import { decide, factsOf } from '#shared/rules/decide.ts';
import { explain } from '#shared/rules/explain.ts';
import type { Facts } from '#shared/rules/facts.ts';
import { judgeYear } from '#shared/rules/judge-year.ts';
import { missingIn } from '#shared/rules/nearest-miss.ts';
import type { Programme, Rule } from '#shared/rules/programme.ts';
import { inOneLine } from '#shared/rules/read-programme.ts';
import { runExample } from '#shared/rules/run-examples.ts';
import type { FactKind } from '#shared/rules/vocabulary.ts';
import { aCountedCredit } from '#test/builders/a-counted-credit.ts';
import { allProgrammes } from '#test/builders/programmes.ts';

const programmes = await allProgrammes();
const rulesOf = (programme: Programme) => [...programme.rules, ...programme.eligibility];

/** Judging again needs only what the finding holds: its facts, its year, its day, and the page with its hash. */
function again(rule: Rule, finding: Finding): Finding {
  expect(finding.ruleSha256).toBe(rule.sha256);
  return decide(rule, factsOf(finding), { year: finding.year, asOf: finding.asOf });
}

describe.each(programmes)('$folder', ({ pages, programme }) => {
  it('has nothing wrong with its pages', () => {
    expect(checkPages(pages).map(inOneLine)).toEqual([]);
  });

  it('says of every rule where it comes from', () => {
    for (const rule of rulesOf(programme)) expect(`${rule.quote}${rule.citation}`).toMatch(/\w{3,}/);
  });

  it('gives every example the verdict of its page, in words without holes', () => {
    for (const rule of rulesOf(programme)) {
      for (const example of rule.examples) {
        const { finding } = runExample(programme, rule, example);
        expect([rule.id, example.because, finding.verdict]).toEqual([rule.id, example.because, example.verdict]);
        expect(finding.why).toMatch(/^[^{}]{3,}$/);
      }
    }
  });

  it('judges every example again from its finding alone, and explains it', () => {
    for (const rule of rulesOf(programme)) {
      for (const example of rule.examples) {
        const { finding } = runExample(programme, rule, example);
        const replayed = again(rule, finding);
        expect(replayed).toEqual(finding);
        expect(explain(rule, finding).steps).toHaveLength(
          rule.applies.length + rule.metWhen.length + rule.waitWhile.length,
        );
      }
    }
  });

  it('gives the same answer again for any facts', () => {
    for (const rule of rulesOf(programme)) {
      fc.assert(
        fc.property(factsFor(rule), fc.integer({ min: 2020, max: 2030 }), (facts, year) => {
          const finding = decide(rule, facts, { year, asOf: `${year}-06-01` });
          expect(again(rule, finding)).toEqual(finding);
        }),
        { numRuns: 25 },
      );
    }
  });

  it('never lets something unknown decide what knowing it could change', () => {
    const decided: Verdict[] = ['met', 'not-met', 'does-not-apply'];
    for (const rule of rulesOf(programme)) {
      fc.assert(
        fc.property(factsFor(rule), fc.nat(), (facts, which) => {
          const names = Object.keys(facts);
          const hidden = names[which % names.length] ?? '';
          const when = { year: 2026, asOf: '2026-06-01' };
          const without = decide(rule, { ...facts, [hidden]: undefined }, when);
          if (decided.includes(without.verdict)) expect(decide(rule, facts, when).verdict).toBe(without.verdict);
        }),
        { numRuns: 25 },
      );
    }
  });

  it('names what is missing for everything that is not met by amounts', () => {
    for (const rule of rulesOf(programme)) {
      for (const example of rule.examples) {
        const { finding } = runExample(programme, rule, example);
        const missing = missingIn(programme, [finding]);
        if (finding.verdict !== 'not-met') expect(missing).toEqual([]);
        for (const each of missing) expect(each.inWords).toMatch(/^[^{}]{3,}$/);
      }
    }
  });

  it('ends nothing by machine: what hurts is proposed, and standing is a person’s', () => {
    const { whoDecides } = programme.conditions;
    expect([whoDecides['status ends'], whoDecides['application refused'], whoDecides.selection]).toEqual(
      Array.from({ length: 3 }, () => 'named person'),
    );
    expect(whoDecides['not met']).not.toBe('machine');
  });
});

describe('one accepted training more', () => {
  const worth: Readonly<Record<Verdict, number>> = { 'does-not-apply': 0, 'not-met': 1, 'cannot-tell': 2, met: 3 };
  const open = programmes.filter(({ programme: { counting } }) =>
    [...counting.exclusions, ...counting.measures.filter((each) => each.limit)].every(() => false),
  );

  it.each(open)('never makes a verdict worse in $folder', ({ programme }) => {
    const topics = programme.counting.measures.flatMap(({ where }) => where.flatMap(({ values }) => values));
    const training = fc.record({
      hours: fc.integer({ min: 1, max: 900 }),
      status: fc.constantFrom('counted' as const, 'undecided' as const),
      topics: fc.subarray(topics, { maxLength: Math.min(2, topics.length) }),
      mode: fc.constantFrom('in person' as const, null),
    });
    fc.assert(
      fc.property(fc.array(training, { maxLength: 8 }), training, (own, added) => {
        const all = [...own, { ...added, status: 'counted' as const }].map((each, at) =>
          aCountedCredit({ ...each, title: `training ${at}`, completedOn: '2025-08-01' }),
        );
        const before = yearOf(programme, all.slice(0, -1));
        const after = yearOf(programme, all);
        for (const [at, { verdict }] of before.entries()) {
          expect(worth[after[at]?.verdict ?? 'not-met']).toBeGreaterThanOrEqual(worth[verdict]);
        }
        expect(yearOf(programme, all.toReversed()).map((each) => each.verdict)).toEqual(
          after.map((each) => each.verdict),
        );
      }),
      { numRuns: 40 },
    );
  });

  /** A regular period of the first credential in which everything else is in. */
  function yearOf(programme: Programme, trainings: readonly CountedCredit[]): Finding[] {
    const facts: Facts = {
      credential: programme.credentials[0]?.word,
      'first training day': '2019-01-15',
      'certification day': '2021-10-15',
      'documents in review': 0,
      'report day': '2025-10-01',
    };
    const year = 2025;
    return judgeYear(
      programme,
      { ...facts, ...countYear(programme, trainings, facts, year) },
      { year, asOf: '2025-10-01' },
    );
  }
});

/** Facts that a rule asks, at random: known, unknown, or known only from and to. */
function factsFor(rule: Rule): fc.Arbitrary<Facts> {
  const clauses = [...rule.applies, ...rule.metWhen, ...rule.waitWhile];
  const kinds = new Map(clauses.map((clause) => [clause.fact, clause.kind]));
  for (const { operand, kind } of clauses) if (operand.is === 'fact') kinds.set(operand.name, kind);
  const words = clauses.flatMap(({ operand }) =>
    operand.is === 'list' ? [...operand.values] : operand.is === 'value' ? [String(operand.value)] : [],
  );
  const each = [...kinds].map(([name, kind]) => factFor(name, kind, [...words, 'something else']));
  return fc.tuple(...each).map((all) => Object.assign({}, ...all));
}

function factFor(name: string, kind: FactKind, words: readonly string[]): fc.Arbitrary<Facts> {
  const known = (value: FactValue): Facts => ({ [name]: value });
  const unknown = fc.constant<Facts>({});
  switch (kind) {
    case 'hours':
    case 'count': {
      const amount = fc.integer({ min: 0, max: kind === 'hours' ? 4_000 : 60 });
      const between = fc
        .tuple(amount, amount)
        .map(([a, b]) => boundsAsFacts(name, { least: Math.min(a, b), most: Math.max(a, b) }));
      return fc.oneof(amount.map(known), between, unknown);
    }
    case 'year':
      return fc.oneof(fc.integer({ min: 2020, max: 2030 }).map(known), unknown);
    case 'day':
      return fc.oneof(fc.constantFrom('2025-12-31', '2026-01-01', '2026-06-01', '2026-12-31').map(known), unknown);
    case 'word':
      return fc.oneof(fc.constantFrom(...words).map(known), unknown);
    case 'yes-no':
      return fc.oneof(fc.boolean().map(known), unknown);
  }
}
