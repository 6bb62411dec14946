import { parseArgs } from 'node:util';
import type { Finding } from '#shared/domain/finding.ts';
import type { Facts } from '#shared/rules/facts.ts';
import { completeFacts, judgeYear } from '#shared/rules/judge-year.ts';
import { rulesIn } from '#shared/rules/programme.ts';
import { programmeNamed } from '#test/builders/programmes.ts';
import { otherEngine } from './other-engine.ts';
import { factsOfPerson } from './people.ts';
import { inRounds, middle, timesAsQuick, type Way } from './rounds.ts';

/**
 * How many full person-years a second the rules judge, beside json-rules-engine on the same rules and facts, in one run:
 * `npm run bench:rules -- --package FOLDER`, where FOLDER is an installed json-rules-engine (it is no package of ours). A full
 * person-year begins with what the papers of one person say and ends with all findings: verdict, sentence, source, what is
 * missing, facts used. Both must write the same findings to the letter. Only the weighing of the clauses is json-rules-engine's;
 * for what it does not do, what follows from the pages and the writing of a finding, it is lent our code. Beside that stands what
 * it costs by itself: its facts worked out beforehand, and nothing made of its results.
 */
const { values } = parseArgs({
  options: {
    package: { type: 'string' },
    programme: { type: 'string', default: 'louisiana-rpss' },
    years: { type: 'string', default: '1000' },
    rounds: { type: 'string', default: '9' },
  },
});
if (values.package === undefined) throw new Error('say where the package is installed: --package FOLDER');

const when = { year: 2026, asOf: '2026-12-06' };
const programme = await programmeNamed(values.programme);
const rules = rulesIn(programme.rules, when.year);
const engine = otherEngine(values.package, rules, when);
const people = Array.from({ length: Number(values.years) }, (_, person) => factsOfPerson(person));
const prepared = people.map((facts) => engine.factsFor(completeFacts(programme, facts, when)));

const ours = (facts: Facts): Finding[] => judgeYear(programme, facts, when);

async function theirs(facts: Facts): Promise<Finding[]> {
  const complete = completeFacts(programme, facts, when);
  return engine.findings(await engine.run(engine.factsFor(complete)), complete);
}

const findings: Finding[] = [];
for (const facts of people) {
  const [one, other] = [ours(facts), await theirs(facts)];
  if (JSON.stringify(one) !== JSON.stringify(other))
    throw new Error(`it comes out differently for ${JSON.stringify(facts)}`);
  findings.push(...one);
}
const verdicts = Map.groupBy(findings, ({ verdict }) => verdict);
console.log(
  `${people.length} person-years, ${rules.length} rules: the same findings from both to the letter`,
  `(${[...verdicts].map(([verdict, { length }]) => `${length} ${verdict}`).join(', ')}).`,
);

/** One person after the other, and nothing kept: what is kept would cost each of them the same again in clearing up. */
const oneByOne = async <Given>(all: readonly Given[], judge: (given: Given) => unknown) => {
  for (const given of all) await judge(given);
};
const us: Way = { judge: () => oneByOne(people, ours), speeds: [] };
const them: Way = { judge: () => oneByOne(people, theirs), speeds: [] };
const alone: Way = { judge: () => oneByOne(prepared, engine.run), speeds: [] };

await inRounds(Number(values.rounds), people.length, [us, them, alone]);
const speed = (way: Way) => `${Math.round(middle(way.speeds))} a second`;
console.log(`person-years by processor time, middle of ${values.rounds} rounds: ours ${speed(us)}, json-rules-engine`);
console.log(`${speed(them)} for the same findings, ${speed(alone)} without facts and findings`);
console.log(`full person-years: ${timesAsQuick(us, them)} times as many`);
console.log(`our full ones beside its bare runs: ${timesAsQuick(us, alone)} times as many`);
