import type { Reason } from '#shared/domain/reason.ts';
import type { MailFlag } from './mail-flag.ts';
import { eachLine, latin1 } from './mail-lines.ts';
import { StructureScan } from './scan-structure.ts';

/** A mail that no library shall see. `quarantine`: it is built to do harm, not merely odd. */
export type MailRefusal = { quarantine: boolean; reason: Reason };
export type PreScan = { refusal: MailRefusal | null; flags: Set<MailFlag>; boundaries: string[] };

/** Far above any real mail, far below what makes a parser slow; measured on 666 public mails and 57 hostile ones. */
export const mailLimits = {
  bytes: 40_000_000,
  lines: 1_200_000,
  lineBytes: 2_000_000,
  topHeaderBytes: 256_000,
  topHeaderLines: 3000,
  blankRunBytes: 4000,
  boundaries: 200,
  delimiters: 1000,
  messages: 50,
} as const;

/** Names of headers and boundaries stand at the beginning of a line; the rest of a very long one is not looked at. */
const lineStartMax = 4096;

/** One linear pass over the raw mail, before any parser sees it. */
export function preScan(raw: Uint8Array): PreScan {
  const structure = new StructureScan();
  const refusal = refusalBySize(raw) ?? refusalByLines(raw, structure);
  const flags = structure.finish();
  const isOpenEnded = flags.has('unclosed') || structure.boundaries.length === 0;
  if (!refusal && isOpenEnded && endsInsideBase64(raw, structure)) flags.add('truncated');
  return { refusal, flags, boundaries: structure.boundaries };
}

function refusalBySize(raw: Uint8Array): MailRefusal | null {
  if (raw.length === 0) return refuse('needs-human-decision', 'The e-mail is empty.');
  if (raw.length > mailLimits.bytes) return refuse('too-large', 'The e-mail is larger than 40 MB.');
  if (hasLongBlankRun(raw)) return refuse('needs-human-decision', 'The e-mail contains thousands of blanks in a row.');
  return null;
}

function refusalByLines(raw: Uint8Array, structure: StructureScan): MailRefusal | null {
  let refusal: MailRefusal | null = null;
  let lines = 0;
  eachLine(raw, (start, end, next) => {
    lines += 1;
    if (structure.isIndifferentTo(raw[start])) refusal = refusalOfLine(lines, end - start);
    else {
      structure.take(latin1(raw, start, Math.min(end, start + lineStartMax)), next);
      refusal = refusalOfCounts(structure, next) ?? refusalOfLine(lines, end - start);
    }
    return refusal === null;
  });
  return refusal;
}

function refusalOfLine(lines: number, lineBytes: number): MailRefusal | null {
  if (lineBytes > mailLimits.lineBytes) return refuse('needs-human-decision', 'The e-mail has a line of over 2 MB.');
  if (lines > mailLimits.lines) return refuse('needs-human-decision', 'The e-mail has over a million lines.');
  return null;
}

function refusalOfCounts(structure: StructureScan, next: number): MailRefusal | null {
  const { counts, isInTopHeader } = structure;
  if (isInTopHeader && (next > mailLimits.topHeaderBytes || counts.topHeaderLines > mailLimits.topHeaderLines))
    return structure.isAmongAddresses
      ? refuse('needs-human-decision', 'The e-mail is addressed to far too many people.')
      : refuse('unsafe-file', 'The header of the e-mail is far too long.', true);
  if (counts.boundaries > mailLimits.boundaries || counts.delimiters > mailLimits.delimiters)
    return refuse('unsafe-file', 'The e-mail has far too many parts.', true);
  if (counts.messages > mailLimits.messages)
    return refuse('unsafe-file', 'The e-mail contains far too many forwarded messages.', true);
  return null;
}

/** Looks at every 4000th byte only: a longer run must cover one of them. */
function hasLongBlankRun(raw: Uint8Array): boolean {
  const isBlank = (at: number): boolean => raw[at] === 0x20 || raw[at] === 0x09;
  for (let place = 0; place < raw.length; place += mailLimits.blankRunBytes) {
    if (!isBlank(place)) continue;
    let start = place;
    while (start > 0 && isBlank(start - 1)) start -= 1;
    let end = place + 1;
    while (isBlank(end)) end += 1;
    if (end - start > mailLimits.blankRunBytes) return true;
  }
  return false;
}

/** Four characters of base64 make three bytes: a rest means that the mail was cut. */
function endsInsideBase64(raw: Uint8Array, structure: StructureScan): boolean {
  if (!structure.isBodyBase64) return false;
  let characters = 0;
  for (const byte of raw.subarray(structure.bodyStart)) if (isBase64Byte(byte)) characters += 1;
  return characters % 4 !== 0;
}

function isBase64Byte(byte: number): boolean {
  const isLetterOrDigit =
    (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
  return isLetterOrDigit || byte === 0x2b || byte === 0x2f || byte === 0x3d;
}

function refuse(code: Reason['code'], text: string, quarantine = false): MailRefusal {
  return { quarantine, reason: { code, text } };
}
