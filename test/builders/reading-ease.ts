/** How hard a text is to read: words a sentence and syllables a word. Lines that end without a full stop end a sentence too. */
function counted(text: string, vowels: RegExp, isSilent: (word: string) => boolean) {
  const sentences = text.split(/[.!?:]+\s|\n{1,}/).filter((each) => /\p{L}/u.test(each)).length;
  const words = text.match(/[\p{L}'’-]+/gu) ?? [];
  const syllables = words.reduce((sum, word) => {
    const found = word.toLowerCase().match(vowels)?.length ?? 0;
    return sum + Math.max(1, found - (isSilent(word.toLowerCase()) ? 1 : 0));
  }, 0);
  return { sentences: Math.max(1, sentences), words: Math.max(1, words.length), syllables };
}

/** The school year of the United States in which English of this kind is read with ease (Flesch-Kincaid). */
export function gradeOfEnglish(text: string): number {
  const { sentences, words, syllables } = counted(text, /[aeiouy]+/g, (word) => /[^l]e$|[^td]ed$/.test(word));
  return 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59;
}

/** 0 to 100 for Spanish (Fernández-Huerta): 60 to 70 is read in the eighth and ninth year of school, more is easier. */
export function easeOfSpanish(text: string): number {
  const { sentences, words, syllables } = counted(text, /[aeo]?[iuü]?[aeoáéóíú]|[iuü]/g, () => false);
  return 206.84 - 60 * (syllables / words) - 1.02 * (words / sentences);
}
