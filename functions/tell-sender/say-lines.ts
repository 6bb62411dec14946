import type { ReasonCode } from '#shared/domain/reason.ts';
import { firstLanguage } from '#shared/rules/answers/answer-language.ts';
import { sayIn } from '#shared/rules/answers/say-in.ts';
import { wordsForReason } from '#shared/rules/letters.ts';
import type { Programme, ReasonWords } from '#shared/rules/programme.ts';

/** A sentence of an answer, with the reason that it says, where it says one. */
export type Line = { text: string; code?: ReasonCode | undefined };

/**
 * The lines in the language of the letter: as they stand in the first one. In another a line that the pages do not know is said by the
 * words of its reason, or as something that a person will look at; English is never put into such a letter.
 */
export function sayLines(programme: Programme, language: string, lines: readonly Line[]): string[] {
  if (language === firstLanguage(programme)) return lines.map(({ text }) => text);
  const translation = programme.translations[language];
  if (translation === undefined) return [];
  return lines.flatMap(({ text, code }) => {
    const words =
      sayIn(translation, language, text) ?? wordsIn(programme, code ?? 'needs-human-decision', language).says;
    return words === '' ? [] : [words];
  });
}

/** The words for a reason in a language; empty where its page has none, which the check of the pages finds first. */
export function wordsIn(programme: Programme, code: ReasonCode, language: string): ReasonWords {
  if (language === firstLanguage(programme)) return wordsForReason(programme, code);
  return programme.translations[language]?.reasonWords[code] ?? { says: '', fix: '' };
}
