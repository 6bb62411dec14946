import { describe, expect, it } from 'vitest';
import { decide } from '#shared/rules/decide.ts';
import { readRule } from '#shared/rules/read-rule.ts';

const page = `# At least 2 hours of something

> Two hours are needed.
> — A made-up rule book, page 1

\`\`\`rule
id:         XX-CE-01
severity:   A
applies:    credential is one of ABC, DEF
met when:   ethics hours is at least needed hours
wait while: hours in review is more than 0
not met is: proposed by the machine, decided by a person
\`\`\`

## Needed hours

| from | needed hours | source |
| ---- | ------------ | ------ |
| 2024 | 2            | page 1 |
| 2026 | 2.5          | page 2 |

## What we tell the person

- met: You have {ethics hours} of {needed hours}.
- not met: You are {short by} short for {report year}.
- cannot tell: We are still checking {missing}.
- does not apply: Nothing to do.

## Examples

| because | credential | report year | ethics hours | hours in review | verdict |
| ------- | ---------- | ----------- | ------------ | --------------- | ------- |
| enough  | ABC        | 2026        | 2.5          | 0               | met     |
`;

const zone = 'America/New_York';
const problemsOf = (text: string) =>
  readRule('a/b.rule.md', text, zone).problems.map((each) => `${each.line}: ${each.says}`);
const changed = (from: string, to: string) => problemsOf(page.replace(from, to));

describe('a rule page', () => {
  it('is read with its source, its amounts and its examples', () => {
    const { rule, problems } = readRule('a/b.rule.md', page, zone);

    expect(problems).toEqual([]);
    expect(rule).toMatchObject({
      id: 'XX-CE-01',
      quote: 'Two hours are needed.',
      citation: 'A made-up rule book, page 1',
      notMetIs: 'proposed',
      amounts: [{ name: 'needed hours', kind: 'hours', dated: [{ value: 200 }, { value: 250 }] }],
    });
    expect(rule?.examples[0]?.facts['ethics hours']).toBe(250);
    expect(rule?.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('says which line names a fact that does not exist, and which was meant', () => {
    expect(changed('ethics hours is at least', 'ethic hours is at least')).toEqual([
      '10: there is no fact "ethic hours". Did you mean "ethics hours"? All facts are in shared/rules/facts.ts.',
    ]);
  });

  it('says which comparisons a fact allows', () => {
    const [says] = changed('ethics hours is at least', 'ethics hours is before');

    expect(says).toBe(
      '10: "ethics hours" cannot be asked with "is before". Write one of: is, is not, is at least, is at most, is more than.',
    );
  });

  it('says what to write when there is no comparison at all', () => {
    expect(changed('ethics hours is at least', 'ethics hours exceeds')[0]).toContain(
      'after "ethics hours" write one of',
    );
  });

  it('says what may stand on the right side', () => {
    expect(changed('is at least needed hours', 'is at least plenty')[0]).toBe(
      '10: "plenty" does not fit "ethics hours". Write hours such as 3 or 2.75, another fact of that kind, or "needed hours".',
    );
  });

  it('does not compare hours with a day or a count', () => {
    expect(changed('is at least needed hours', 'is at least report day')).toHaveLength(1);
    expect(changed('is at least needed hours', 'is at least documents in review')).toHaveLength(1);
    expect(changed('is at least needed hours', 'is at least core hours')).toEqual([]);
  });

  it('refuses an amount that is not exact, has no source or no year', () => {
    expect(changed('| 2026 | 2.5          | page 2 |', '| 2026 | 2.333        | page 2 |')[0]).toContain(
      'write an exact amount',
    );
    expect(changed('| 2026 | 2.5          | page 2 |', '| 2026 | 2.5          |        |')[0]).toContain('"source"');
    expect(changed('| 2026 | 2.5          | page 2 |', '| soon | 2.5          | page 2 |')[0]).toContain('"from"');
  });

  it('refuses words with a hole that nothing fills', () => {
    expect(changed('{short by}', '{shortness}')[0]).toContain('nothing can fill {shortness}');
    expect(changed('- met: You', '- fulfilled: You')[0]).toContain('begin with one of: met, not met');
    expect(changed('- met: You', '- met (weather): You')[0]).toContain('there is no fact "weather"');
  });

  it('refuses examples that cannot be run', () => {
    expect(
      changed('| 2.5          | 0               | met     |', '| two          | 0               | met     |')[0],
    ).toContain('does not fit "ethics hours"');
    expect(changed('| 0               | met     |', '| 0               | fine    |')[0]).toContain(
      'the verdict is one of',
    );
    expect(changed('| because | credential |', '| because | title      |')[0]).toContain('there is no fact "title"');
    expect(problemsOf(page.slice(0, page.indexOf('## Examples')))[0]).toContain('## Examples');
  });

  it('says which lines of the block are missing or not known', () => {
    expect(changed('severity:   A', 'severity:   Z')[0]).toContain('write "severity:"');
    expect(changed('not met is: proposed by the machine, decided by a person', 'not met is: nobody')[0]).toContain(
      'not met is:',
    );
    expect(changed('wait while:', 'wait until:')[0]).toBe(
      '11: "wait until" is not a line of a rule. Did you mean "wait while"?',
    );
    expect(changed('id:         XX-CE-01', 'id:')[0]).toContain('write something after "id:"');
    expect(problemsOf('# Nothing').join()).toContain('add a block');
  });
});

describe('a rule held against facts', () => {
  const { rule } = readRule('a/b.rule.md', page, zone);
  if (!rule) throw new Error('the page above must be readable');
  const at = (year: number, facts: Record<string, boolean | number | string>) =>
    decide(
      rule,
      { credential: 'ABC', 'hours in review': 0, 'report year': year, ...facts },
      { year, asOf: `${year}-12-31` },
    );

  it('is judged by the amount of its own year', () => {
    expect(at(2025, { 'ethics hours': 200 })).toMatchObject({ verdict: 'met', value: '2', required: '2' });
    expect(at(2026, { 'ethics hours': 200 })).toMatchObject({ verdict: 'not-met', value: '2', required: '2.5' });
  });

  it('says how much is short, exactly', () => {
    expect(at(2026, { 'ethics hours': 249 }).why).toBe('You are 0.01 short for 2026.');
  });

  it('cannot be told for a year before the first amount, and says so', () => {
    const finding = at(2020, { 'ethics hours': 900 });

    expect(finding.verdict).toBe('cannot-tell');
    expect(finding.missing).toEqual(['needed hours']);
    expect(finding.why).toContain('the needed hours for 2020');
  });

  it('does not apply to another credential, whatever else is unknown', () => {
    expect(decide(rule, { credential: 'GHI' }, { year: 2026, asOf: '2026-12-31' })).toMatchObject({
      verdict: 'does-not-apply',
      value: null,
      decidedBy: 'machine',
    });
  });

  it('refuses a fact of the wrong shape as a fault of ours', () => {
    expect(() => at(2026, { 'ethics hours': 2.5 })).toThrow('"ethics hours"');
    expect(() => at(2026, { 'ethics hours': '2.5' })).toThrow('no hours');
  });
});
