import { describe, expect, it } from 'vitest';
import { checkSays, type Edit, smallPages, smallRule } from '#test/builders/a-small-programme.ts';

/** What the check says about the page of the rule of the small programme; every line begins with the page. */
function ruleSays(...edits: (readonly [from: string | RegExp, to: string])[]): string[] {
  const says = checkSays(...edits.map(([from, to]): Edit => [smallRule, from, to]));
  return says.map((each) => each.replace(`${smallRule}, line `, ''));
}

describe('in the small programme the check says all that is wrong, and only that', () => {
  it('nothing, as it stands', () => {
    expect(checkSays()).toEqual([]);
  });

  it('a sentence of the programme, its source and a title are asked for', () => {
    const quote = '1: quote the sentence of the programme ("> …") and its source ("> — …").';

    expect(ruleSays(['> Ten hours are needed.\n', ''])).toEqual([quote]);
    expect(ruleSays([/> — .*\n/, ''])).toEqual([quote]);
    expect(ruleSays(['# At least 10 hours', ''])).toEqual(['1: begin the page with a title ("# …").']);
  });

  it('an example with another verdict is named by its line, and the words that it was there for', () => {
    expect(ruleSays(['9.75         | 0               | not met', '10           | 0               | not met'])).toEqual([
      '1: there are words for "not-met", and no example reaches it.',
      '35: the example "a quarter too few" says not-met, the rule says met.',
    ]);
  });

  it('an example is run by its own page only', () => {
    const text = smallPages[smallRule]?.replace('XX-CE-01', 'XX-CE-02') ?? '';
    const other: Edit = ['other.rule.md', /^$/, text.replace('0               | met    ', '0               | not met')];

    expect(checkSays(other)).toEqual([
      'other.rule.md, line 34: the example "exactly enough" says not-met, the rule says met.',
    ]);
  });
});

