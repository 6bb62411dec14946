import { type Page, type Problem, readPage, type Section, tableIn } from './markdown-page.ts';
import { type TopicList, type TopicListKind, topicListKinds } from './programme.ts';
import type { Read } from './read-amounts.ts';

/**
 * Lists of topics: each `##` section with a line `List: kind` and a line `Source: …` and a table with the columns topic
 * and words. Phrases are parted by semicolons; `ethic*` stands for any ending.
 */
export function readTopics(path: string, text: string): Read<TopicList> {
  const page = readPage(path, text);
  const problems: Problem[] = [];
  const read = page.sections.flatMap((section) => {
    const kind = valueOfLine(section, 'List');
    return kind === null ? [] : [readList(page, section, kind, problems)];
  });
  return { read, problems };
}

function readList(page: Page, section: Section, written: string, problems: Problem[]): TopicList {
  const say = (line: number, says: string) => problems.push({ page: page.path, line, says });
  const kind: TopicListKind | undefined = topicListKinds.find((name) => name === written);
  const citation = valueOfLine(section, 'Source') ?? '';
  const rows = tableIn(section.lines)?.rows ?? [];
  if (!kind) say(section.line, `"List: ${written}" is not known. Write one of: ${topicListKinds.join(', ')}.`);
  if (!citation) say(section.line, 'write a line "Source:" that says where the list comes from.');
  if (rows.length === 0) say(section.line, 'add a table with the columns topic and words.');
  const topics = rows.map((row) => {
    const phrases = (row.cells.words ?? '')
      .split(';')
      .map((phrase) => phrase.trim())
      .filter((phrase) => phrase !== '');
    if (phrases.length === 0) say(row.line, 'write at least one word or phrase under "words".');
    return { name: row.cells.topic ?? '', phrases };
  });
  return { name: section.heading, kind: kind ?? 'ask a person', citation, topics };
}

function valueOfLine(section: Section, label: string): string | null {
  const line = section.lines.find((each) => each.text.startsWith(`${label}:`));
  return line ? line.text.slice(label.length + 1).trim() : null;
}
