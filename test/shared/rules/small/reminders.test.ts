import { describe, expect, it } from 'vitest';
import { tryProgramme } from '#shared/rules/read-programme.ts';
import { checkReminders } from '#shared/rules/reminders/check-reminders.ts';
import { readReminders } from '#shared/rules/reminders/read-reminders.ts';
import { type Edit, editedPages } from '#test/builders/a-small-programme.ts';

const path = 'letters/reminders.md';
const text = `# Reminders

## Settings

| setting             | value  | source |
| ------------------- | ------ | ------ |
| letters go out from | 9:30   | ours   |
| late by at most     | 5 days | ours   |
| languages           | en; es | ours   |

## Quiet days

| day     | source |
| ------- | ------ |
| Sundays | ours   |

## Schedule

| when                       | standing                      | letter | source |
| -------------------------- | ----------------------------- | ------ | ------ |
| 30 days before the due day | nothing-received; in-progress | soon   | ours   |
| 14 days after the due day  | past-deadline-unresolved      | late   | ours   |

## Words to avoid

| word    | where    | why     |
| ------- | -------- | ------- |
| recover | subject  | private |
| lose    | anywhere | threat  |

## Words in es

| what is missing | one  | many  |
| --------------- | ---- | ----- |
| hour in all     | hora | horas |
`;
const letter = (id: string, body: string): Edit => [
  `letters/${id}.md`,
  /^$/,
  `# L\n\nSubject: Your report\n\n## Text\n\n${body}`,
];
const base: Edit[] = [
  ['programme.md', '| inbox            | not published', '| inbox            | peers@example.org'],
  ['period.md', 'due           | not published', 'due           | on the last day'],
  // from the first training, so that there is a period of somebody
  ['period.md', 'counted from  | not published', 'counted from  | first training day'],
  ['period.md', 'first period  | not published', 'first period  | next calendar year'],
  [path, /^$/, text],
  letter('soon', 'Due {deadline}.'),
  letter('soon.es', 'Hasta {deadline}.'),
  letter('late', 'It was due.'),
  letter('late.es', 'Era para {deadline}.'.replace('{deadline}', 'ayer')),
];
/** What is wrong with the schedule and its letters after these changes. */
function says(...edits: Edit[]): string[] {
  const { programme } = tryProgramme(editedPages(...base, ...edits));
  if (!programme) throw new Error('there is a front page');
  return checkReminders(programme).map((each) => `${each.page}, ${each.line}: ${each.says}`);
}
const on = (from: string | RegExp, to: string): Edit => [path, from, to];
const at = (line: number, what: string) => [`${path}, ${line}: ${what}`];
const read = (from: string | RegExp = '', to = '') => readReminders(path, text.replace(from, to));

