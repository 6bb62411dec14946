import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readProgrammePages } from '#shared/adapters/local/folder-programme.ts';
import type { Finding, Verdict } from '#shared/domain/finding.ts';
import { checkPages } from '#shared/rules/check-programme.ts';
import { combine } from '#shared/rules/combine.ts';
import { decide, factsOf } from '#shared/rules/decide.ts';
import { explain } from '#shared/rules/explain.ts';
import type { Facts } from '#shared/rules/facts.ts';
import { completeFacts, judgeYear, minimumOf } from '#shared/rules/judge-year.ts';
import { credentialOf, type Rule } from '#shared/rules/programme.ts';
import { inOneLine, readProgramme } from '#shared/rules/read-programme.ts';
import { runExample } from '#shared/rules/run-examples.ts';

const folder = join(import.meta.dirname, '..', '..', 'shared', 'rules', 'programmes', 'louisiana-rpss');
const pages = await readProgrammePages(folder);
const programme = readProgramme(pages);

const complete: Facts = {
  credential: 'RPSS',
  'training year': 2020,
  'counted hours': 1000,
  'ethics hours': 300,
  'core hours': 700,
  'hours in review': 0,
  'documents in review': 0,
  'report form received': true,
  'attestation signed': true,
  'report day': '2026-12-06',
  'mail dated': '2026-12-06',
  'reported by e-mail': true,
  'trainings reported': 3,
  'trainings without certificate': 0,
  'trainings without guidance form': 0,
  'named excluded trainings': 0,
  'possible mandatory trainings': 0,
  'clinical trainings': 0,
  'trainings with unclear topic': 0,
  'trainings outside the year': 0,
};
const when = { year: 2026, asOf: '2026-12-06T18:25:55Z' };

function ruleOf(id: string): Rule {
  const rule = programme.rules.find((each) => each.id === id);
  if (!rule) throw new Error(`no rule ${id}`);
  return rule;
}

function findingOf(id: string, facts: Facts): Finding {
  return decide(ruleOf(id), completeFacts(programme, facts, when), when);
}

describe('every example of every rule page holds', () => {
  for (const rule of programme.rules) {
    for (const example of rule.examples) {
      it(`${rule.id}: ${example.because}`, () => {
        const { finding } = runExample(programme, rule, example);

        expect(finding.verdict).toBe(example.verdict);
        expect(finding.why).not.toBe('');
        expect(finding.why).not.toMatch(/[{}]/);
      });
    }
  }
});

describe('the pages of the programme', () => {
  it('have nothing wrong with them', () => {
    expect(checkPages(pages).map(inOneLine)).toEqual([]);
  });

  it('hold all fourteen rules of continuing education', () => {
    const ids = Array.from({ length: 14 }, (_, place) => `LA-CE-${String(place + 1).padStart(2, '0')}`);

    expect(programme.rules.map((rule) => rule.id)).toEqual(ids);
  });

  it('know a credential however it is written, and not that of another body', () => {
    expect(credentialOf(programme, 'certified peer support specialist')).toBe('RPSS');
    expect(credentialOf(programme, 'rfpss')).toBe('RFPSS');
    expect(credentialOf(programme, 'CPRSS')).toBeNull();
  });

  it('say how many ethics hours are needed, by year, and nothing about years before the first', () => {
    expect(minimumOf(programme, 'ethics hours', 2026)).toBe(300);
    expect(minimumOf(programme, 'ethics hours', 2019)).toBeUndefined();
    expect(judgeYear(programme, complete, { ...when, year: 2023 })[1]?.verdict).toBe('cannot-tell');
  });
});

