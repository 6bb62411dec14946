const lineFeed = 10;
const carriageReturn = 13;

/** Calls `onLine(start, end, next)` for each line (ended by CRLF, LF or a lone CR) until it answers false. */
export function eachLine(bytes: Uint8Array, onLine: (start: number, end: number, next: number) => boolean): void {
  let start = 0;
  while (start < bytes.length) {
    const end = endOfLine(bytes, start);
    const isPair = bytes[end] === carriageReturn && bytes[end + 1] === lineFeed;
    const next = end + (isPair ? 2 : 1);
    if (!onLine(start, end, next)) return;
    start = next;
  }
}

/**
 * As `eachLine`, for the lines alone that begin with some characters: searching for them takes a small part of looking at every byte. What is
 * found inside a line ends the look at that line, so this stays linear.
 */
export function eachLineThatBegins(
  bytes: Uint8Array,
  beginning: string,
  onLine: (start: number, end: number, next: number) => boolean,
): void {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let found = all.indexOf(beginning); found >= 0; ) {
    const end = endOfLine(bytes, found);
    const isPair = bytes[end] === carriageReturn && bytes[end + 1] === lineFeed;
    const next = end + (isPair ? 2 : 1);
    if (isLineStart(bytes, found) && !onLine(found, end, next)) return;
    found = all.indexOf(beginning, next);
  }
}

const isLineStart = (bytes: Uint8Array, at: number) =>
  at === 0 || bytes[at - 1] === lineFeed || bytes[at - 1] === carriageReturn;

function endOfLine(bytes: Uint8Array, start: number): number {
  const { length } = bytes;
  for (let at = start; at < length; at += 1) {
    const byte = bytes[at];
    if (byte === lineFeed || byte === carriageReturn) return at;
  }
  return length;
}

/** Each byte becomes the character of its number, so nothing is lost or refused. */
export function latin1(bytes: Uint8Array, start = 0, end = bytes.length): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', start, end);
}

/** Without blanks at its end. A regular expression would be quadratic on a line made of blanks. */
export function withoutEndBlanks(line: string): string {
  let end = line.length;
  while (end > 0 && (line[end - 1] === ' ' || line[end - 1] === '\t')) end -= 1;
  return line.slice(0, end);
}
