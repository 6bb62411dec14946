import { cutShort } from './cut-short.ts';
import { fileKind } from './file-kind.ts';
import type { MailFlag } from './mail-flag.ts';
import { latin1 } from './mail-lines.ts';
import { normalise } from './normalise.ts';
import { agree, type MailPart, onlyInSecond, type ParsedMail, parseMail, secondOpinion } from './parse-mail.ts';
import { fingerprint } from './part-fingerprint.ts';
import { findInHtml, findPasted } from './pasted-files.ts';
import { type MailRefusal, type PreScan, preScan } from './pre-scan.ts';
import { type MailHeaders, readHeaders } from './read-headers.ts';
import { salvageParts } from './salvage-parts.ts';
import { readCms } from './signed-content.ts';
import { decodeUuencoded, findUuencoded } from './uuencoded-files.ts';
import { findYenc } from './yenc-files.ts';

/** `copy` is the mail as the parsers were given it. */
export type MailContent = ParsedMail & { headers: MailHeaders; flags: Set<MailFlag>; copy: Uint8Array };
export type OpenOptions = {
  /** false: do not ask the second parser (it may be what hung) */
  withSecondOpinion: boolean;
};

/** A file begun as base64, or as a PDF, at the beginning of a line of the letter itself. */
const payload = /(?:^|\n)(?:JVBERi0|%PDF-1)/;
const signaturesMax = 3;
const mimeStart = /^(?:content-type|mime-version|content-transfer-encoding|from|received)[ \t]{0,10}:/im;

const virusFound: MailRefusal = {
  quarantine: true,
  reason: { code: 'unsafe-file', text: 'The mail service found a virus in the e-mail.' },
};

/** One mail, enclosed or not: scanned, put right, parsed twice and compared. Does not open what is inside its parts. */
export async function readMailContent(
  raw: Uint8Array,
  options: OpenOptions,
  signatures = 0,
): Promise<MailContent | MailRefusal> {
  const scan = preScan(raw);
  if (scan.refusal) return scan.refusal;
  const { copy, flags } = normalise(raw, scan.boundaries);
  const headers = readHeaders(copy);
  if (headers.found.includes('virus')) return virusFound;
  const parsed = await parseMail(copy);
  const signed = signatures < signaturesMax ? await signedMailIn(parsed) : null;
  if (signed) return asSigned(await readMailContent(signed, options, signatures + 1), headers);
  const compared = await comparePartsOf(copy, parsed, options);
  const written = writtenIn(copy, parsed, scan);
  const parts = [...compared.parts.flatMap(decodeUuencoded), ...written.parts];
  const content = { ...parsed, parts };
  const doubts = [
    ...compared.flags,
    ...written.flags,
    ...contentFlags(content, headers),
    ...(isCutShort(scan, parsed) ? ['truncated' as const] : []),
    ...headers.found.filter((one) => one === 'spam'),
  ];
  return { ...content, copy, headers, flags: new Set([...scan.flags, ...flags, ...headers.flags, ...doubts]) };
}

/** The whole of the mail lies inside a signature: what is signed is the mail. */
async function signedMailIn({ parts, text, html }: ParsedMail): Promise<Uint8Array | null> {
  const [part] = parts;
  if (!part || parts.length > 1 || text.trim() !== '' || html !== '') return null;
  const { treatment } = await fileKind(part.bytes, part.declared);
  return treatment === 'signed' ? mailSignedIn(part.bytes) : null;
}

/** The content of a signature when it is a mail, or a part of one; files can be signed too. */
export function mailSignedIn(bytes: Uint8Array): Uint8Array | null {
  const cms = readCms(bytes);
  if (cms.kind !== 'signed' || cms.content === null) return null;
  return mimeStart.test(latin1(cms.content, 0, 2000)) ? cms.content : null;
}

/** Who sent it is said outside; what stands inside is a claim. */
function asSigned(inner: MailContent | MailRefusal, headers: MailHeaders): MailContent | MailRefusal {
  if ('reason' in inner) return inner;
  const own = [...inner.flags].filter((flag) => flag !== 'dup-from' && flag !== 'several-from');
  return { ...inner, headers, flags: new Set([...headers.flags, ...own, 'signed-content']) };
}

/** Files that the letter carries in its own text. */
function writtenIn(
  copy: Uint8Array,
  { text, html }: ParsedMail,
  scan: PreScan,
): { parts: MailPart[]; flags: MailFlag[] } {
  const uuencoded = findUuencoded(text);
  const yenc = findYenc(copy);
  const pasted = findPasted(text);
  const flags: MailFlag[] = [];
  if (uuencoded.length > 0 && !scan.flags.has('uuencode')) flags.push('uuencode');
  if (yenc.length > 0) flags.push('yenc');
  if (pasted.length > 0) flags.push('payload-in-text');
  return { parts: [...uuencoded, ...yenc, ...pasted, ...findInHtml(html)], flags };
}

async function comparePartsOf(
  copy: Uint8Array,
  parsed: ParsedMail,
  { withSecondOpinion }: OpenOptions,
): Promise<{ parts: MailPart[]; flags: MailFlag[] }> {
  const second = withSecondOpinion ? await secondOpinion(copy, parsed) : null;
  if (!second) return { parts: parsed.parts, flags: ['no-second-opinion'] };
  if (await agree(parsed.parts, second)) return { parts: parsed.parts, flags: [] };
  const missing = await byteTrue(await onlyInSecond(parsed.parts, second), copy);
  return { parts: [...parsed.parts, ...missing], flags: ['disagree'] };
}

/** The second parser changes bytes that are not base64: what it alone found is kept as our own look has it, where that sees it too. */
async function byteTrue(parts: readonly MailPart[], copy: Uint8Array): Promise<MailPart[]> {
  if (parts.length === 0) return [];
  const own = new Map((await salvageParts(copy)).map(({ bytes }) => [fingerprint(bytes), bytes]));
  return parts.map((part) => ({ ...part, bytes: own.get(fingerprint(part.bytes)) ?? part.bytes }));
}

function contentFlags({ parts, text, html }: ParsedMail, headers: MailHeaders): MailFlag[] {
  const isEmpty = parts.length === 0 && text.trim() === '' && html === '';
  const flags: MailFlag[] = [];
  if (isEmpty && headers.mediaType.startsWith('multipart/')) flags.push('empty-multipart');
  if (payload.test(text) || payload.test(html)) flags.push('payload-in-text');
  return flags;
}

/** Where nothing marks the end of the mail, its last file tells whether it is whole. */
function isCutShort({ flags, boundaries }: PreScan, { parts }: ParsedMail): boolean {
  const last = parts.at(-1);
  return last !== undefined && (boundaries.length === 0 || flags.has('unclosed')) && cutShort(last.bytes);
}
