import { closestWord } from '../closest-word.ts';
import { type Problem, type Row, readPage, sectionOf, tableIn } from '../markdown-page.ts';
import { type Reader, readRows, readSettings, type Shape } from '../read-settings.ts';
import { howToWriteMoment, readMoment } from './moment.ts';
import { type QuietDay, readQuietDay } from './quiet-days.ts';
import {
  type AvoidedWord,
  type RemindedStanding,
  type ReminderLine,
  type RemindersPage,
  remindedStandings,
} from './reminders-page.ts';

const shapes: Readonly<Record<string, Shape>> = {
  'letters go out from': {
    pattern: /^((?:[01]?\d|2[0-3]):[0-5]\d)$/,
    example: 'a time of the day such as 9:00',
    mustBeKnown: true,
  },
  'late by at most': { pattern: /^(\d{1,2}) days?$/, example: '"5 days"', mustBeKnown: true },
  languages: { pattern: /^([a-z]{2,3}(?:; [a-z]{2,3})*)$/, example: '"en" or "en; es"', mustBeKnown: true },
};

/** letters/reminders.md: when which letter goes to whom, the days without letters, the languages, the words to avoid. */
export function readReminders(path: string, text: string): { read: RemindersPage; problems: Problem[] } {
  const reader: Reader = { page: readPage(path, text), problems: [] };
  const setting = readSettings(reader, 'Settings', shapes);
  const languages = (setting('languages')?.[1] ?? 'en').split('; ');
  const read: RemindersPage = {
    languages,
    goOutFrom: setting('letters go out from')?.[1] ?? '9:00',
    lateDaysMost: Number(setting('late by at most')?.[1] ?? 0),
    quietDays: readRows(reader, 'Quiet days', ['day', 'source']).flatMap(readQuiet(reader)),
    lines: readRows(reader, 'Schedule', ['when', 'standing', 'letter', 'source']).flatMap(readLine(reader)),
    avoided: readRows(reader, 'Words to avoid', ['word', 'where', 'why']).flatMap(readAvoided(reader)),
    words: Object.fromEntries(languages.slice(1).map((language) => [language, readWords(reader, language)])),
  };
  return { read, problems: reader.problems };
}

const say = ({ page, problems }: Reader, row: Row, says: string) => {
  problems.push({ page: page.path, line: row.line, says });
};

function readQuiet(reader: Reader): (row: Row) => QuietDay[] {
  return (row) => {
    const day = readQuietDay(row.cells.day ?? '');
    const how = 'Write "Sundays", "December 25", "fourth Thursday of November", "last Monday of May" or "2027-02-09"';
    if (day === null) say(reader, row, `"${row.cells.day}" is no day that is known. ${how}.`);
    return day === null ? [] : [day];
  };
}

function readLine(reader: Reader): (row: Row) => ReminderLine[] {
  return (row) => {
    const when = row.cells.when ?? '';
    const moment = readMoment(when);
    if (moment === null) say(reader, row, `"${when}" is no time that is known. Write ${howToWriteMoment}.`);
    const standings = (row.cells.standing ?? '').split(';').flatMap((word) => readStanding(reader, row, word.trim()));
    const id = when
      .replace(/ the | on /g, ' ')
      .trim()
      .replace(/^on /, '')
      .replaceAll(' ', '-')
      .toLowerCase();
    const letter = row.cells.letter ?? '';
    return moment === null ? [] : [{ id, moment, standings, letter, line: row.line }];
  };
}

/** Words of a standing to which nobody writes, and why. */
const neverWritten: Readonly<Record<string, string>> = {
  'not-yet-due': 'nothing is due from them',
  'in-review': 'their papers wait for us, not for them',
  met: 'they have done all',
  inactive: 'a person of the office deals with them',
  closed: 'a person of the office has closed the year',
  'cannot-tell': 'what is missing is not known',
};

function readStanding(reader: Reader, row: Row, word: string): RemindedStanding[] {
  const found = remindedStandings.find((each) => each === word);
  if (found) return [found];
  const why = Object.hasOwn(neverWritten, word) ? neverWritten[word] : undefined;
  const near = closestWord(word, remindedStandings);
  const mend = why === undefined ? `Did you mean "${near}"?` : `No letter goes to people who are "${word}": ${why}.`;
  say(reader, row, why === undefined ? `there is no standing "${word}". ${mend}` : mend);
  return [];
}

function readAvoided(reader: Reader): (row: Row) => AvoidedWord[] {
  return (row) => {
    const { word = '', where = '' } = row.cells;
    if (where !== 'subject' && where !== 'anywhere') {
      say(reader, row, `under "where" write subject or anywhere, not "${where}".`);
      return [];
    }
    return word === '' ? [] : [{ word, where, line: row.line }];
  };
}

/** `## Words in es`: the columns what is missing (one of it, in English), one, many. */
function readWords(reader: Reader, language: string): Record<string, { one: string; many: string }> {
  const heading = `Words in ${language}`;
  const section = sectionOf(reader.page, heading);
  const table = tableIn(section?.lines ?? []);
  if (!table) {
    const says = `add a section "## ${heading}" with a table: what is missing, one, many.`;
    reader.problems.push({ page: reader.page.path, line: section?.line ?? 1, says });
  }
  const rows = table?.rows ?? [];
  for (const row of rows.filter(({ cells }) => !cells.one || !cells.many)) say(reader, row, 'write "one" and "many".');
  return Object.fromEntries(
    rows.map(({ cells }) => [cells['what is missing'] ?? '', { one: cells.one ?? '', many: cells.many ?? '' }]),
  );
}
