import { latin1, withoutEndBlanks } from './mail-lines.ts';

/** The bytes of a part behind its transfer encoding; an encoding that nobody knows is none. */
export function decodeTransfer(body: Uint8Array, encoding: string): Uint8Array {
  const name = encoding
    .replace(/\([^)]{0,200}\)/g, '')
    .trim()
    .toLowerCase();
  if (name.startsWith('base64')) return decodeBase64(latin1(body));
  return name.startsWith('quoted-printable') ? decodeQuoted(latin1(body)) : body;
}

/** Blocks that were each filled up with "=" stand one behind the other in some mails; what is no letter of base64 is skipped. */
export function decodeBase64(text: string): Uint8Array {
  const filled = text.indexOf('=');
  // as nearly all of them are: one block, which is decoded without looking at each letter
  if (filled < 0 || (/^[=\s]*$/.test(text.slice(filled, filled + 1000)) && text.length - filled < 1000))
    return asBytes(Buffer.from(text, 'base64'));
  const blocks = text.replace(/[^A-Za-z0-9+/=]/g, '').split(/={1,4}/);
  return new Uint8Array(Buffer.concat(blocks.map((block) => Buffer.from(block, 'base64'))));
}

/** Of the same memory: a file need not be copied. */
const asBytes = ({ buffer, byteOffset, byteLength }: Buffer) => new Uint8Array(buffer, byteOffset, byteLength);

function decodeQuoted(text: string): Uint8Array {
  const lines = text.split(/\r?\n/).map(withoutEndBlanks);
  const joined = lines.map((line, at) => {
    if (line.endsWith('=')) return line.slice(0, -1);
    return at === lines.length - 1 ? line : `${line}\r\n`;
  });
  const plain = joined.join('').replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => {
    return String.fromCharCode(Number.parseInt(hex, 16));
  });
  return new Uint8Array(Buffer.from(plain, 'latin1'));
}
