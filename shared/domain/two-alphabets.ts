/** Alphabets with letters that look like Latin ones. */
const alphabets = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Cherokee}/u,
];

/** Cyrillic and Greek letters that nobody tells from a Latin one: a word of nothing else passes for a Latin word. */
const disguised =
  /^[\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0455\u0456\u0458\u0501\u051b\u051d\u04bb\u04cf\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425\u0405\u0406\u0408\u03bf\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7]{2,}$/u;

const lettersMax = 2_000;

/**
 * Words with letters of two alphabets, and words of another alphabet among Latin ones that look Latin through and through: both are how
 * a name is made to pass for another. A name that is wholly in its own alphabet is none of these.
 */
export function wordsOfTwoAlphabets(text: string): string[] {
  const words = text.slice(0, lettersMax).match(/[\p{L}\p{M}]+/gu) ?? [];
  const isMixed = (word: string) => alphabets.filter((letters) => letters.test(word)).length > 1;
  const hasLatin = words.some((word) => /^\p{Script=Latin}+$/u.test(word));
  return words.filter((word) => isMixed(word) || (hasLatin && disguised.test(word)));
}
