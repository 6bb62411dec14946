import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readProgrammePages } from '#shared/adapters/local/folder-programme.ts';
import { checkPages } from '#shared/rules/check-programme.ts';
import { inOneLine, readProgramme } from '#shared/rules/read-programme.ts';

const folder = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'rules', 'programmes', 'louisiana-rpss');
const pages = await readProgrammePages(folder);
const schedule = 'letters/reminders.md';

function afterChange(page: string, from: string | RegExp, to: string): string {
  const before = pages[page] ?? '';
  const after = before.replace(from, to);
  if (after === before) throw new Error(`nothing to replace in ${page}`);
  return checkPages({ ...pages, [page]: after })
    .map(inOneLine)
    .join('\n');
}

describe('the page of reminders', () => {
  test('may be left out: then nobody is written to', () => {
    const { [schedule]: _gone, ...without } = pages;
    expect(checkPages(without)).toEqual([]);
    expect(readProgramme(without).reminders).toBeNull();
  });

  test('as it stands has nothing wrong', () => {
    expect(checkPages(pages)).toEqual([]);
  });

  test.each([
    ['a time nobody knows', /on January 15/, 'some day in January', 'is no time that is known. Write "on January 15"'],
    ['a standing with a slip', /\| nothing-received /, '| nothing-recieved ', 'Did you mean "nothing-received"?'],
    [
      'people who have met all',
      /\| nothing-received /,
      '| met ',
      'No letter goes to people who are "met": they have done all.',
    ],
    ['people whose papers wait', /\| in-progress /, '| in-review ', 'their papers wait for us, not for them.'],
    [
      'a letter that is not there',
      /reminder-hours-missing/,
      'reminder-hour',
      'the letter letters/reminder-hour.md is missing.',
    ],
    [
      'two letters at once',
      /\| in-progress /,
      '| nothing-received ',
      'two letters are meant for "nothing-received" at the same time',
    ],
    [
      'a letter before the due day to who is past it',
      /\| in-progress /,
      '| past-deadline-unresolved ',
      'nobody is "past-deadline-unresolved" before the due day',
    ],
    [
      'a letter after the due day to who is on the way',
      /\| past-deadline-unresolved /,
      '| in-progress ',
      'nobody is "in-progress" after the due day',
    ],
    ['a quiet day nobody knows', 'Saturdays', 'Saturday', '"Saturday" is no day that is known. Write "Sundays"'],
    [
      'no day left',
      /\| Sundays .*/,
      'Sundays Mondays Tuesdays Wednesdays Thursdays Fridays'
        .split(' ')
        .map((day) => `| ${day} | ours |`)
        .join('\n'),
      'every day is quiet',
    ],
    [
      'a time of the day that is none',
      '9:00',
      '25:00',
      '"letters go out from" must be written as: a time of the day such as 9:00.',
    ],
    ['a language without letters', 'en; es', 'en; es; fr', 'the letter letters/reminder-welcome.fr.md is missing.'],
    ['a language without words', 'en; es', 'en; es; fr', 'add a section "## Words in fr"'],
    [
      'a thing without a word in a language',
      /\| hour of ethics .*\n/,
      '',
      '"Words in es" needs a line for "hour of ethics".',
    ],
    ['a line without a source', /(\| reminder-welcome +\|) ours/, '$1     ', 'write something under "source".'],
    ['a place of a word that is none', '| subject  |', '| title    |', 'under "where" write subject or anywhere'],
  ])('is told of %s', (_what, from, to, says) => {
    expect(afterChange(schedule, from, to)).toContain(says);
  });

  test('names the line of the slip', () => {
    const line = (pages[schedule] ?? '').split('\n').findIndex((text) => text.includes('on January 15')) + 1;
    expect(afterChange(schedule, 'on January 15', 'sometime')).toContain(`${schedule}, line ${line}:`);
  });

  test('is told where by when a report is due is not published', () => {
    expect(afterChange('period.md', /\| due +\| on the last day +\|/, '| due | not published |')).toContain(
      'period.md does not say by when a report is due, so this letter never goes out.',
    );
  });
});

describe('the pages of its letters', () => {
  const letter = 'letters/reminder-welcome.md';

  test.each([
    [
      'a word in the subject that tells who the person is',
      letter,
      'Subject: Your',
      'Subject: Your peer',
      '"peer" has no place in a subject.',
    ],
    [
      'the same in another language',
      'letters/reminder-welcome.es.md',
      'Subject: Sus',
      'Subject: Recuperación: sus',
      '"recuperaci" has no place in a subject.',
    ],
    ['the credential in the subject', letter, 'Subject: Your', 'Subject: RPSS', '"RPSS" has no place in a subject.'],
    ['a consequence', letter, 'Nothing is late.', 'You may lose your status.', '"lose" has no place in a reminder.'],
    [
      'a placeholder that is not known',
      letter,
      '{deadline}',
      '{days left}',
      '{days left} is not known. There are: {period}, {deadline}, {in short}, {inbox}.',
    ],
    [
      'a translation that leaves something out',
      'letters/reminder-welcome.es.md',
      '{deadline}',
      'fin de año',
      '{deadline} is in letters/reminder-welcome.md and not here.',
    ],
    ['a brace alone', letter, '{deadline}', '{deadline', 'a brace is open or closed alone.'],
  ])('are told of %s', (_what, page, from, to, says) => {
    expect(afterChange(page, from, to)).toContain(says);
  });
});
