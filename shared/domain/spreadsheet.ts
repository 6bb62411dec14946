/** A table for a spreadsheet: what is a number there can be added up, all else is text and never a formula. */
export type Cell = string | number;
export type Sheet = {
  readonly name: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
};

/**
 * Whether a spreadsheet would take a text for a formula: also behind blanks and in the wide forms of the signs, and after a tab
 * or a line break.
 */
export function isFormulaLike(text: string): boolean {
  return /^[\s\p{Cf}]*[=+\-@|%\uFF1D\uFF0B\uFF0D\uFF20\u2212]/u.test(text) || /^[\t\r\n]/.test(text);
}

/** No cell breaks its line. */
export const inOneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');

/** What looks like a formula gets an apostrophe in front; quotes are doubled. */
export function safeCell(text: string): string {
  const oneLine = inOneLine(text);
  return `"${(isFormulaLike(oneLine) || isFormulaLike(text) ? `'${oneLine}` : oneLine).replaceAll('"', '""')}"`;
}

/** Excel reads a file without the mark at its start in the machine's own alphabet. */
export function sheetAsCsv({ heads, rows }: Sheet): string {
  const line = (cells: readonly Cell[]) =>
    cells.map((cell) => (typeof cell === 'number' ? String(cell) : safeCell(cell)));
  return `\uFEFF${[heads, ...rows].map((cells) => line(cells).join(',')).join('\r\n')}\r\n`;
}
