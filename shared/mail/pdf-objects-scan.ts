import { inflateSync } from 'node:zlib';
import { latin1 } from './mail-lines.ts';

/** Objects of a PDF by their number: what stands before their stream, with spelled names put right, and where the stream begins. */
export type PdfObjects = ReadonlyMap<number, { text: string; stream: number }>;

const objectsMax = 100_000;
const headMax = 20_000;
export const inflatedMax = 50_000_000;
const objectStart = /(?:^|[\s>\])])(\d{1,7})[ \t\r\n]{1,10}\d{1,5}[ \t\r\n]{1,10}obj\b/g;

/**
 * Finds objects by their marks, not by the table at the end, which may lie. Those packed into streams are unpacked, all together under
 * 50 MB. Of two with one number the later counts, as readers have it.
 */
export function scanPdfObjects(bytes: Uint8Array): PdfObjects {
  const text = latin1(bytes);
  const objects = new Map<number, { text: string; stream: number }>();
  const starts = Array.from(firstOf(text.matchAll(objectStart)), (match) => ({
    number: Number(match[1]),
    at: match.index + match[0].length,
  }));
  for (const [place, { number, at }] of starts.entries()) {
    const end = Math.min(starts[place + 1]?.at ?? text.length, at + headMax);
    objects.set(number, headOf(text.slice(at, end), at));
  }
  const budget = { left: inflatedMax };
  for (const [, object] of [...objects]) {
    if (!/\/Type\s{0,10}\/ObjStm\b/.test(object.text)) continue;
    const packed = streamOf(bytes, object, objects, budget.left);
    budget.left -= packed?.length ?? 0;
    if (packed) takePacked(latin1(packed), object.text, objects);
  }
  return objects;
}

function* firstOf(matches: Iterable<RegExpExecArray>): Generator<RegExpExecArray> {
  let count = 0;
  for (const match of matches) {
    if (count >= objectsMax) return;
    count += 1;
    yield match;
  }
}

function headOf(slice: string, at: number): { text: string; stream: number } {
  const stream = /\bstream(?:\r\n|\n|\r)/.exec(slice);
  const ended = slice.indexOf('endobj');
  if (stream && (ended < 0 || stream.index < ended))
    return { text: plainNames(slice.slice(0, stream.index)), stream: at + stream.index + stream[0].length };
  return { text: plainNames(ended < 0 ? slice : slice.slice(0, ended)), stream: -1 };
}

/** `/E#46` is `/EF`. */
function plainNames(text: string): string {
  if (!text.includes('#')) return text;
  return text.replace(/\/[^\s/<>[\](){}]{1,127}/g, (name) =>
    name.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
  );
}

function takePacked(text: string, head: string, objects: Map<number, { text: string; stream: number }>): void {
  const first = Number(/\/First\s{0,10}(\d{1,9})/.exec(head)?.[1] ?? 0);
  const numbers = (text.slice(0, first).match(/\d{1,9}/g) ?? []).map(Number);
  for (let at = 0; at + 1 < numbers.length && objects.size < objectsMax; at += 2) {
    const start = first + (numbers[at + 1] ?? 0);
    const end = at + 3 < numbers.length ? first + (numbers[at + 3] ?? 0) : text.length;
    objects.set(numbers[at] ?? 0, { text: plainNames(text.slice(start, Math.min(end, start + headMax))), stream: -1 });
  }
}

/** The bytes of a stream, unpacked; null when it is packed in another way than the usual one, or is too large. */
export function streamOf(
  bytes: Uint8Array,
  { text, stream }: { text: string; stream: number },
  objects: PdfObjects,
  bytesMax: number,
): Uint8Array | null {
  if (stream < 0) return null;
  const raw = bytes.subarray(stream, endOfStream(bytes, text, stream, objects));
  const filters = /\/(?:Filter|F)\s{0,10}(\[[^\]]{0,200}\]|\/\w{1,20})/.exec(text)?.[1]?.match(/\/\w{1,20}/g) ?? [];
  if (filters.length === 0) return raw.length <= bytesMax ? raw : null;
  if (filters.length > 1 || !/^\/(?:FlateDecode|Fl)$/.test(filters[0] ?? '')) return null;
  try {
    return inflateSync(raw, { maxOutputLength: Math.max(1, bytesMax) });
  } catch {
    return null;
  }
}

/** Where its length says, if a stream ends there; else where its mark is. */
function endOfStream(bytes: Uint8Array, text: string, start: number, objects: PdfObjects): number {
  const said = /\/Length\s{1,10}(\d{1,10})(\s{1,10}\d{1,5}\s{1,10}R\b)?/.exec(text);
  const length = said?.[2] ? Number(objects.get(Number(said[1]))?.text.trim() ?? Number.NaN) : Number(said?.[1]);
  const end = start + length;
  if (
    end <= bytes.length &&
    latin1(bytes, end, end + 20)
      .trimStart()
      .startsWith('endstream')
  )
    return end;
  const mark = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf('endstream', start);
  return mark < 0 ? bytes.length : mark;
}
