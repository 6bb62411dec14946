import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { completeFacts, judgeYear } from '#shared/rules/judge-year.ts';
import { rulesIn } from '#shared/rules/programme.ts';
import { otherEngine } from '#test/bench/other-engine.ts';
import { factsOfPerson } from '#test/bench/people.ts';
import { programmeNamed } from '#test/builders/programmes.ts';
import { type Asked, type Row, rounded, row } from './row.ts';
import { sideBySide } from './side-by-side.ts';

const installed = join(import.meta.dirname, '../../../dist/bench/node_modules/json-rules-engine');

/** Full person-years, the same findings from both to the letter: see `beside-json-rules-engine.ts` for the long form. */
export async function rulesSection(asked: Asked): Promise<Row[]> {
  const programme = await programmeNamed('louisiana-rpss');
  const when = { year: 2026, asOf: '2026-12-06' };
  const people = Array.from({ length: 500 }, (_, person) => factsOfPerson(person));
  const ours = () => {
    for (const facts of people) judgeYear(programme, facts, when);
  };
  const alone = { id: 'rules.person-year', what: 'rules: full person-years, findings and all' };
  const package_ = process.env.JSON_RULES_ENGINE ?? installed;
  asked.tell('rules: person-years');
  if (!existsSync(package_)) {
    const { oursPerSecond } = await sideBySide(asked, people.length, { ours, peers: ours });
    const peer = { name: 'json-rules-engine: not installed here', value: null, unit: '' };
    return [row({ ...alone, ours: { value: rounded(oursPerSecond, 0), unit: 'a second' }, peer })];
  }
  const engine = otherEngine(package_, rulesIn(programme.rules, when.year), when);
  const theirsOf = async (facts: (typeof people)[number]) => {
    const complete = completeFacts(programme, facts, when);
    return engine.findings(await engine.run(engine.factsFor(complete)), complete);
  };
  for (const facts of people)
    if (JSON.stringify(judgeYear(programme, facts, when)) !== JSON.stringify(await theirsOf(facts)))
      throw new Error(`it comes out differently for ${JSON.stringify(facts)}`);
  const { ratio, oursPerSecond, peersPerSecond } = await sideBySide(asked, people.length, {
    ours,
    async peers() {
      for (const facts of people) await theirsOf(facts);
    },
  });
  const unit = 'a second';
  return [
    row({
      ...{ ...alone, ratio, ours: { value: rounded(oursPerSecond, 0), unit } },
      peer: { name: 'json-rules-engine', value: rounded(peersPerSecond, 0), unit },
    }),
  ];
}
