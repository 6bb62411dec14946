import { checkPages } from '#shared/rules/check-programme.ts';
import type { Programme } from '#shared/rules/programme.ts';
import { inOneLine, type Pages, readProgramme } from '#shared/rules/read-programme.ts';

const front = `# A made-up programme

## Settings

| setting          | value            | source |
| ---------------- | ---------------- | ------ |
| id               | made-up          | ours   |
| owner            | the made-up desk | ours   |
| reference prefix | XX               | ours   |
| time zone        | America/New_York | ours   |
| inbox            | not published    | ours   |
| rules since      | 2024             | ours   |

## Credentials

| word | meaning        | also written | basis | applied for by |
| ---- | -------------- | ------------ | ----- | -------------- |
| ABC  | A Peer         | AB;  A B C;  | law   |                |
| DEF  | A Family Peer  |              | law   |                |

## Other credentials

| word | meaning       |
| ---- | ------------- |
| GHI  | A Counsellor  |
`;

const period = `# The year

## From 2024

| setting       | value         | source |
| ------------- | ------------- | ------ |
| a period is   | calendar year | ours   |
| length        | 12 months     | ours   |
| ends on       | December 31   | ours   |
| counted from  | not published | ours   |
| first period  | not published | ours   |
| sub-periods   | none          | ours   |
| window opens  | not published | ours   |
| due           | not published | ours   |
| window closes | not published | ours   |

## When a report is late

Not published.

## Hours left over

| setting         | value         | source |
| --------------- | ------------- | ------ |
| hours left over | lost          | ours   |
| at most         | not published | ours   |
| kept for        | not published | ours   |
| missed hours    | not published | ours   |

## Waivers

Not published.
`;

const credits = `# What counts

## Settings

| setting                          | value             | source |
| -------------------------------- | ----------------- | ------ |
| minutes in an hour               | 60                | ours   |
| rounding                         | none              | ours   |
| a training in two topics         | counts in each    | ours   |
| same training again in a period  | not counted twice | ours   |
| one training for two credentials | shared            | ours   |
| approval                         | none              | ours   |

## Units

None.

## Measures

| measure      | counts | where | in words            |
| ------------ | ------ | ----- | ------------------- |
| hours in all | hours  | any   | your hours in total |

## Not counted

None.

## Providers

None.

## Evidence

None.
`;

const conditions = `# Who decides

## What only people know

None.

## Signed statements

None.

## Ways to send

None.

## Audit

| setting          | value         | source |
| ---------------- | ------------- | ------ |
| papers asked for | not published | ours   |
| share            | not published | ours   |
| exempt           | not published | ours   |
| keep papers for  | not published | ours   |

## Who decides

| outcome             | decided by       | source |
| ------------------- | ---------------- | ------ |
| met                 | machine          | ours   |
| asked to complete   | machine          | ours   |
| not met             | machine proposes | ours   |
| status ends         | named person     | ours   |
| application refused | named person     | ours   |
| selection           | named person     | ours   |
`;

const rule = `# At least 10 hours

> Ten hours are needed.
> — The made-up law, page 1

\`\`\`rule
id:         XX-CE-01
severity:   R
applies if: credential is one of ABC, DEF
applies if: report year is at least 2024
met when:   hours in all is at least needed hours
wait while: hours in review is more than 0
not met is: proposed by the machine, decided by a person
\`\`\`

## Needed hours

| from | needed hours | source |
| ---- | ------------ | ------ |
| 2024 | 10           | page 1 |
| 2026 | 12.5         | page 2 |

## What we tell the person

- met: You have {hours in all} of {needed hours}.
- not met: You are {short by} short.
- cannot tell: We still need {missing}.
- does not apply: Nothing is due.

## Examples

| because             | credential | report year | hours in all | hours in review | verdict        |
| ------------------- | ---------- | ----------- | ------------ | --------------- | -------------- |
| exactly enough      | ABC        | 2024        | 10           | 0               | met            |
| a quarter too few   | DEF        | 2024        | 9.75         | 0               | not met        |
| a paper is read     | ABC        | 2025        | 9.75         | 0.25            | cannot tell    |
| before there were rules | ABC    | 2023        | 0            | 0               | does not apply |
| nobody of ours      | GHI        | 2025        | 0            | 0               | does not apply |
`;

export const smallRule = 'continuing-education/hours.rule.md';

/** The pages of a programme that is as small as one can be, and in which nothing is wrong. */
export const smallPages: Pages = {
  'programme.md': front,
  'period.md': period,
  'credits.md': credits,
  'conditions.md': conditions,
  [smallRule]: rule,
};

/** One page written otherwise. */
export type Edit = readonly [page: string, from: string | RegExp, to: string];

export function editedPages(...edits: readonly Edit[]): Pages {
  const pages: Record<string, string> = { ...smallPages };
  for (const [page, from, to] of edits) {
    const before = pages[page] ?? '';
    const after = before.replace(from, to);
    if (after === before) throw new Error(`nothing to replace in ${page}: ${from}`);
    pages[page] = after;
  }
  return pages;
}

/** Everything that the check says about the small programme with these edits, a problem a line. */
export const checkSays = (...edits: readonly Edit[]): string[] => checkPages(editedPages(...edits)).map(inOneLine);

export const smallProgramme = (...edits: readonly Edit[]): Programme => readProgramme(editedPages(...edits));
