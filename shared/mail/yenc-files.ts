import { eachLine, latin1 } from './mail-lines.ts';
import type { MailPart } from './parse-mail.ts';

const filesMax = 20;
const beginLine = /^=ybegin .{0,200}\bname=(.{1,200})$/;
const escapeByte = 0x3d;

/** Files written into a text the way of newsgroups. They are bytes of eight bits, so they are read from the raw mail, not from its text. */
export function findYenc(mail: Uint8Array): MailPart[] {
  const parts: MailPart[] = [];
  let open: { name: string; lines: Uint8Array[] } | null = null;
  eachLine(mail, (start, end) => {
    if (mail[start] === escapeByte && mail[start + 1] === 0x79) {
      const line = latin1(mail, start, Math.min(end, start + 400));
      const name = beginLine.exec(line)?.[1]?.trim();
      if (name !== undefined) open = { name, lines: [] };
      if (open && line.startsWith('=yend')) {
        parts.push({ name: open.name, declared: '', contentId: null, bytes: Buffer.concat(open.lines) });
        open = null;
      }
    } else if (open) open.lines.push(decodeLine(mail.subarray(start, end)));
    return parts.length < filesMax;
  });
  return parts.filter(({ bytes }) => bytes.length > 0);
}

function decodeLine(line: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(line.length);
  let length = 0;
  // a line that begins with a dot has two of them on its way
  for (let at = line[0] === 0x2e && line[1] === 0x2e ? 1 : 0; at < line.length; at += 1) {
    const isEscaped = line[at] === escapeByte;
    if (isEscaped) at += 1;
    bytes[length] = ((line[at] ?? 0) - (isEscaped ? 106 : 42)) & 255;
    length += 1;
  }
  return bytes.subarray(0, length);
}
