import PostalMime from 'postal-mime';
import { fileKind } from './file-kind.ts';
import { areEqual, fingerprint } from './part-fingerprint.ts';

/** One leaf of a mail that is not its text, with its bytes as they were sent. */
export type MailPart = {
  name: string | null;
  declared: string;
  contentId: string | null;
  bytes: Uint8Array;
  /** it stands in the HTML itself, as a picture of the letter */
  isShown?: boolean;
};
export type ParsedMail = { parts: MailPart[]; text: string; html: string };

/**
 * Text conversion of HTML is switched off (it is quadratic), and enclosed mails stay whole: they are opened one by one,
 * each behind its own scan.
 */
const safeOptions = {
  skipHtmlToText: true,
  skipTextToHtml: true,
  skipTextLinks: true,
  skipImageLinks: true,
  keepCidLinks: true,
  ignoreEmbedded: true,
};
const secondOpinionBytesMax = 15_000_000;
const secondOpinionTextMax = 2_000_000;
const secondOpinionMsMax = 5000;

const loadParser = () => import('mailparser');
/** Loaded with the first mail, and asked for once: the loader does its work anew each time it is asked. */
let parser: ReturnType<typeof loadParser> | undefined;

/** mailparser is the primary: it alone keeps every byte. */
export async function parseMail(mail: Uint8Array): Promise<ParsedMail> {
  parser ??= loadParser();
  const { default: mailparser } = await parser;
  const parsed = await mailparser.simpleParser(Buffer.from(mail.buffer, mail.byteOffset, mail.byteLength), safeOptions);
  const parts = parsed.attachments.map((attachment) => ({
    name: textIn(attachment.filename),
    declared: textIn(attachment.contentType)?.toLowerCase() ?? 'application/octet-stream',
    contentId: textIn(attachment.cid),
    bytes: asBytes(attachment.content),
  }));
  return { parts, text: parsed.text ?? '', html: parsed.html || '' };
}

/** Of the same memory: a copy of each file would be made for nothing. */
const asBytes = ({ buffer, byteOffset, byteLength }: Buffer) => new Uint8Array(buffer, byteOffset, byteLength);

/** What its types call text is none where a header is broken: `true` for a Content-Type without a value. */
const textIn = (value: unknown) => (typeof value === 'string' ? value : null);

/** What postal-mime finds; null where it would take too long (it has no limits of its own) or gave up. */
export async function secondOpinion(
  mail: Uint8Array,
  first: ParsedMail,
  msMax = secondOpinionMsMax,
): Promise<MailPart[] | null> {
  if (mail.length > secondOpinionBytesMax || first.text.length + first.html.length > secondOpinionTextMax) return null;
  try {
    const parsed = await hurriedParser(msMax).parse(mail);
    return parsed.attachments.map((attachment) => ({
      name: attachment.filename,
      declared: attachment.mimeType,
      contentId: attachment.contentId?.replace(/^<|>$/g, '') ?? null,
      bytes:
        typeof attachment.content === 'string' ? Buffer.from(attachment.content) : new Uint8Array(attachment.content),
    }));
  } catch {
    return null;
  }
}

/**
 * postal-mime works through a mail without ever letting a timer run, so the time is looked at before each of its lines. It cannot stop
 * in the middle of one: the limits of size above, and of the process, are for that.
 */
function hurriedParser(msMax: number): PostalMime {
  const parser = new PostalMime({ forceRfc822Attachments: true, maxNestingDepth: 100 });
  const until = performance.now() + msMax;
  const readLine: unknown = Reflect.get(parser, 'readLine');
  if (typeof readLine !== 'function') throw new Error('postal-mime reads its lines in another way');
  Reflect.set(parser, 'readLine', () => {
    if (performance.now() >= until) throw new Error('the second opinion takes too long');
    return Reflect.apply(readLine, parser, []);
  });
  return parser;
}

/** True when both found the same files. Texts are left out: what is an attachment and what the letter is a matter of taste. */
export async function agree(first: MailPart[], second: MailPart[]): Promise<boolean> {
  const [one, other] = [await filesOf(first), await filesOf(second)];
  if (one.length !== other.length) return false;
  // the usual case: byte for byte, in the same order
  if (one.every(({ bytes }, at) => areEqual(bytes, other[at]?.bytes ?? none))) return true;
  return fingerprints(one).join() === fingerprints(other).join();
}

/** The parts of `second` of which `first` knows neither the bytes nor the name. */
export async function onlyInSecond(first: MailPart[], second: MailPart[]): Promise<MailPart[]> {
  const names = new Set(first.map((part) => part.name));
  const known = new Set(first.map(({ bytes }) => fingerprint(bytes)));
  const files = await filesOf(second);
  return files.filter((part) => !names.has(part.name) && !known.has(fingerprint(part.bytes)));
}

const none = new Uint8Array();
const fingerprints = (files: readonly MailPart[]) => files.map(({ bytes }) => fingerprint(bytes)).sort();

async function filesOf(parts: MailPart[]): Promise<MailPart[]> {
  const kinds = await Promise.all(parts.map((part) => fileKind(part.bytes, part.declared)));
  return parts.filter(
    (part, at) => part.bytes.length > 0 && !['text', 'companion'].includes(kinds[at]?.treatment ?? ''),
  );
}
