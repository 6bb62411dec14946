/** Widths of Helvetica from the blank to the tilde, in thousandths of its size: Adobe's own measures of it. */
const plainWidths = (
  '278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584 ' +
  '584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 ' +
  '278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 ' +
  '500 334 260 334 584'
)
  .split(' ')
  .map(Number);

/** Where WinAnsi has signs that stand elsewhere in Unicode. */
const elsewhere = new Map([
  ['\u2013', 0x96],
  ['\u2014', 0x97],
  ['\u2018', 0x91],
  ['\u2019', 0x92],
  ['\u201c', 0x93],
  ['\u201d', 0x94],
  ['\u2026', 0x85],
  ['\u0160', 0x8a],
  ['\u0161', 0x9a],
  ['\u017d', 0x8e],
  ['\u017e', 0x9e],
  ['\u0152', 0x8c],
  ['\u0153', 0x9c],
]);

/** The bytes of a text in WinAnsi, the letters every reader of PDF has; null when a sign is not among them. */
export function winAnsiBytes(text: string): number[] | null {
  const bytes = Array.from(text.normalize('NFC'), byteOf);
  return bytes.every((byte) => byte !== null) ? bytes : null;
}

function byteOf(sign: string): number | null {
  const code = sign.codePointAt(0) ?? 0;
  if ((code >= 0x20 && code <= 0x7e) || (code >= 0xa0 && code <= 0xff)) return code;
  return elsewhere.get(sign) ?? null;
}

/** Letters with marks are as wide as without; what has no measure counts as a wide one, so that no line runs over. */
function widthOf(text: string, size: number, isBold: boolean): number {
  const plain = text.normalize('NFKD').replace(/\p{M}+/gu, '');
  const sum = Array.from(plain, (sign) => plainWidths[(sign.codePointAt(0) ?? 0) - 0x20] ?? 834);
  // bold letters are up to a tenth wider
  return (sum.reduce((total, width) => total + width, 0) * size * (isBold ? 1.1 : 1)) / 1000;
}

/** Broken between words; a word that is wider than the line is broken where it must be. */
export function linesOfText(
  text: string,
  { size, isBold, width }: { size: number; isBold: boolean; width: number },
): string[] {
  const fits = (line: string) => widthOf(line, size, isBold) <= width;
  const lines: string[] = [];
  let line = '';
  for (const word of text
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((each) => pieces(each, fits))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return line === '' ? lines : [...lines, line];
}

function pieces(word: string, fits: (text: string) => boolean): string[] {
  const made: string[] = [];
  let piece = '';
  for (const sign of word) {
    if (piece !== '' && !fits(piece + sign)) {
      made.push(piece);
      piece = '';
    }
    piece += sign;
  }
  return [...made, piece];
}
