import { documentKinds } from '#shared/domain/document.ts';
import { GiveUp } from '#shared/domain/faults.ts';
import { isPageOfWords, readTranslations } from './answers/read-translations.ts';
import { readApplications } from './applications-page.ts';
import { bookOf, letterBookOf } from './book.ts';
import { readConditions, statedVocabulary } from './conditions.ts';
import { measuredVocabulary, readCreditsPage } from './counting/read-credits-page.ts';
import { readEmployers } from './employers-page.ts';
import { factCatalogue, isFactName } from './facts.ts';
import { type Page, type Problem, readPage, sectionOf, tableIn } from './markdown-page.ts';
import { readPeriodPage } from './period/read-period.ts';
import { type Credential, isAboutApplications, type Letter, type Programme, type Rule } from './programme.ts';
import { notPublished } from './read-amounts.ts';
import { readLetter, readReasons } from './read-letters.ts';
import { readRule } from './read-rule.ts';
import { readReminders } from './reminders/read-reminders.ts';
import { bindBooks, readTopics } from './topics/read-topics.ts';
import { commonTopics } from './topics/topic-book.ts';

export type Pages = Readonly<Record<string, string>>;

/** A programme from its pages, by path inside its folder. Throws GiveUp with every problem when a page cannot be read. */
export function readProgramme(pages: Pages): Programme {
  const { programme, problems } = tryProgramme(pages);
  if (programme && problems.length === 0) return programme;
  throw new GiveUp(`the programme cannot be read:\n${problems.map(inOneLine).join('\n')}`);
}

export function inOneLine(problem: Problem): string {
  return `${problem.page}, line ${problem.line}: ${problem.says}`;
}

/** As `readProgramme`, but with the problems as a value, for the check and the console. */
export function tryProgramme(pages: Pages): { programme: Programme | null; problems: Problem[] } {
  const front = pages['programme.md'];
  if (front === undefined) return { programme: null, problems: [missingPage('programme.md')] };
  const page = readPage('programme.md', front);
  const problems: Problem[] = [];
  const setting = readSettings(page, problems);
  const timeZone = knownTimeZone(setting('time zone'), problems);
  const { period, counting, conditions, vocabulary } = readBook(pages, problems);
  const applications = readOptional(pages, problems, 'applications.md', readApplications);
  const those = (fits: (path: string) => boolean) =>
    Object.entries(pages)
      .filter(([path]) => fits(path))
      .sort(([one], [other]) => (one < other ? -1 : 1));
  const rules = those((path) => path.endsWith('.rule.md')).map(([path, text]) =>
    readRule(path, text, timeZone, vocabulary),
  );
  const topics = those((path) => path.startsWith('topics/') || path.startsWith(commonTopics)).map(([path, text]) =>
    readTopics(path, text),
  );
  const letters = those((path) => path.startsWith('letters/') && !besideLetters.has(path) && !isPageOfWords(path)).map(
    ([path, text]) => readLetter(path, text),
  );
  const reasons = readReasons('letters/reasons.md', pages['letters/reasons.md'] ?? '');
  const translations = readTranslations(pages);
  problems.push(...[...rules, ...topics, ...letters, reasons, translations].flatMap((each) => each.problems));
  const all = rules.flatMap(({ rule }) => (rule ? [rule] : [])).sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  const live = all.filter(({ shadowSince }) => shadowSince === null);
  const programme: Programme = {
    id: setting('id'),
    name: page.title,
    owner: setting('owner'),
    referencePrefix: setting('reference prefix'),
    timeZone,
    inbox: setting('inbox') === notPublished ? '' : setting('inbox'),
    rulesSince: Number(setting('rules since')),
    credentials: readCredentials(page, problems),
    otherCredentials:
      tableIn(sectionOf(page, 'Other credentials')?.lines ?? [])?.rows.map((row) => row.cells.word ?? '') ?? [],
    rules: live.filter((rule) => !isAboutApplications(rule.page)),
    eligibility: live.filter((rule) => isAboutApplications(rule.page)),
    shadow: all.filter(({ shadowSince }) => shadowSince !== null),
    period,
    counting,
    conditions,
    applications,
    reminders: readOptional(pages, problems, 'letters/reminders.md', readReminders),
    employers: readOptional(pages, problems, 'employers.md', readEmployers) ?? [],
    vocabulary,
    topics: bindBooks(topics.map(({ book }) => book)),
    letters: Object.fromEntries(
      letters.flatMap((each): [string, Letter][] => each.read.map((letter) => [letter.id, letter])),
    ),
    reasonWords: reasons.words,
    translations: translations.read,
    book: bookOf(pages),
    letterBook: letterBookOf(pages),
  };
  return { programme, problems };
}