describe('the dates of an amount', () => {
  const first = /\| 2024 \| 10 .*\n/;
  const begins = (says: readonly string[]) => says.filter((each) => each.includes('have no amount'));

  it('begin with the first year of the programme, or of the page where it holds from later', () => {
    expect(begins(ruleSays([first, '']))).toEqual(['1: "needed hours" begins in 2026: 2024 to 2025 have no amount.']);
    expect(begins(ruleSays([first, ''], ['id:  ', 'holds: from 2025\nid:']))).toEqual([
      '1: "needed hours" begins in 2026: 2025 to 2025 have no amount.',
    ]);
    expect(begins(ruleSays([first, ''], ['id:  ', 'holds: from 2026\nid:']))).toEqual([]);
    expect(begins(ruleSays(['| 2024 | 10 ', '| 2020 | 10 ']))).toEqual([]);
  });

  it('rise from line to line', () => {
    const rise = ['1: the years of "needed hours" must rise from line to line; two lines hold for the same year.'];

    expect(ruleSays(['| 2026 | 12.5', '| 2024 | 12.5'])).toEqual(rise);
    expect(ruleSays(['| 2026 | 12.5', '| 2023 | 12.5'])).toEqual(rise);
    expect(ruleSays(['| 2026 | 12.5', '| 2025 | 12.5'])).toEqual([]);
  });

  it('are not empty, and an amount that is not published may have no example on either side', () => {
    const unreached = [
      '1: there are words for "met", and no example reaches it.',
      '1: there are words for "not-met", and no example reaches it.',
      '32: the example "exactly enough" says met, the rule says cannot-tell.',
      '33: the example "a quarter too few" says not-met, the rule says cannot-tell.',
    ];
    const both = /\| 2024 \| 10 .*\n\| 2026 .*\n/;

    expect(ruleSays([both, ''])).toEqual(['1: "needed hours" has no amount.', ...unreached]);
    expect(ruleSays([both, '| 2024 | not published | page 1 |\n'])).toEqual(
      unreached.map((each) => each.replace('32:', '33:').replace(/^33: the example "a q/, '34: the example "a q')),
    );
  });

  it('are asked for of each amount of the page by itself', () => {
    const other =
      '## Other hours\n\n| from | other hours | source |\n| - | - | - |\n| 2024 | 3 | page 1 |\n\n## What we tell';

    expect(ruleSays(['## What we tell', other])).toEqual(['1: "other hours" is not used in the rule.']);
  });

  it('belong to an amount that some line of the rule asks, whichever', () => {
    const ten = ['at least needed hours', 'at least 10'] as const;
    const least = 'hours in all is at most needed hours';

    expect(ruleSays(ten)).toEqual(['1: "needed hours" is not used in the rule.']);
    for (const line of ['applies if: report', 'wait while: hours'])
      expect(ruleSays(ten, [line, `${line.split(':')[0]}: ${least}\n${line}`]).join()).not.toContain('is not used');
    expect(ruleSays(ten, ['| 2026 | 12.5', '| 2024 | 12.5'])).toEqual([
      '1: the years of "needed hours" must rise from line to line; two lines hold for the same year.',
      '1: "needed hours" is not used in the rule.',
    ]);
  });
});

describe('the words and the examples of a rule', () => {
  it('belong together: each verdict that comes out has its sentence, and each sentence its example', () => {
    expect(ruleSays([/- met: .*\n/, ''])).toEqual(['1: add a sentence for "met" that does not hang on one fact.']);
    expect(ruleSays(['- cannot tell: ', '- cannot tell (hours in review): '])).toEqual([
      '1: add a sentence for "cannot-tell" that does not hang on one fact.',
    ]);
    expect(ruleSays([/\| a paper is read .*\n/, ''])).toEqual([
      '1: there are words for "cannot-tell", and no example reaches it.',
      '1: add an example where "hours in review is more than 0" holds.',
    ]);
  });

  it('show somebody who meets the rule, unless a line asks for an amount that nobody has published', () => {
    expect(ruleSays([/\| exactly enough .*\n/, ''], [/- met: .*\n/, ''])).toEqual([
      '1: no example reaches "met".',
      '1: add an example where "hours in all is at least needed hours" holds.',
    ]);
  });
});

describe('the lines of a rule', () => {
  const twice = (line: string, key: string) => ruleSays([`${key}: ${line}`, `${key}: ${line}\n${key}: ${line}`]);

  it('stand there once each', () => {
    expect(twice('report year is at least 2024', 'applies if')).toEqual([
      '1: "report year is at least 2024" is written twice.',
    ]);
    expect(twice('hours in review is more than 0', 'wait while')).toEqual([
      '1: "hours in review is more than 0" is written twice.',
    ]);
    expect(twice('  hours in all is at least needed hours', 'met when')).toEqual([
      '1: "hours in all is at least needed hours" is written twice.',
    ]);
  });

  it('wait for nothing that can only hold when the rule is met', () => {
    const met = 'hours in all is at least needed hours';
    const waits = ['wait while: hours in review is more than 0', `wait while: ${met}`] as const;
    const never = `1: "${met}" is never reached: the rule is met then.`;

    expect(ruleSays(waits)).toContain(never);
    // beside a second line to be met it may be reached
    for (const lines of [
      `met when: ${met}\nmet when: hours in review is 0`,
      `met when: hours in review is 0\nmet when: ${met}`,
    ])
      expect(ruleSays(waits, [/met when: .*/, lines])).not.toContain(never);
  });
});

describe('what a programme needs for its answers', () => {
  const inbox: Edit = ['programme.md', '| inbox            | not published', '| inbox            | peers@example.org'];
  const letters = (says: readonly string[]) => says.filter((each) => each.endsWith('this letter is missing.'));

  it('are letters for all that can come out, and words for every reason, once it has an inbox', () => {
    expect(letters(checkSays(inbox))).toEqual(
      [
        'accepted',
        'needs-review',
        'needs-sender',
        'duplicate',
        'quarantined',
        'no-attachment',
        'locked-mail',
        'empty',
        'question',
        'past-deadline',
        'several-people',
        'sent-for-you',
        'together',
        'not-ours',
      ].map((letter) => `letters/${letter}.md, line 1: this letter is missing.`),
    );
    expect(checkSays(inbox)).toContain('letters/reasons.md, line 1: there are no words for the reason "illegible".');
    expect(checkSays(inbox)).not.toContain('letters/not-a-submission.md, line 1: this letter is missing.');
  });

  it('a reason that has its words is not asked for', () => {
    const table =
      '| reason | what we say | what you can do |\n| - | - | - |\n| illegible | We cannot read it. | Send it anew. |';
    const reasons: Edit = ['letters/reasons.md', /^$/, `## Reasons\n\n${table}`];

    expect(checkSays(inbox, reasons).length).toBe(checkSays(inbox).length - 1);
    expect(checkSays(inbox, reasons).join()).not.toContain('illegible');
  });

  it('an empty letter is none', () => {
    const letter = (text: string): Edit => [
      'letters/question.md',
      /^$/,
      `# A question\n\nSubject: Yes\n\n## Text\n\n${text}`,
    ];

    expect(letters(checkSays(inbox, letter('')))).toHaveLength(14);
    expect(letters(checkSays(inbox, letter('Dear you,')))).toHaveLength(13);
  });

  it('is a page about applications where a credential is applied for by a form, and a letter with it', () => {
    const form: Edit = ['programme.md', /(\| A Peer .*law .*\|) +\|/, '$1 training application |'];
    const missing = 'applications.md, line 1: this page is missing: a credential has a form to apply by.';
    const page: Edit = ['applications.md', /^$/, '# Applications'];

    expect(checkSays(form)).toEqual([missing]);
    expect(checkSays(form, page)).not.toContain(missing);
    expect(letters(checkSays(form, inbox))).not.toContain('letters/applicant.md, line 1: this letter is missing.');
    expect(letters(checkSays(form, inbox, page))).toContain('letters/applicant.md, line 1: this letter is missing.');
  });
});
