import { type Problem, readPage, tableIn } from '../markdown-page.ts';
import { readReasons } from '../read-letters.ts';
import type { Sentence, Translation, Translations } from './translation.ts';

const pageOfLanguage = /^letters\/(?:sentences|reasons)\.([a-z]{2,3})\.md$/;

/** Beside the letters, and none of them. */
export const isPageOfWords = (path: string): boolean => pageOfLanguage.test(path);

/** What fills an answer, in each language that has pages for it. */
export function readTranslations(pages: Readonly<Record<string, string>>): {
  read: Translations;
  problems: Problem[];
} {
  const languages = Object.keys(pages).flatMap((path) => pageOfLanguage.exec(path)?.[1] ?? []);
  const problems: Problem[] = [];
  const read = [...new Set(languages)].map((language): [string, Translation] => {
    const sentences = readSentences(`letters/sentences.${language}.md`, pages, language);
    const reasonsPage = `letters/reasons.${language}.md`;
    const reasons = readReasons(reasonsPage, pages[reasonsPage] ?? '');
    problems.push(...sentences.problems, ...reasons.problems);
    return [language, { sentences: sentences.read, reasonWords: reasons.words }];
  });
  return { read: Object.fromEntries(read), problems };
}

/** Tables under any heading: the columns "we write" and "in es". */
function readSentences(
  path: string,
  pages: Readonly<Record<string, string>>,
  language: string,
): { read: Sentence[]; problems: Problem[] } {
  const rows = readPage(path, pages[path] ?? '').sections.flatMap(({ lines }) => tableIn(lines)?.rows ?? []);
  const read = rows.map(({ cells, line }) => ({
    english: cells['we write'] ?? '',
    said: cells[`in ${language}`] ?? '',
    line,
  }));
  return { read, problems: read.flatMap((each, at) => faultsOf(each, read.slice(0, at), path)) };
}

function faultsOf({ english, said, line }: Sentence, before: readonly Sentence[], path: string): Problem[] {
  const says: string[] = [];
  if (english === '' || said === '') says.push('write the sentence in both languages.');
  if (before.some((one) => one.english === english)) says.push(`"${english}" is written twice.`);
  if (said !== '' && slotsOf(english).join() !== slotsOf(said).join())
    says.push(`"${english}" and its translation do not fill in the same: {${slotsOf(english).join('}, {')}}.`);
  return says.map((each) => ({ page: path, line, says: each }));
}

const slotsOf = (text: string) => [...text.matchAll(/\{([^{}]+)\}/g)].map((match) => match[1] ?? '').sort();
