import { type Page, type Problem, readPage, type Section, sectionOf, tableIn } from '../markdown-page.ts';
import { readMap, readMapExamples } from './read-topic-map.ts';
import { type SignalList, signalKinds, type TopicBook, type TopicExample, topicAnswers } from './topic-book.ts';

const headings = {
  alone: 'Words that show it',
  besidePeers: 'Words that show it beside peers or recovery',
  hints: 'Words that hint at it',
  nearMisses: 'Near misses',
} as const;

type ReadBook = { readonly book: TopicBook; readonly problems: readonly Problem[] };

/**
 * One page about topics. A page with words that show it is one topic, called by the title of the page. Other pages have
 * sections with a line `List: …`: a map of topics to what they count as, or words that name no topic.
 */
export function readTopics(path: string, text: string): ReadBook {
  const page = readPage(path, text);
  const isTopic = [headings.alone, headings.besidePeers, headings.hints].some((heading) => sectionOf(page, heading));
  return isTopic ? readTopic(page) : readLists(page);
}

function readTopic(page: Page): ReadBook {
  const problems: Problem[] = [];
  const say = (line: number, says: string) => problems.push({ page: page.path, line, says });
  const citation =
    page.opening
      .find(({ text }) => text.startsWith('Source:'))
      ?.text.slice(7)
      .trim() ?? '';
  if (page.title === '') say(1, 'begin the page with the name of the topic ("# …").');
  if (citation === '') say(1, 'write a line "Source:" below the title that says where the topic comes from.');
  const words = (heading: string) => phrasesIn(sectionOf(page, heading));
  const topic = {
    name: page.title,
    page: page.path,
    citation,
    alone: words(headings.alone),
    besidePeers: words(headings.besidePeers),
    hints: words(headings.hints),
    nearMisses: words(headings.nearMisses),
    examples: readTopicExamples(page, say),
  };
  return { book: { ...emptyBook, pages: [topic] }, problems };
}

function readTopicExamples(page: Page, say: (line: number, says: string) => void): TopicExample[] {
  const rows = tableIn(sectionOf(page, 'Examples')?.lines ?? [])?.rows ?? [];
  return rows.flatMap(({ cells, line }) => {
    const answer = topicAnswers.find((each) => each === cells.answer);
    if (!answer) say(line, `write one of ${topicAnswers.join(', ')} under "answer".`);
    return answer ? [{ title: cells.title ?? '', answer, line }] : [];
  });
}

function readLists(page: Page): ReadBook {
  const problems: Problem[] = [];
  const signals: SignalList[] = [];
  const map = page.sections.flatMap((section) => {
    const written = valueOfLine(section, 'List');
    if (written === null) return [];
    const say = (line: number, says: string) => problems.push({ page: page.path, line, says });
    const citation = valueOfLine(section, 'Source') ?? '';
    if (!citation) say(section.line, 'write a line "Source:" that says where the list comes from.');
    if (written === 'map') return readMap(page.path, section, citation, say);
    const kind = signalKinds.find((name) => name === written);
    if (!kind) say(section.line, `"List: ${written}" is not known. Write one of: map, ${signalKinds.join(', ')}.`);
    const phrases = phrasesIn(section);
    if (phrases.length === 0) say(section.line, 'add the words, one to a line that begins with "- ".');
    signals.push({ name: section.heading, kind: kind ?? 'ask a person', page: page.path, citation, phrases });
    return [];
  });
  const examples = readMapExamples(page);
  return { book: { ...emptyBook, signals, map, examples }, problems };
}

/** Lines that begin with "- ". */
function phrasesIn(section: Section | undefined): string[] {
  const lines = section?.lines ?? [];
  return lines.flatMap(({ text }) => (text.startsWith('- ') ? [text.slice(2).trim().toLowerCase()] : []));
}

function valueOfLine(section: Section, label: string): string | null {
  const line = section.lines.find((each) => each.text.startsWith(`${label}:`));
  return line ? line.text.slice(label.length + 1).trim() : null;
}

const emptyBook: TopicBook = { pages: [], signals: [], map: [], examples: [] };

/** The pages of a programme and the common ones as one book. */
export function bindBooks(books: readonly TopicBook[]): TopicBook {
  return {
    pages: books.flatMap(({ pages }) => pages),
    signals: books.flatMap(({ signals }) => signals),
    map: books.flatMap(({ map }) => map),
    examples: books.flatMap(({ examples }) => examples),
  };
}
