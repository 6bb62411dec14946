import type { Verdict } from '#shared/domain/finding.ts';
import { closestWord } from './closest-word.ts';
import { type Page, type Problem, sectionOf } from './markdown-page.ts';
import type { Amount, SentencePart, Wording } from './programme.ts';
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
    const { wording, says } = readWording(line.text, amounts, vocabulary);
    problems.push(...says.map((text) => ({ page: page.path, line: line.number, says: text })));
    return wording ? [wording] : [];
  });
  return { read, problems };
}

type ReadWording = { readonly wording: Wording | null; readonly says: readonly string[] };

function readWording(line: string, amounts: readonly Amount[], vocabulary: Vocabulary): ReadWording {
  const wrong = (says: string) => ({ wording: null, says: [says] });
  const match = /^- ([a-z ]+?)(?: \(([^)]+)\))?: (.+)$/.exec(line);
  const verdict = verdictWords[match?.[1] ?? ''];
  const text = match?.[3]?.trim();
  if (!verdict || !text) {
    return wrong(`begin with one of: ${Object.keys(verdictWords).join(', ')}; then a colon and the sentence.`);
  }
  const about = match?.[2] ?? null;
  if (about !== null && !saidOf(vocabulary, about)) {
    return wrong(`there is no fact "${about}". Did you mean "${closestWord(about, Object.keys(vocabulary))}"?`);
  }
  return readSentence({ verdict, aboutFact: about }, text, (name) => fillingFor(name, amounts, vocabulary));
}

/** The sentence in its parts, so that nothing is searched for when it is said. */
function readSentence(
  about: Pick<Wording, 'verdict' | 'aboutFact'>,
  text: string,
  fillingOf: (name: string) => SentencePart | null,
): ReadWording {
  const [parts, says]: [SentencePart[], string[]] = [[], []];
  // split by a pattern with a group: every second piece is the name of a placeholder
  for (const [at, piece] of text.split(/\{([^{}]+)\}/).entries()) {
    const part: SentencePart | null = at % 2 === 0 ? { is: 'words', text: piece } : fillingOf(piece);
    if (part === null)
      says.push(`nothing can fill {${piece}}: write a fact, an amount of this page, {short by} or {missing}.`);
    else if (part.is !== 'words' || part.text !== '') parts.push(part);
  }
  return { wording: { ...about, parts }, says };
}

function fillingFor(name: string, amounts: readonly Amount[], vocabulary: Vocabulary): SentencePart | null {
  if (name === 'missing' || name === 'short by') return { is: name };
  const fact = saidOf(vocabulary, name);
  if (fact) return { is: 'fact', name, kind: fact.kind };
  const amount = amounts.find((each) => each.name === name);
  return amount ? { is: 'amount', amount } : null;
}