/** Pages of the folder of letters that are none. */
const besideLetters: ReadonlySet<string> = new Set(['letters/reasons.md', 'letters/reminders.md']);

const placeOf = (rule: Rule) => `${rule.id} ${rule.holds.from ?? 0}`;

function missingPage(page: string): Problem {
  return { page, line: 1, says: `the folder needs a page ${page}.` };
}

/** The three pages beside the rules: the period, what counts, and what only people know. */
function readBook(
  pages: Pages,
  problems: Problem[],
): Pick<Programme, 'period' | 'counting' | 'conditions' | 'vocabulary'> {
  const read = <Thing>(path: string, reader: (path: string, text: string) => { read: Thing; problems: Problem[] }) => {
    const text = pages[path];
    const result = reader(path, text ?? '');
    problems.push(...(text === undefined ? [missingPage(path)] : result.problems));
    return result.read;
  };
  const period = read('period.md', readPeriodPage);
  const counting = read('credits.md', readCreditsPage);
  const conditions = read('conditions.md', readConditions);
  const own = { ...measuredVocabulary(counting.measures), ...statedVocabulary(conditions.stated) };
  for (const name of Object.keys(own).filter(isFactName)) {
    problems.push({
      page: 'credits.md',
      line: 1,
      says: `"${name}" is a fact of the catalogue; call it something else.`,
    });
  }
  return { period, counting, conditions, vocabulary: { ...own, ...factCatalogue } };
}

/** A programme that takes no forms of applicants, or writes to nobody unasked, needs no page about it. */
function readOptional<Thing>(
  pages: Pages,
  problems: Problem[],
  path: string,
  reader: (path: string, text: string) => { read: Thing; problems: Problem[] },
): Thing | null {
  const text = pages[path];
  if (text === undefined) return null;
  const { read, problems: found } = reader(path, text);
  problems.push(...found);
  return read;
}

const settings: Readonly<Record<string, RegExp>> = {
  id: /^[a-z0-9-]{3,60}$/,
  owner: /^.{3,}$/,
  'reference prefix': /^[A-Z]{2,4}$/,
  'time zone': /^[A-Za-z]+\/[A-Za-z_/]+$/,
  inbox: /^([^\s@]+@[^\s@]+|not published)$/,
  'rules since': /^\d{4}$/,
};

function readSettings(page: Page, problems: Problem[]): (name: string) => string {
  const section = sectionOf(page, 'Settings');
  const rows = tableIn(section?.lines ?? [])?.rows ?? [];
  const values = new Map(rows.map((row) => [row.cells.setting ?? '', row]));
  for (const [name, shape] of Object.entries(settings)) {
    const row = values.get(name);
    if (!shape.test(row?.cells.value ?? '')) {
      problems.push({
        page: page.path,
        line: row?.line ?? section?.line ?? 1,
        says: `the setting "${name}" must look like ${shape}.`,
      });
    }
  }
  return (name) => values.get(name)?.cells.value ?? '';
}

function knownTimeZone(name: string, problems: Problem[]): string {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    problems.push({
      page: 'programme.md',
      line: 1,
      says: `there is no time zone "${name}". Write one such as America/New_York.`,
    });
    return 'UTC';
  }
}

function readCredentials(page: Page, problems: Problem[]): Credential[] {
  const rows = tableIn(sectionOf(page, 'Credentials')?.lines ?? [])?.rows ?? [];
  if (rows.length === 0)
    problems.push({ page: page.path, line: 1, says: 'add a section "## Credentials" with a table.' });
  return rows.map(({ cells, line }) => {
    const application = cells['applied for by']?.replaceAll(' ', '-') || null;
    if (application !== null && !documentKinds.some((each) => each === application))
      problems.push({ page: page.path, line, says: `"${application}" is no kind of document.` });
    return {
      word: cells.word ?? '',
      meaning: cells.meaning ?? '',
      aliases: (cells['also written'] ?? '')
        .split(';')
        .map((alias) => alias.trim())
        .filter((alias) => alias !== ''),
      basis: cells.basis ?? '',
      application,
    };
  });
}
