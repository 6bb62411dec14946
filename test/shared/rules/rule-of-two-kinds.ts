import type { Rule } from '#shared/rules/programme.ts';
import { readRule } from '#shared/rules/read-rule.ts';

export const byProposal = 'proposed by the machine, decided by a person';
export const byMachine = 'decided by the machine';
export const byPerson = 'decided by a person only';

const allWords = `- met: All of {counted hours} counts.
- met (counted hours): Hours are enough.
- not met: {short by} short of {needed hours}.
- not met (attestation signed): Sign first.
- cannot tell: We look for {missing}.
- cannot tell (hours in review): Somebody looks at {hours in review} hours.
- does not apply: Nothing to do.`;

/** A page of a made-up rule book that knows hours of two kinds; what varies is who decides and what is said. */
export function ruleWhere(notMetIs: string, words = allWords): Rule {
  const page = `# Enough of two kinds

> So many of each.
> — A made-up rule book, page 3

\`\`\`rule
id:         XX-CE-02
severity:   A
applies:    credential is ABC
met when:   attestation signed is yes
met when:   counted hours is at least needed hours
met when:   ethics hours is at least 2
met when:   core hours is at least needed core hours
wait while: documents in review is more than 0
wait while: hours in review is more than 0
not met is: ${notMetIs}
\`\`\`

## Needed hours

| from | needed hours | source |
| ---- | ------------ | ------ |
| 2024 | 10           | page 3 |
| 2026 | 12           | page 4 |

## Needed core hours

| from | needed core hours | source |
| ---- | ----------------- | ------ |
| 2024 | 3                 | page 3 |
| 2026 | 4                 | page 4 |

## What we tell the person

${words}

## Examples

| because | credential | report year | verdict        |
| ------- | ---------- | ----------- | -------------- |
| another | DEF        | 2026        | does not apply |
`;
  const { rule, problems } = readRule('a/b.rule.md', page, 'America/New_York');
  if (!rule) throw new Error(problems.map((each) => each.says).join('\n'));
  return rule;
}