describe('the schedule of the small programme', () => {
  it('is read whole', () => {
    expect(read()).toEqual({
      read: {
        languages: ['en', 'es'],
        goOutFrom: '9:30',
        lateDaysMost: 5,
        quietDays: [{ is: 'weekday', weekday: 0 }],
        lines: [
          {
            id: '30-days-before-due-day',
            moment: { is: 'from the due day', days: -30 },
            standings: ['nothing-received', 'in-progress'],
            letter: 'soon',
            line: 21,
          },
          {
            id: '14-days-after-due-day',
            moment: { is: 'from the due day', days: 14 },
            standings: ['past-deadline-unresolved'],
            letter: 'late',
            line: 22,
          },
        ],
        avoided: [
          { word: 'recover', where: 'subject', line: 28 },
          { word: 'lose', where: 'anywhere', line: 29 },
        ],
        words: { es: { 'hour in all': { one: 'hora', many: 'horas' } } },
      },
      problems: [],
    });
  });

  it('calls each moment by a name of its own', () => {
    const id = (when: string) => read('30 days before the due day', when).read.lines[0]?.id;

    expect(['on January 15', '1 day after the first day', 'on the due day', 'soon'].map(id)).toEqual([
      'january-15',
      '1-day-after-first-day',
      'due-day',
      '14-days-after-due-day',
    ]);
  });

  it('says which line cannot be read, and what to write', () => {
    const problems = (from: string, to: string) => read(from, to).problems.map(({ line, says: what }) => [line, what]);

    expect(problems('| nothing-received; ', '| done; ')[0]?.[0]).toBe(21);
    expect(problems('| nothing-received; ', '| closed; ')).toEqual([
      [21, 'No letter goes to people who are "closed": a person of the office has closed the year.'],
    ]);
    for (const word of ['not-yet-due', 'in-review', 'met', 'inactive', 'cannot-tell'])
      expect(problems('| nothing-received; ', `| ${word}; `)[0]?.[1]).toContain(`who are "${word}": `);
    expect(problems('| nothing-received; ', '| nothing-recieved; ')).toEqual([
      [21, 'there is no standing "nothing-recieved". Did you mean "nothing-received"?'],
    ]);
    expect(problems('| lose    | anywhere', '| lose    | nowhere')).toEqual([
      [29, 'under "where" write subject or anywhere, not "nowhere".'],
    ]);
    expect(problems('| Sundays ', '| Sunday ')).toEqual([
      [
        15,
        '"Sunday" is no day that is known. Write "Sundays", "December 25", "fourth Thursday of November", "last Monday of May" or "2027-02-09".',
      ],
    ]);
    expect(problems('30 days before the due day', 'soon')[0]?.[1]).toMatch(
      /^"soon" is no time that is known\. Write "on January 15"/,
    );
    for (const [heading, column] of [
      ['Quiet days', 'day'],
      ['Schedule', 'standing'],
      ['Words to avoid', 'why'],
    ] as const)
      expect(problems(`| ${column} `, '| other ').map(([, what]) => what)).toContain(
        `the table of "${heading}" needs a column "${column}".`,
      );
    expect(read('| soon   | ours', '|        | ours').read.lines[0]?.letter).toBe('');
    expect(read('| recover ', '|         ').read.avoided.map(({ word }) => word)).toEqual(['lose']);
    expect(problems('| hora | horas', '| hora |')).toEqual([[35, 'write "one" and "many".']]);
    expect(problems('## Words in es', '## Words')).toEqual([
      [1, 'add a section "## Words in es" with a table: what is missing, one, many.'],
    ]);
    expect(read('languages           | en; es', 'languages           | en').read).toMatchObject({
      languages: ['en'],
      words: {},
    });
  });
});

