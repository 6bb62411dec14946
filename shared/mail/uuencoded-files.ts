import { latin1 } from './mail-lines.ts';
import type { MailPart } from './parse-mail.ts';

const beginLine = /^begin [0-7]{3,4} (\S.{0,200})$/;
const filesMax = 20;
const lineCharactersMax = 100;

/** Files written into a text the old way, `begin 644 form.pdf` … `end`. One that has no end is not taken. */
export function findUuencoded(text: string): MailPart[] {
  const parts: MailPart[] = [];
  let open: { name: string; lines: Buffer[] } | null = null;
  for (const line of text.split(/\r?\n/)) {
    const begin = beginLine.exec(line);
    if (begin) open = { name: begin[1] ?? '', lines: [] };
    else if (open && line.trim() === 'end') {
      parts.push({ name: open.name, declared: '', contentId: null, bytes: Buffer.concat(open.lines) });
      open = null;
    } else if (open) open.lines.push(decodeLine(line));
    if (parts.length >= filesMax) break;
  }
  return parts.filter((part) => part.bytes.length > 0);
}

/** A part sent with the encoding x-uuencode, which no parser undoes: what is in it, or itself. */
export function decodeUuencoded(part: MailPart): MailPart[] {
  const isUuencoded = /^\s{0,20}begin [0-7]{3,4} \S/.test(latin1(part.bytes, 0, 300));
  const written = isUuencoded ? findUuencoded(latin1(part.bytes)) : [];
  return written.length > 0 ? written : [part];
}

/** The first character is the number of bytes; each further four carry three. Blanks cut off at the end count as zero. */
function decodeLine(line: string): Buffer {
  if (line.length > lineCharactersMax) return Buffer.alloc(0);
  const sextet = (at: number): number => (line.charCodeAt(at) - 32) & 63;
  const length = line === '' ? 0 : sextet(0);
  const bytes = Buffer.alloc(Math.ceil(length / 3) * 3);
  for (let group = 0; group * 3 < length; group += 1) {
    const at = 1 + group * 4;
    const bits = (sextet(at) << 18) | (sextet(at + 1) << 12) | (sextet(at + 2) << 6) | sextet(at + 3);
    bytes.writeUIntBE(bits, group * 3, 3);
  }
  return bytes.subarray(0, length);
}
