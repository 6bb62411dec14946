import { type PdfObjects, scanPdfObjects, streamOf } from './pdf-objects-scan.ts';

/** `bytes` is null for a file that lies in it in a way that cannot be unpacked here, or is too large. */
export type PdfFile = { name: string | null; bytes: Uint8Array | null };

const filesMax = 50;
const sumBytesMax = 100_000_000;
const fileBytesMax = 50_000_000;

/** The files that lie inside a PDF (a portfolio, an attachment), each once. Nothing of it is run or shown. */
export function readPdfFiles(bytes: Uint8Array): PdfFile[] {
  const objects = scanPdfObjects(bytes);
  const files = new Map<number, PdfFile>();
  let left = sumBytesMax;
  for (const { text } of objects.values()) {
    if (files.size >= filesMax) break;
    const number = embeddedIn(text, objects);
    const stream = number === null ? undefined : objects.get(number);
    if (number === null || !stream || files.has(number)) continue;
    const inside = streamOf(bytes, stream, objects, Math.min(left, fileBytesMax));
    left -= inside?.length ?? 0;
    files.set(number, { name: nameOf(text, objects), bytes: inside });
  }
  return [...files.values()];
}

/** The number of the stream that a description of a file points to. */
function embeddedIn(text: string, objects: PdfObjects): number | null {
  const found = /\/EF\s{0,10}(?:<<([^>]{0,500})>>|(\d{1,7})\s{1,10}\d{1,5}\s{1,10}R\b)/.exec(text);
  if (!found) return null;
  const places = found[1] ?? objects.get(Number(found[2]))?.text ?? '';
  const number = /\/(?:UF|F|DOS|Unix|Mac)\s{0,10}(\d{1,7})\s{1,10}\d{1,5}\s{1,10}R\b/.exec(places)?.[1];
  return number === undefined ? null : Number(number);
}

function nameOf(text: string, objects: PdfObjects): string | null {
  const outside = text.replace(/\/EF\s{0,10}<<[^>]{0,500}>>/, '');
  for (const key of ['UF', 'F', 'Desc']) {
    const written = textAt(outside, key, objects);
    if (written) return written;
  }
  return null;
}

function textAt(text: string, key: string, objects: PdfObjects): string | null {
  const found = new RegExp(
    `/${key}\\s{0,10}(?:\\(((?:[^()\\\\]|\\\\[\\s\\S]){0,1000})\\)|<([0-9A-Fa-f\\s]{0,4000})>|(\\d{1,7})\\s{1,10}\\d{1,5}\\s{1,10}R\\b)`,
  ).exec(text);
  if (!found) return null;
  if (found[1] !== undefined) return decodeText(Buffer.from(unescaped(found[1]), 'latin1'));
  if (found[2] !== undefined) return decodeText(Buffer.from(found[2].replace(/\s/g, ''), 'hex'));
  const far = objects.get(Number(found[3]))?.text.trim() ?? '';
  return /^[(<]/.test(far) ? textAt(`/X ${far}`, 'X', new Map()) : null;
}

function unescaped(text: string): string {
  return text.replace(/\\([0-7]{1,3}|[\s\S])/g, (_, code: string) =>
    /^[0-7]/.test(code) ? String.fromCharCode(Number.parseInt(code, 8) & 255) : code,
  );
}

/** Text of PDF: UTF-16 or UTF-8 with its mark in front, or else near enough to Windows-1252. */
function decodeText(bytes: Buffer): string {
  const marks: [string, string][] = [
    ['feff', 'utf-16be'],
    ['fffe', 'utf-16le'],
    ['efbbbf', 'utf-8'],
  ];
  const encoding = marks.find(([mark]) => bytes.toString('hex').startsWith(mark))?.[1] ?? 'windows-1252';
  return new TextDecoder(encoding).decode(bytes).split('\0', 1).join('');
}
