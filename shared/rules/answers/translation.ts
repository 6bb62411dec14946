import type { ReasonCode } from '#shared/domain/reason.ts';
import type { ReasonWords } from '../programme.ts';

/** One line of the page of sentences: what stands in an answer in English, and the same in another language. */
export type Sentence = { readonly english: string; readonly said: string; readonly line: number };

/** The pages `letters/sentences.es.md` and `letters/reasons.es.md`: what fills an answer, in one language. */
export type Translation = {
  readonly sentences: readonly Sentence[];
  readonly reasonWords: Readonly<Partial<Record<ReasonCode, ReasonWords>>>;
};

/** By the code of the language. */
export type Translations = Readonly<Record<string, Translation>>;