describe('the check of the schedule', () => {
  it('finds nothing as it stands', () => {
    expect(says()).toEqual([]);
  });

  it('finds that nobody could answer', () => {
    expect(says(['programme.md', 'peers@example.org', 'not published'])).toEqual(
      at(1, 'programme.md names no inbox: nobody could answer these letters.'),
    );
  });

  it('finds two letters for one standing at one time', () => {
    const again = '| 30 days before the due day | in-progress | late | ours |\n| 14 days';

    expect(says(on('| 14 days', again))).toEqual(
      at(22, 'two letters are meant for "in-progress" at the same time. Take one out.'),
    );
    expect(says(on('| 14 days', again.replace('in-progress', 'documents-incomplete')))).toEqual([]);
    expect(says(on('| 14 days', again.replace('30 days', '29 days')))).toEqual([]);
  });

  it('finds a letter that never goes out', () => {
    const never = (word: string, when: string) =>
      `nobody is "${word}" ${when} the due day, so this letter never goes out.`;

    expect(says(on('nothing-received; ', 'past-deadline-unresolved; '))).toEqual(
      at(21, never('past-deadline-unresolved', 'before')),
    );
    expect(says(on('past-deadline-unresolved ', 'in-progress '))).toEqual(at(22, never('in-progress', 'after')));
    expect(says(on('30 days before the due day', 'on the due day'))).toEqual([]);
    expect(says(on('14 days after the due day', 'on the due day'))).toEqual(
      at(22, never('past-deadline-unresolved', 'before')),
    );
    expect(says(on('30 days before the due day', 'on January 15'))).toEqual([]);
    expect(says(on('30 days before the due day', '20 days after the first day'))).toEqual([]);
    expect(says(on('14 days after the due day', 'on December 1'))).toEqual(
      at(22, never('past-deadline-unresolved', 'before')),
    );
  });

  it('finds that the due day is not published', () => {
    const open: Edit = ['period.md', 'due           | on the last day', 'due           | not published'];
    const never = 'period.md does not say by when a report is due, so this letter never goes out.';

    expect(says(open)).toEqual([...at(21, never), ...at(22, never)]);
  });

  it('finds that every day is quiet', () => {
    const days = ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays'];
    const rows = (names: string[]) => names.map((day) => `| ${day} | ours |\n`).join('');
    const quiet = (names: string[]) => says(on('| Sundays | ours   |\n', `| Sundays | ours |\n${rows(names)}`));

    expect(quiet(days)).toEqual(at(1, 'every day is quiet: no letter would ever go out.'));
    expect(quiet(days.slice(1))).toEqual([]);
  });

  it('finds a letter that is missing or empty, in each language', () => {
    const missing = (id: string) => at(21, `the letter letters/${id}.md is missing.`);

    expect(says(on('| soon   | ours', '| sooner | ours'))).toEqual([...missing('sooner'), ...missing('sooner.es')]);
    expect(says(['letters/soon.es.md', 'Hasta {deadline}.', ''])).toEqual(missing('soon.es'));
    expect(says(on('| soon   | ours', '| constructor | ours'))[0]).toContain('letters/constructor.md is missing');
  });

  it('finds what may not be filled in, and what a translation leaves out', () => {
    const page = (id: string, what: string) => `letters/${id}.md, 1: ${what}`;
    const known = 'There are: {period}, {deadline}, {in short}, {inbox}.';

    expect(says(['letters/soon.md', '{deadline}', '{deadline} {mood}'])).toEqual([
      page('soon', `{mood} is not known. ${known}`),
      page('soon.es', '{mood} is in letters/soon.md and not here.'),
    ]);
    expect(says(['letters/soon.es.md', '{deadline}', 'mañana'])).toEqual([
      page('soon.es', '{deadline} is in letters/soon.md and not here.'),
    ]);
    expect(says(['letters/soon.es.md', '{deadline}', '{deadline} {period}'])).toEqual([]);
    for (const brace of ['{', '}', '{}'])
      expect(says(['letters/soon.es.md', 'Hasta', brace])).toEqual([
        page('soon.es', 'a brace is open or closed alone.'),
      ]);
  });

  it('finds words that have no place, where they have none', () => {
    const subject = (words: string) => says(['letters/soon.md', 'Your report', words]);
    const body = (words: string) => says(['letters/soon.md', 'Due', words]);
    const no = (word: string, where: string) => [`letters/soon.md, 1: "${word}" has no place in a ${where}.`];

    expect(subject('Your Recovery')).toEqual(no('recover', 'subject'));
    expect(subject('Undiscovered')).toEqual([]);
    expect(subject('Do not lose it')).toEqual(no('lose', 'subject'));
    for (const name of ['ABC', 'A Family Peer', 'A B C', 'A made-up programme'])
      expect(subject(`For ${name}`).join()).toContain('in a subject');
    expect(body('You recover. Due')).toEqual([]);
    expect(body('You may (lose) it')).toEqual(no('lose', 'reminder'));
    expect(body('A closed door, due')).toEqual([]);
    expect(subject('Your report, abcd')).toEqual([...no('ABC', 'subject'), ...no('AB', 'subject')]);
  });

  it('finds a missing thing without its word in another language', () => {
    expect(says(on('| hour in all ', '| hour of all '))).toEqual(
      at(1, '"Words in es" needs a line for "hour in all".'),
    );
    expect(says(on('languages           | en; es', 'languages           | en'))).toEqual([]);
  });

  it('finds that no word is kept out', () => {
    expect(says(on(/\| recover .*\n/, ''))).toEqual(
      at(1, 'name under "Words to avoid" what may not stand in a subject.'),
    );
    expect(says(on(/\| lose .*\n/, ''))).toEqual(at(1, 'name under "Words to avoid" what no letter may say.'));
  });
});
