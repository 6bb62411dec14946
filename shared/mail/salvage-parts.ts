import { decodeHeaderText } from './encoded-words.ts';
import { fileKind } from './file-kind.ts';
import { type HeaderLine, readHeaderLines, valuesOf } from './header-lines.ts';
import { mediaTypeOf, parameterOf } from './header-value.ts';
import { eachLine, eachLineThatBegins, latin1, withoutEndBlanks } from './mail-lines.ts';
import type { MailPart } from './parse-mail.ts';
import { decodeTransfer } from './transfer-encoding.ts';
import { decodeUuencoded } from './uuencoded-files.ts';

const partsMax = 1000;
const filesMax = 200;
const headersBytesMax = 64_000;
const delimiterCharactersMax = 300;
const mailType = 'message/rfc822';
const headerStart = /^[A-Za-z][\w-]{1,60}:/;
const contentHeader = /^content-(?:type|disposition|transfer-encoding)[ \t]{0,10}:/im;

/** `headers` is null for a line that only ends what stands before it. */
type Mark = { text: string; start: number; next: number };
type Block = { headers: HeaderLine[]; body: number };
type Begun = Block & { text: string; end: number };

/**
 * The third look, for what both parsers pass over: a part behind the marked end, under a boundary nobody announced or that is written
 * wrongly. It builds no tree: whatever begins with dashes and the headers of a part is one, up to the next line of the kind.
 */
export async function salvageParts(mail: Uint8Array): Promise<MailPart[]> {
  const parts: MailPart[] = [];
  for (const begun of partsBegunIn(mail)) {
    if (parts.length >= filesMax) break;
    for (const part of partsOf(mail, begun)) if (await isFile(part, begun.headers)) parts.push(part);
  }
  return parts;
}

function partsBegunIn(mail: Uint8Array): Begun[] {
  const marks = dashedLines(mail);
  const begun = marks.flatMap((mark) => {
    const block = headersAt(mail, mark.next) ?? mailAt(mail, mark.next);
    return block === null ? [] : [{ text: mark.text, ...block, end: mail.length }];
  });
  const known = new Set(begun.flatMap(({ text }) => [text, `${text}--`]));
  const ends = marks.filter(({ text }) => known.has(text)).map(({ start }) => start);
  let at = 0;
  for (const part of begun) {
    while (at < ends.length && (ends[at] ?? 0) < part.body) at += 1;
    part.end = (isMail(part) ? endOfMail(part, marks) : ends[at]) ?? mail.length;
  }
  const whole = headersAt(mail, 0);
  return whole ? [{ text: '', ...whole, end: mail.length }, ...begun] : begun;
}

function dashedLines(mail: Uint8Array): Mark[] {
  const marks: Mark[] = [];
  eachLineThatBegins(mail, '--', (start, end, next) => {
    if (end - start > 2 && end - start < delimiterCharactersMax)
      marks.push({ text: withoutEndBlanks(latin1(mail, start, end)), start, next });
    return marks.length < partsMax * 2;
  });
  return marks;
}

/** The headers that begin at a place, when any of them is one of a part; `body` is where what they speak of begins. */
function headersAt(mail: Uint8Array, at: number): Block | null {
  const block = mail.subarray(at, at + headersBytesMax);
  let length = -1;
  eachLine(block, (start, end, next) => {
    if (end === start) length = next;
    return length < 0;
  });
  if (length < 0 || !contentHeader.test(latin1(block, 0, length))) return null;
  return { headers: readHeaderLines(block.subarray(0, length)), body: at + length };
}

/** A mail right below a boundary, with nothing that says so: the parts of a digest are such. */
function mailAt(mail: Uint8Array, at: number): Block | null {
  const body = at + (mail[at] === 13 ? 2 : 1);
  if ((mail[at] !== 10 && mail[at] !== 13) || !headerStart.test(latin1(mail, body, body + 100))) return null;
  if (headersAt(mail, body) === null) return null;
  return { headers: [{ name: 'content-type', value: mailType }], body };
}

const isMail = ({ headers }: Begun) => headers.length === 1 && headers[0]?.value === mailType;

/** It has boundaries of its own: only that which begins it ends it. */
const endOfMail = ({ text, body }: Begun, marks: readonly Mark[]) =>
  marks.find((mark) => mark.start >= body && (mark.text === text || mark.text === `${text}--`))?.start;

function partsOf(mail: Uint8Array, { headers, body, end }: Begun): MailPart[] {
  const types = valuesOf(headers, 'content-type');
  const declared = types.map(mediaTypeOf);
  // what holds parts is looked at part by part
  if (declared.some((type) => type.startsWith('multipart/'))) return [];
  const encoding = valuesOf(headers, 'content-transfer-encoding')[0] ?? '';
  const isDigested = headers.length === 1 && declared[0] === mailType;
  if (!isDigested && declared[0]?.startsWith('message/') && !/base64|quoted/i.test(encoding)) return [];
  const bytes = decodeTransfer(mail.subarray(body, Math.max(body, endOfBody(mail, end))), encoding);
  const contentId = valuesOf(headers, 'content-id')[0]?.replace(/^<|>$/g, '') ?? null;
  return decodeUuencoded({ name: nameIn(headers), declared: declared[0] ?? '', contentId, bytes });
}

/** The line break before a boundary belongs to the boundary. */
function endOfBody(mail: Uint8Array, end: number): number {
  if (mail[end - 1] !== 10) return end;
  return mail[end - 2] === 13 ? end - 2 : end - 1;
}

function nameIn(headers: HeaderLine[]): string | null {
  const values = [...valuesOf(headers, 'content-disposition'), ...valuesOf(headers, 'content-type')];
  const names = values.map((value) => parameterOf(value, 'filename') ?? parameterOf(value, 'name'));
  const found = names.find((name) => name !== null);
  return found === undefined || found === null ? null : decodeHeaderText(found);
}

/** A letter is none, unless its bytes are those of a paper or its sender attached it. */
async function isFile(part: MailPart, headers: HeaderLine[]): Promise<boolean> {
  if (part.bytes.length === 0) return false;
  if (part.declared === mailType || /\.eml$/i.test(part.name ?? '')) return true;
  const { treatment } = await fileKind(part.bytes, part.declared);
  if (['read', 'zip', 'tnef', 'outlook', 'signed', 'unsafe'].includes(treatment)) return true;
  const isAttached = valuesOf(headers, 'content-disposition').some((value) => /^\s*attachment\b/i.test(value));
  return isAttached && treatment !== 'companion';
}
