import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { z } from 'zod';
import type { Verdict } from '#shared/domain/finding.ts';
import type { Facts } from '#shared/rules/facts.ts';
import { completeFacts, judgeYear } from '#shared/rules/judge-year.ts';
import type { Clause, Comparison, Programme, Rule } from '#shared/rules/programme.ts';
import { amountFor } from '#shared/rules/weigh-clause.ts';
import { programmeNamed } from '#test/builders/programmes.ts';

/**
 * How many full person-years a second the rules judge, beside json-rules-engine on the same rules and facts, in one run:
 * `npm run bench -- --package FOLDER`, where FOLDER is an installed json-rules-engine (it is no package of ours). Both must come to
 * the same verdict on every rule: it has three rules for each page (applies, met, waits), since it knows no verdict but yes. It is
 * given the facts that follow from the pages; ours works those out, and writes whole findings with sources and sentences.
 */
const { values } = parseArgs({
  options: {
    package: { type: 'string' },
    programme: { type: 'string', default: 'louisiana-rpss' },
    years: { type: 'string', default: '2000' },
  },
});
if (values.package === undefined) throw new Error('say where the package is installed: --package FOLDER');

type Engine = {
  addOperator(name: string, holds: (value: unknown, required: unknown) => boolean): void;
  addRule(rule: object): unknown;
  run(facts: object): Promise<{ events: readonly { type: string }[] }>;
};
type EngineClass = new (rules: object[], options: object) => Engine;
const packageSchema = z.object({ Engine: z.custom<EngineClass>((value) => typeof value === 'function') });
const { Engine } = packageSchema.parse(createRequire(import.meta.url)(resolve(values.package)));

type Value = number | string | boolean;
const isBeside = (check: (value: Value, required: Value) => boolean) => (value: unknown, required: unknown) =>
  isValue(value) && isValue(required) && check(value, required);
const isValue = (value: unknown): value is Value => ['number', 'string', 'boolean'].includes(typeof value);
const operators: Readonly<Record<Comparison, (value: unknown, required: unknown) => boolean>> = {
  is: isBeside((value, required) => value === required),
  'is not': isBeside((value, required) => value !== required),
  'is at least': isBeside((value, required) => value >= required),
  'is on or after': isBeside((value, required) => value >= required),
  'is at most': isBeside((value, required) => value <= required),
  'is on or before': isBeside((value, required) => value <= required),
  'is more than': isBeside((value, required) => value > required),
  'is after': isBeside((value, required) => value > required),
  'is before': isBeside((value, required) => value < required),
  'is one of': (value, required) => Array.isArray(required) && required.includes(value),
};

const year = 2026;
const when = { year, asOf: '2026-12-06' };

function conditionOf({ fact, comparison, operand }: Clause, rule: Rule): object {
  const required = () => {
    if (operand.is === 'fact') return { fact: operand.name };
    if (operand.is === 'list') return operand.values;
    if (operand.is === 'value') return operand.value;
    const amount = rule.amounts.find(({ name }) => name === operand.name);
    return amount ? amountFor(amount, year)?.value : undefined;
  };
  return { fact, operator: comparison, value: required() };
}

function otherEngine({ rules }: Programme): Engine {
  const engine = new Engine([], { allowUndefinedFacts: true });
  for (const [name, holds] of Object.entries(operators)) engine.addOperator(name, holds);
  for (const rule of rules) {
    const conditions = (clauses: readonly Clause[]) => clauses.map((clause) => conditionOf(clause, rule));
    engine.addRule({ conditions: { all: conditions(rule.applies) }, event: { type: `${rule.id} applies` } });
    engine.addRule({ conditions: { all: conditions(rule.metWhen) }, event: { type: `${rule.id} met` } });
    if (rule.waitWhile.length === 0) continue;
    engine.addRule({ conditions: { any: conditions(rule.waitWhile) }, event: { type: `${rule.id} waits` } });
  }
  return engine;
}

