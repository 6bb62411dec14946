import { eachLine, latin1 } from './mail-lines.ts';

/** One header, unfolded; `value` holds bytes as characters (latin1) until somebody decodes it. */
export type HeaderLine = { name: string; value: string };

const blockBytesMax = 256_000;
const blockLinesMax = 3000;
const valueMax = 16_000;

/** The header block at the beginning of a mail, in order, repeated ones too. Lines without a colon are left out. */
export function readHeaderLines(bytes: Uint8Array): HeaderLine[] {
  const headers: HeaderLine[] = [];
  let lines = 0;
  eachLine(bytes, (start, end) => {
    lines += 1;
    if (end === start || end > blockBytesMax || lines > blockLinesMax) return false;
    const line = latin1(bytes, start, Math.min(end, start + valueMax));
    const last = headers.at(-1);
    if (line.startsWith(' ') || line.startsWith('\t')) {
      if (last && last.value.length < valueMax) last.value += ` ${line.trim()}`;
      return true;
    }
    const header = asHeader(line);
    if (header) headers.push(header);
    return true;
  });
  return headers;
}

export function valuesOf(headers: HeaderLine[], name: string): string[] {
  return headers.filter((header) => header.name === name).map((header) => header.value);
}

function asHeader(line: string): HeaderLine | null {
  const colon = line.indexOf(':');
  const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
  return name === '' ? null : { name, value: line.slice(colon + 1).trim() };
}
