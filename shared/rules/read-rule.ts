import { createHash } from 'node:crypto';
import { isDay } from '#shared/domain/calendar.ts';
import { leastName, mostName } from './bounds.ts';
import { closestWord } from './closest-word.ts';
import { factCatalogue } from './facts.ts';
import { blockIn, type Line, type Page, type Problem, quoteIn, readPage } from './markdown-page.ts';
import type { Clause, Rule, Severity, WhoDecides, Wording } from './programme.ts';
import { readAmounts } from './read-amounts.ts';
import { readClause, type Surroundings } from './read-clause.ts';
import { readExamples } from './read-examples.ts';
import { readWords } from './read-words.ts';
import type { Vocabulary } from './vocabulary.ts';

const keys = [
  'id',
  'severity',
  'runs',
  'since',
  'holds',
  'applies',
  'applies if',
  'met when',
  'wait while',
  'not met is',
] as const;
type Key = (typeof keys)[number];
type Entry = { readonly key: Key; readonly value: string; readonly line: number };

const severities: Readonly<Record<string, Severity>> = { A: 'A', R: 'R', H: 'H' };
const whoDecides: Readonly<Record<string, WhoDecides>> = {
  'decided by the machine': 'machine',
  'proposed by the machine, decided by a person': 'proposed',
  'decided by a person only': 'person-only',
};

export type ReadRule = { readonly rule: Rule | null; readonly problems: readonly Problem[] };

/** A rule page, checked: the rule, or what is wrong with which line and what to write instead. */
export function readRule(
  path: string,
  text: string,
  timeZone: string,
  vocabulary: Vocabulary = factCatalogue,
): ReadRule {
  const page = readPage(path, text);
  const amounts = readAmounts(page);
  const words = readWords(page, amounts.read, vocabulary);
  const examples = readExamples(page, timeZone, vocabulary);
  const block = readBlock(page);
  const problems = [...amounts.problems, ...words.problems, ...examples.problems, ...block.problems];
  const clausesOf = (...wanted: Key[]) =>
    readClauses(
      page,
      block.entries.filter((entry) => wanted.includes(entry.key)),
      { amounts: amounts.read, timeZone, vocabulary },
      problems,
    );
  const single = (key: Key) => block.entries.find((entry) => entry.key === key)?.value ?? '';
  const severity = severities[single('severity')];
  const notMetIs = whoDecides[single('not met is')];
  const parts = {
    applies: clausesOf('applies', 'applies if'),
    metWhen: clausesOf('met when'),
    waitWhile: clausesOf('wait while'),
  };
  const shadowSince = readShadow(single('runs'), single('since'), (says) =>
    problems.push({ page: path, line: 1, says }),
  );
  const holds = readHolds(single('holds'));
  if (!holds)
    problems.push({ page: path, line: 1, says: 'write "holds:" as: from 2026, or 2024 to 2025, or until 2025.' });
  problems.push(...missingKeys(page, block.entries, severity, notMetIs));
  if (problems.length > 0 || !severity || !notMetIs || !holds) return { rule: null, problems };
  const rule: Rule = {
    id: single('id'),
    severity,
    page: path,
    sha256: createHash('sha256').update(text).digest('hex'),
    title: page.title,
    ...quoteIn(page.opening),
    ...parts,
    notMetIs,
    amounts: amounts.read,
    words: words.read,
    examples: examples.read,
    holds,
    shadowSince,
    uses: factsNamed(parts, words.read),
    vocabulary,
  };
  return { rule, problems };
}

function readBlock(page: Page): { entries: Entry[]; problems: Problem[] } {
  const all = [...page.opening, ...page.sections.flatMap((section) => section.lines)];
  const block = blockIn(all, 'rule');
  if (!block)
    return { entries: [], problems: [{ page: page.path, line: 1, says: 'add a block that begins with ```rule.' }] };
  const entries: Entry[] = [];
  const problems: Problem[] = [];
  for (const line of block) {
    if (line.text.trim() === '') continue;
    const entry = readEntry(line);
    if ('says' in entry) problems.push({ page: page.path, line: line.number, says: entry.says });
    else entries.push(entry);
  }
  return { entries, problems };
}

function readEntry(line: Line): Entry | { says: string } {
  const [written = '', ...rest] = line.text.split(':');
  const key = keys.find((name) => name === written.trim());
  const value = rest.join(':').trim();
  if (!key)
    return {
      says: `"${written.trim()}" is not a line of a rule. Did you mean "${closestWord(written.trim(), keys)}"?`,
    };
  if (!value) return { says: `write something after "${key}:".` };
  return { key, value, line: line.number };
}

function factsNamed(
  { applies, metWhen, waitWhile }: Pick<Rule, 'applies' | 'metWhen' | 'waitWhile'>,
  words: readonly Wording[],
): string[] {
  const asked = [...applies, ...metWhen, ...waitWhile].flatMap(({ fact, operand }) =>
    operand.is === 'fact' ? [fact, operand.name] : [fact],
  );
  const said = words.flatMap((each) => each.parts).flatMap((part) => (part.is === 'fact' ? [part.name] : []));
  return [...new Set([...asked, ...said])].flatMap((name) => [name, leastName(name), mostName(name)]);
}

/** "runs: in shadow" and the day since when; a page without the line is live. */
function readShadow(runs: string, since: string, say: (says: string) => void): string | null {
  if (runs === '' && since === '') return null;
  if (runs === 'in shadow' && isDay(since)) return since;
  say('write "runs: in shadow" with "since:" and a day such as 2026-12-01; a live rule has neither line.');
  return null;
}

/** "from 2026", "2024 to 2025", "until 2025"; nothing: every year. */
function readHolds(written: string): Rule['holds'] | null {
  if (written === '') return { from: null, until: null };
  const match = /^(?:from (\d{4})|until (\d{4})|(\d{4}) to (\d{4}))$/.exec(written);
  const [from, until] = [match?.[1] ?? match?.[3], match?.[2] ?? match?.[4]];
  if (!match) return null;
  return { from: from === undefined ? null : Number(from), until: until === undefined ? null : Number(until) };
}

function readClauses(page: Page, entries: readonly Entry[], around: Surroundings, problems: Problem[]): Clause[] {
  return entries.flatMap((entry) => {
    const result = readClause(entry.value, around);
    if ('clause' in result) return [result.clause];
    problems.push({ page: page.path, line: entry.line, says: result.says });
    return [];
  });
}

function missingKeys(
  page: Page,
  entries: readonly Entry[],
  severity: Severity | undefined,
  notMetIs: WhoDecides | undefined,
): Problem[] {
  if (entries.length === 0) return [];
  const says: string[] = [];
  const id = entries.find((entry) => entry.key === 'id')?.value ?? '';
  if (!/^[A-Z]{2,5}(-[A-Z0-9]{1,6}){1,3}$/.test(id)) says.push('write "id:" and a number such as XX-CE-01.');
  if (!severity) says.push('write "severity:" and A (machine), R (a person confirms) or H (a person only).');
  if (!notMetIs) says.push(`write "not met is:" and one of: ${Object.keys(whoDecides).join('; ')}.`);
  if (!entries.some((entry) => entry.key === 'met when')) says.push('write at least one line "met when:".');
  return says.map((text) => ({ page: page.path, line: 1, says: text }));
}