describe('a year as a whole', () => {
  it('is met when everything is in', () => {
    const findings = judgeYear(programme, complete, when);

    expect(findings.map((finding) => finding.verdict)).toEqual(Array.from({ length: 14 }, () => 'met'));
    expect(combine(findings, completeFacts(programme, complete, when)).standing).toBe('met');
  });

  it('names the smallest missing step: a quarter of an hour of ethics', () => {
    const facts = { ...complete, 'ethics hours': 275, 'counted hours': 975 };

    const summary = combine(judgeYear(programme, facts, when), completeFacts(programme, facts, when));

    expect(summary.standing).toBe('in-progress');
    expect(summary.nearestMiss).toContain('0.25');
    expect(summary.stillNeeded.map((each) => [each.rule, each.shortBy])).toEqual([
      ['LA-CE-01', '0.25'],
      ['LA-CE-02', '0.25'],
    ]);
  });

  it('has nothing due in the year of the first training', () => {
    const facts = { ...complete, 'training year': 2026 };

    expect(combine(judgeYear(programme, facts, when), completeFacts(programme, facts, when)).standing).toBe(
      'not-yet-due',
    );
  });

  it('is in review while a paper is unread, and never "inactive" after the deadline', () => {
    const unread = { ...complete, 'counted hours': 500, 'documents in review': 1 };
    const late = { year: 2026, asOf: '2027-01-03' };
    const missing = { ...complete, 'report form received': false, 'report day': undefined };

    expect(combine(judgeYear(programme, unread, when), completeFacts(programme, unread, when)).standing).toBe(
      'in-review',
    );
    expect(combine(judgeYear(programme, missing, late), completeFacts(programme, missing, late)).standing).toBe(
      'past-deadline-unresolved',
    );
  });

  it('asks for the signature when only that is missing', () => {
    const facts = { ...complete, 'attestation signed': false };

    const summary = combine(judgeYear(programme, facts, when), completeFacts(programme, facts, when));

    expect(summary.standing).toBe('documents-incomplete');
    expect(summary.nearestMiss).toContain('sign');
  });

  it('has received nothing when there is no form and no hour', () => {
    const facts = { ...complete, 'report form received': false, 'counted hours': 0, 'report day': undefined };

    expect(combine(judgeYear(programme, facts, when), completeFacts(programme, facts, when)).standing).toBe(
      'nothing-received',
    );
  });
});

describe('what holds for all numbers', () => {
  const hours = fc.integer({ min: 0, max: 4_000 });
  const amounts = fc.record({
    'counted hours': hours,
    'ethics hours': hours,
    'core hours': hours,
    'hours in review': hours,
    'documents in review': fc.integer({ min: 0, max: 3 }),
  });

  it('more counted hours never turn "met" into anything else', () => {
    fc.assert(
      fc.property(
        amounts,
        hours,
        fc.constantFrom('counted hours', 'ethics hours', 'core hours'),
        (facts, more, which) => {
          const before = judgeYear(programme, { ...complete, ...facts }, when);
          const after = judgeYear(programme, { ...complete, ...facts, [which]: facts[which] + more }, when);
          for (const [place, finding] of before.entries()) {
            if (finding.verdict === 'met') expect(after[place]?.verdict).toBe('met');
          }
        },
      ),
    );
  });

  it('a fact that is not known never leads to a verdict that some value of it would change', () => {
    const names = Object.keys(complete);
    const decided: Verdict[] = ['met', 'not-met', 'does-not-apply'];
    fc.assert(
      fc.property(amounts, fc.constantFrom(...names), fc.constantFrom(...programme.rules), (facts, unknown, rule) => {
        const known: Facts = completeFacts(programme, { ...complete, ...facts }, when);
        const without = decide(rule, { ...known, [unknown]: undefined }, when);
        if (decided.includes(without.verdict)) expect(decide(rule, known, when).verdict).toBe(without.verdict);
      }),
    );
  });

  it('while hours or papers are open nobody is told that hours are short', () => {
    fc.assert(
      fc.property(amounts, (facts) => {
        const findings = judgeYear(programme, { ...complete, ...facts }, when).slice(0, 3);
        const isOpen = facts['hours in review'] > 0 || facts['documents in review'] > 0;
        if (isOpen) expect(findings.map((finding) => finding.verdict)).not.toContain('not-met');
      }),
    );
  });

  it('judging again from the stored facts gives the same finding, and its explanation agrees', () => {
    fc.assert(
      fc.property(amounts, (facts) => {
        for (const finding of judgeYear(programme, { ...complete, ...facts }, when)) {
          const rule = ruleOf(finding.rule);
          expect(decide(rule, factsOf(finding), when).verdict).toBe(finding.verdict);
          expect(explain(rule, finding).steps.every((step) => step.found !== 'not known')).toBe(true);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('an extra ethics hour never makes the core hours met by itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 699 }), hours, (core, ethics) => {
        const finding = findingOf('LA-CE-03', { ...complete, 'core hours': core, 'ethics hours': ethics });
        expect(finding.verdict).toBe(core + Math.max(0, ethics - 300) >= 700 ? 'cannot-tell' : 'not-met');
      }),
    );
  });

  it('only a person ends what hurts: what is short, late or excluded is proposed', () => {
    fc.assert(
      fc.property(amounts, (facts) => {
        for (const finding of judgeYear(programme, { ...complete, ...facts }, when)) {
          if (finding.verdict === 'not-met') expect(finding.decidedBy).toBe('person');
        }
      }),
    );
  });
});
