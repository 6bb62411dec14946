import type { MailFlag } from './mail-flag.ts';
import { eachLineThatBegins, latin1, withoutEndBlanks } from './mail-lines.ts';

const lineFeed = 10;
const carriageReturn = 13;
const mboxFrom = /^From [^\n\r]{1,300}/;
/** Inside a Content-Type, which may go on in a further line. */
const charsetBefore =
  /(?:^|\n)content-type:(?:[^\r\n]|\r?\n[ \t]){0,280}charset[ \t]{0,10}=[ \t]{0,10}"?((?:unicode-1-1-)?)$/i;

/**
 * A copy that the parsers read well; the stored raw mail stays as it is. Only what stands before the first header,
 * lone CRs where the whole mail uses them, and blanks behind a boundary line are touched.
 */
export function normalise(raw: Uint8Array, boundaries: string[]): { copy: Uint8Array; flags: Set<MailFlag> } {
  const flags = new Set<MailFlag>();
  const isBareCr = usesBareCr(raw);
  if (isBareCr) flags.add('bare-cr');
  const lineEnds = isBareCr ? withCrLf(raw) : raw;
  const headers = lineEnds.subarray(startOfHeaders(lineEnds, flags));
  return { copy: withoutUtf7(withoutBoundaryPadding(headers, boundaries, flags), flags), flags };
}

/** The first line break tells: a lone CR later on may be a byte of an attachment sent as it is. */
function usesBareCr(raw: Uint8Array): boolean {
  const first = raw.indexOf(carriageReturn);
  if (first < 0 || raw[first + 1] === lineFeed) return false;
  const firstLineFeed = raw.indexOf(lineFeed);
  return firstLineFeed < 0 || firstLineFeed > first;
}

function withCrLf(raw: Uint8Array): Uint8Array {
  const copy = new Uint8Array(raw.length * 2);
  let length = 0;
  for (let at = 0; at < raw.length; at += 1) {
    const byte = raw[at] ?? 0;
    copy[length] = byte;
    length += 1;
    if (byte === carriageReturn && raw[at + 1] !== lineFeed) {
      copy[length] = lineFeed;
      length += 1;
    }
  }
  return copy.subarray(0, length);
}

function startOfHeaders(bytes: Uint8Array, flags: Set<MailFlag>): number {
  let start = 0;
  if (latin1(bytes, 0, 3) === '\xef\xbb\xbf') {
    flags.add('bom');
    start = 3;
  }
  const afterBlank = skipBlankLines(bytes, start);
  if (afterBlank > start) flags.add('leading-blank');
  const mbox = mboxFrom.exec(latin1(bytes, afterBlank, afterBlank + 400));
  if (!mbox) return afterBlank;
  flags.add('mbox-from');
  return skipBlankLines(bytes, afterBlank + mbox[0].length);
}

function skipBlankLines(bytes: Uint8Array, start: number): number {
  let at = start;
  while (bytes[at] === lineFeed || bytes[at] === carriageReturn) at += 1;
  return at;
}

/** mailparser loses the whole mail, silently, when boundary lines end in blanks; RFC 2046 allows them. */
function withoutBoundaryPadding(bytes: Uint8Array, boundaries: string[], flags: Set<MailFlag>): Uint8Array {
  const known = new Set(boundaries.flatMap((name) => [`--${name}`, `--${name}--`]));
  const kept: Uint8Array[] = [];
  let from = 0;
  eachLineThatBegins(bytes, '--', (start, end) => {
    if (end - start > 300) return true;
    const line = latin1(bytes, start, end);
    const trimmed = withoutEndBlanks(line);
    if (trimmed.length === line.length || !known.has(trimmed)) return true;
    kept.push(bytes.subarray(from, start + trimmed.length));
    from = end;
    return true;
  });
  if (kept.length === 0) return bytes;
  flags.add('boundary-padding');
  return Buffer.concat([...kept, bytes.subarray(from)]);
}

/** An alphabet in which signs can be hidden from who reads them: no letter is decoded from it. */
function withoutUtf7(bytes: Uint8Array, flags: Set<MailFlag>): Uint8Array {
  const mail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const places = ['utf-7', 'UTF-7', 'Utf-7'].flatMap((name) => placesOf(mail, name));
  const named = places.map((at) => ({ at, before: charsetBefore.exec(latin1(mail, Math.max(0, at - 300), at)) }));
  const found = named.filter(({ before }) => before !== null).sort((one, other) => one.at - other.at);
  if (found.length === 0) return bytes;
  flags.add('utf-7');
  let from = 0;
  const kept = found.flatMap(({ at, before }) => {
    const piece = mail.subarray(from, at - (before?.[1] ?? '').length);
    from = at + 'utf-7'.length;
    return [piece, Buffer.from('us-ascii')];
  });
  return Buffer.concat([...kept, mail.subarray(from)]);
}

function placesOf(mail: Buffer, name: string): number[] {
  const places: number[] = [];
  for (let at = mail.indexOf(name); at >= 0 && places.length < 1000; at = mail.indexOf(name, at + 1)) places.push(at);
  return places;
}