/** The four verdicts from the three events of each rule. */
function verdictFrom({ id, notMetIs }: Rule, events: ReadonlySet<string>): Verdict {
  if (!events.has(`${id} applies`)) return 'does-not-apply';
  if (events.has(`${id} met`)) return 'met';
  return events.has(`${id} waits`) || notMetIs === 'person-only' ? 'cannot-tell' : 'not-met';
}

/** People who differ in what is short, late and open; the same ones each time. */
function factsOf(person: number): Facts {
  const hours = (most: number) => ((person * 7_919) % (most / 25)) * 25;
  const [ethics, core] = [hours(600), hours(1_200)];
  return {
    credential: person % 17 === 0 ? 'XYZ' : 'RPSS',
    'training year': 2015 + (person % 12),
    'counted hours': ethics + core,
    'ethics hours': ethics,
    'core hours': core,
    'hours in review': person % 5 === 0 ? 200 : 0,
    'documents in review': person % 11 === 0 ? 1 : 0,
    'report form received': person % 13 !== 0,
    'attestation signed': person % 7 !== 0,
    'report day': person % 3 === 0 ? '2027-01-02' : '2026-12-06',
    'mail dated': '2026-12-06',
    'reported by e-mail': true,
    'trainings reported': 1 + (person % 6),
    'trainings without certificate': person % 4 === 0 ? 1 : 0,
    'trainings without guidance form': person % 9 === 0 ? 1 : 0,
    'named excluded trainings': person % 19 === 0 ? 1 : 0,
    'possible mandatory trainings': 0,
    'clinical trainings': 0,
    'trainings with unclear topic': 0,
    'trainings outside the year': 0,
  };
}

const programme = await programmeNamed(values.programme);
const people = Array.from({ length: Number(values.years) }, (_, person) => factsOf(person));
const told = people.map((facts) => ({ ...completeFacts(programme, facts, when) }));
const engine = otherEngine(programme);

function ours(): string[] {
  return people.map((facts) =>
    judgeYear(programme, facts, when)
      .map(({ verdict }) => verdict)
      .join(),
  );
}

async function theirs(): Promise<string[]> {
  const all: string[] = [];
  for (const facts of told) {
    const { events } = await engine.run(facts);
    const types = new Set(events.map(({ type }) => type));
    all.push(programme.rules.map((rule) => verdictFrom(rule, types)).join());
  }
  return all;
}

setFlagsFromString('--expose-gc');
const collect = z.custom<() => void>((value) => typeof value === 'function').parse(runInNewContext('gc'));

/** Processor time, since other work on the machine is nobody's; neither pays for what the other left lying. */
async function perSecond(judge: () => string[] | Promise<string[]>): Promise<number> {
  collect();
  const before = process.cpuUsage();
  await judge();
  const { user, system } = process.cpuUsage(before);
  return people.length / ((user + system) / 1e6);
}

const [one, other] = [ours(), await theirs()];
const differing = one.filter((verdicts, at) => verdicts !== other[at]).length;
if (differing > 0) throw new Error(`${differing} of ${people.length} person-years come out differently`);
console.log(
  `${people.length} person-years, ${programme.rules.length} rules: the same verdicts from both in all of them.`,
);
const rounds: { ours: number; theirs: number }[] = [];
for (let round = 0; round < 5; round += 1)
  rounds.push({ ours: await perSecond(ours), theirs: await perSecond(theirs) });
const middle = (all: number[]) => all.sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
const [fast, slow] = [middle(rounds.map((each) => each.ours)), middle(rounds.map((each) => each.theirs))];
console.log(
  `person-years a second of processor time, middle of five rounds: ours ${Math.round(fast)}, json-rules-engine ${Math.round(slow)}`,
);
const ratios = rounds.map((each) => each.ours / each.theirs).map((ratio) => ratio.toFixed(1));
console.log(`ratio ${(fast / slow).toFixed(1)} (rounds: ${ratios.join(', ')})`);
