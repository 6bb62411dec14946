/** Letters that Unicode does not take apart into a letter and a mark. */
const undivided: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/**
 * The parts of a name by which a person can be looked up: "Mary-Ann O'Neal, Jr." → mary, ann, oneal, jr.
 * An apostrophe joins, everything else divides; parts of one letter (middle initials) tell nobody apart and are left out.
 */
export function nameTokens(name: string): string[] {
  const parts = foldLetters(name)
    .replace(/(?<=\p{L})'(?=\p{L})/gu, '')
    .split(/[^\p{L}\p{N}]+/u);
  return [...new Set(parts.filter((part) => Array.from(part).length >= 2))];
}

/** Lower case, without diacritics, every apostrophe the same one: Renée, RENEE; D’Aquin, D'Aquin. */
export function foldLetters(name: string): string {
  return name
    .replace(/['\u02bc\u2018\u2019\u201b`´]/g, "'")
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, (letter) => undivided[letter] ?? letter);
}
