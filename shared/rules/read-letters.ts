import { type ReasonCode, reasonCodeSchema, reasonCodes } from '#shared/domain/reason.ts';
import { closestWord } from './closest-word.ts';
import { type Problem, readPage, sectionOf, tableIn } from './markdown-page.ts';
import type { Letter, ReasonWords } from './programme.ts';
import type { Read } from './read-amounts.ts';

/** `letters/accepted.md` → the letter "accepted": a line `Subject: …` and a section `## Text`. */
export function readLetter(path: string, text: string): Read<Letter> {
  const page = readPage(path, text);
  const id = path.split('/').at(-1)?.replace(/\.md$/, '') ?? '';
  const subject = page.opening.find((line) => line.text.startsWith('Subject:'));
  const body = sectionOf(page, 'Text');
  const says: string[] = [];
  if (!subject) says.push('write a line "Subject:" under the title.');
  if (!body) says.push('write the letter under a heading "## Text".');
  const words = body?.lines.map((line) => line.text.trimEnd()).join('\n') ?? '';
  return {
    read: [{ id, subject: subject?.text.slice('Subject:'.length).trim() ?? '', text: words.trim() }],
    problems: says.map((each) => ({ page: path, line: 1, says: each })),
  };
}

export type ReadReasons = {
  readonly words: Partial<Record<ReasonCode, ReasonWords>>;
  readonly problems: readonly Problem[];
};

/** The page of reasons: one table with the columns reason, what we say, what you can do. */
export function readReasons(path: string, text: string): ReadReasons {
  const problems: Problem[] = [];
  const words: Partial<Record<ReasonCode, ReasonWords>> = {};
  const section = sectionOf(readPage(path, text), 'Reasons');
  for (const row of tableIn(section?.lines ?? [])?.rows ?? []) {
    const code = reasonCodeSchema.safeParse(row.cells.reason);
    const says = row.cells['what we say'] ?? '';
    if (!code.success) {
      const near = closestWord(row.cells.reason ?? '', reasonCodes);
      problems.push({
        page: path,
        line: row.line,
        says: `there is no reason "${row.cells.reason}". Did you mean "${near}"?`,
      });
    } else if (says === '') {
      problems.push({ page: path, line: row.line, says: 'write a sentence under "what we say".' });
    } else {
      words[code.data] = { says, fix: row.cells['what you can do'] ?? '' };
    }
  }
  return { words, problems };
}
