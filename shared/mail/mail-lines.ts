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

function endOfLine(bytes: Uint8Array, start: number): number {
  let at = start;
  while (at < bytes.length && bytes[at] !== lineFeed && bytes[at] !== carriageReturn) at += 1;
  return at;
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
