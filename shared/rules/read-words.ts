import type { Verdict } from '#shared/domain/finding.ts';
import { closestWord } from './closest-word.ts';
import { type Page, type Problem, sectionOf } from './markdown-page.ts';
import type { Amount, Wording } from './programme.ts';
import type { Read } from './read-amounts.ts';
import { saidOf, type Vocabulary } from './vocabulary.ts';

export const wordsHeading = 'What we tell the person';

/** How a verdict is written on a page. */
export const verdictWords: Readonly<Record<string, Verdict>> = {
  met: 'met',
  'not met': 'not-met',
  'cannot tell': 'cannot-tell',
  'does not apply': 'does-not-apply',
};

/** Lines `- not met: sentence` or, for a verdict that hangs on one fact, `- cannot tell (training year): sentence`. */
export function readWords(page: Page, amounts: readonly Amount[], vocabulary: Vocabulary): Read<Wording> {
  const problems: Problem[] = [];
  const lines = (sectionOf(page, wordsHeading)?.lines ?? []).filter((line) => line.text.startsWith('- '));
  const read = lines.flatMap((line) => {
    const result = readWording(line.text, vocabulary);
    const says =
      'says' in result
        ? [result.says]
        : placeholdersIn(result.text)
            .filter((name) => !canBeFilled(name, amounts, vocabulary))
            .map(
              (name) => `nothing can fill {${name}}: write a fact, an amount of this page, {short by} or {missing}.`,
            );
    problems.push(...says.map((text) => ({ page: page.path, line: line.number, says: text })));
    return 'says' in result ? [] : [result];
  });
  return { read, problems };
}

function readWording(line: string, vocabulary: Vocabulary): Wording | { says: string } {
  const match = /^- ([a-z ]+?)(?: \(([^)]+)\))?: (.+)$/.exec(line);
  const verdict = verdictWords[match?.[1] ?? ''];
  const text = match?.[3]?.trim();
  if (!verdict || !text) {
    return { says: `begin with one of: ${Object.keys(verdictWords).join(', ')}; then a colon and the sentence.` };
  }
  const about = match?.[2] ?? null;
  if (about !== null && !saidOf(vocabulary, about)) {
    return { says: `there is no fact "${about}". Did you mean "${closestWord(about, Object.keys(vocabulary))}"?` };
  }
  return { verdict, aboutFact: about, text };
}

export function placeholdersIn(text: string): string[] {
  return [...text.matchAll(/\{([^{}]+)\}/g)].map((match) => match[1] ?? '');
}

function canBeFilled(name: string, amounts: readonly Amount[], vocabulary: Vocabulary): boolean {
  return (
    saidOf(vocabulary, name) !== undefined ||
    name === 'short by' ||
    name === 'missing' ||
    amounts.some((amount) => amount.name === name)
  );
}
