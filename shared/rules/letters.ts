import { GiveUp } from '#shared/domain/faults.ts';
import type { ReasonCode } from '#shared/domain/reason.ts';
import type { WordedBy } from '#shared/domain/worded-by.ts';
import type { Programme, ReasonWords } from './programme.ts';

/** A letter as it goes, with the version of the page that it was drafted with. */
export type WordedLetter = { subject: string; text: string; wordedBy: WordedBy };

/**
 * The letter with its placeholders filled. A value may be empty: a paragraph whose values are all empty is left out.
 * A value that is not handed in is a fault of ours, never a hole in a letter. Values are plain text and are not
 * searched for placeholders again, so nobody can write `{inbox}` into the title of a training.
 */
export function fillLetter(
  programme: Programme,
  letterId: string,
  values: Readonly<Record<string, string>>,
): WordedLetter {
  const letter = programme.letters[letterId];
  if (!letter) throw new GiveUp(`there is no letter "${letterId}"`);
  const known: Readonly<Record<string, string>> = { inbox: programme.inbox, ...values };
  const subject = fill(letter.subject, known, letterId).replace(/\s+/g, ' ').trim();
  const paragraphs = letter.text
    .split(/\n{2,}/)
    .filter((paragraph) => !isEmpty(paragraph, known, letterId))
    .map((paragraph) => fill(paragraph, known, letterId));
  const wordedBy = { letter: letterId, sha256: programme.letterBook.sha256 };
  return { subject, text: `${paragraphs.join('\n\n').trim()}\n`, wordedBy };
}

function isEmpty(paragraph: string, values: Readonly<Record<string, string>>, letterId: string): boolean {
  const names = [...paragraph.matchAll(/\{([^{}]+)\}/g)].map((match) => match[1] ?? '');
  return names.length > 0 && names.every((name) => valueFor(name, values, letterId).trim() === '');
}

function fill(text: string, values: Readonly<Record<string, string>>, letterId: string): string {
  return text.replace(/\{([^{}]+)\}/g, (_whole, name: string) => valueFor(name, values, letterId));
}

function valueFor(name: string, values: Readonly<Record<string, string>>, letterId: string): string {
  const value = Object.hasOwn(values, name) ? values[name] : undefined;
  if (value === undefined) throw new GiveUp(`the letter "${letterId}" needs a value for {${name}}`);
  return value.replace(/\p{Cc}/gu, (mark) => (mark === '\n' ? mark : ' '));
}

/** The plain sentence for a reason and what the sender can do; empty `fix` when there is nothing to do. */
export function wordsForReason(programme: Programme, code: ReasonCode): ReasonWords {
  const words = programme.reasonWords[code];
  if (!words) throw new GiveUp(`the programme has no words for the reason "${code}"`);
  return words;
}
