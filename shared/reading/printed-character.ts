/** Letters that one glyph stands for. */
const ligatures = new Map([
  [0xfb00, 'ff'],
  [0xfb01, 'fi'],
  [0xfb02, 'fl'],
  [0xfb03, 'ffi'],
  [0xfb04, 'ffl'],
  [0xfb05, 'st'],
  [0xfb06, 'st'],
]);

/** Wingdings keeps its codes in the private area; these are the ones that forms use. */
const wingdings = new Map([
  [0xf06f, '\u2610'],
  [0xf071, '\u2610'],
  [0xf0a8, '\u2610'],
  [0xf0fe, '\u2611'],
  [0xf0fd, '\u2612'],
  [0xf078, '\u2612'],
  [0xf0fc, '\u2713'],
  [0xf0fb, '\u2717'],
]);

/**
 * The text that a character code prints as. Null for a blank or a new line, '' for a code that prints nothing (joiners,
 * marks of writing direction), U+FFFD for a code without a known meaning.
 */
export function printedCharacter(code: number): string | null {
  if (code === 0 || code === 0xfffe || code === 0xffff || code === 0xfffd) return '\uFFFD';
  const known = ligatures.get(code) ?? wingdings.get(code);
  if (known !== undefined) return known;
  if (code > 0x10ffff || (code >= 0xe000 && code <= 0xf8ff)) return '\uFFFD';
  const text = String.fromCodePoint(code);
  if (/\s/u.test(text) || code < 0x20 || code === 0x7f) return null;
  if (/[\p{Cf}\p{Cc}]/u.test(text)) return '';
  return text;
}
