import type { MailFlag } from './mail-flag.ts';
import { normalise } from './normalise.ts';
import { agree, type MailPart, onlyInSecond, type ParsedMail, parseMail, secondOpinion } from './parse-mail.ts';
import { type MailRefusal, preScan } from './pre-scan.ts';
import { type MailHeaders, readHeaders } from './read-headers.ts';
import { decodeUuencoded, findUuencoded } from './uuencoded-files.ts';

export type MailContent = ParsedMail & { headers: MailHeaders; flags: Set<MailFlag> };
export type OpenOptions = {
  /** false: do not ask the second parser (it may be what hung) */
  withSecondOpinion: boolean;
};

/** A file begun as base64, or as a PDF, at the beginning of a line of the letter itself. */
const payload = /(?:^|\n)(?:JVBERi0|%PDF-1)/;

const virusFound: MailRefusal = {
  quarantine: true,
  reason: { code: 'unsafe-file', text: 'The mail service found a virus in the e-mail.' },
};

/** One mail, enclosed or not: scanned, put right, parsed twice and compared. Does not open what is inside its parts. */
export async function readMailContent(raw: Uint8Array, options: OpenOptions): Promise<MailContent | MailRefusal> {
  const scan = preScan(raw);
  if (scan.refusal) return scan.refusal;
  const { copy, flags } = normalise(raw, scan.boundaries);
  const headers = readHeaders(copy);
  if (headers.found.includes('virus')) return virusFound;
  const parsed = await parseMail(copy);
  const compared = await comparePartsOf(copy, parsed, options);
  const parts = scan.flags.has('uuencode') ? withUuencoded(compared.parts, parsed.text) : compared.parts;
  const content = { ...parsed, parts };
  const doubts = [
    ...compared.flags,
    ...contentFlags(content, headers),
    ...headers.found.filter((one) => one === 'spam'),
  ];
  return { ...content, headers, flags: new Set([...scan.flags, ...flags, ...headers.flags, ...doubts]) };
}

function withUuencoded(parts: MailPart[], text: string): MailPart[] {
  return [...parts.flatMap(decodeUuencoded), ...findUuencoded(text)];
}

async function comparePartsOf(
  copy: Uint8Array,
  parsed: ParsedMail,
  { withSecondOpinion }: OpenOptions,
): Promise<{ parts: MailPart[]; flags: MailFlag[] }> {
  const second = withSecondOpinion ? await secondOpinion(copy, parsed) : null;
  if (!second) return { parts: parsed.parts, flags: ['no-second-opinion'] };
  if (await agree(parsed.parts, second)) return { parts: parsed.parts, flags: [] };
  return { parts: [...parsed.parts, ...(await onlyInSecond(parsed.parts, second))], flags: ['disagree'] };
}

function contentFlags({ parts, text, html }: ParsedMail, headers: MailHeaders): MailFlag[] {
  const isEmpty = parts.length === 0 && text.trim() === '' && html === '';
  const flags: MailFlag[] = [];
  if (isEmpty && headers.mediaType.startsWith('multipart/')) flags.push('empty-multipart');
  if (payload.test(text) || payload.test(html)) flags.push('payload-in-text');
  return flags;
}
