import type { MailFacts } from '#shared/domain/submission.ts';
import type { OpenedMail } from '#shared/ports/mail-opener.ts';
import { readBodyText } from './body-text.ts';
import { readDeliveryFailures } from './delivery-report.ts';
import { findFileLinks } from './file-links.ts';
import { type MailContent, type OpenOptions, readMailContent } from './mail-content.ts';
import { concernsOf, type MailFlag } from './mail-flag.ts';
import { normalise } from './normalise.ts';
import type { MailHeaders } from './read-headers.ts';
import { readHeaders } from './read-headers.ts';
import { type Unpacking, unpackContent, unpackLimits } from './unpack-files.ts';

const letterTypes = new Set(['message/rfc822', 'application/vnd.ms-outlook']);

/**
 * Opens a mail of a stranger: facts, files and doubts. Meant to run where it may hang or die (see the contained
 * mail opener): only a returned value means that the mail was opened.
 */
export async function openMail(
  raw: Uint8Array,
  options: OpenOptions = { withSecondOpinion: true },
): Promise<OpenedMail> {
  const content = await readMailContent(raw, options);
  if ('reason' in content) return { outcome: 'refused', ...content, mail: headersOnly(raw) };
  const unpacking: Unpacking = {
    options,
    budget: { files: unpackLimits.files, bytes: unpackLimits.bytes },
    flags: content.flags,
    files: [],
    seen: [],
  };
  await unpackContent(content, unpacking);
  settleLetters(content.headers, unpacking);
  const isAutomatic = settleAutomatic(content.headers, unpacking);
  return {
    outcome: 'opened',
    mail: { ...factsOf(content.headers, unpacking.flags), isAutomatic, ...lettersOf(content) },
    files: unpacking.files,
    concerns: concernsOf(unpacking.flags),
    failures: readDeliveryFailures(content),
  };
}

/** What can be said of a mail that was not opened: our own header reader is linear and safe on anything. */
export function headersOnly(raw: Uint8Array): MailFacts | null {
  if (raw.length === 0) return null;
  const { copy, flags } = normalise(raw.subarray(0, 300_000), []);
  const headers = readHeaders(copy);
  return { ...factsOf(headers, new Set([...flags, ...headers.flags])), fileLinks: [], bodyText: '' };
}

/** A forwarded mail without files is part of the letter. Where nothing else was sent, it may be what was meant: somebody reads it. */
function settleLetters({ isAutomatic }: MailHeaders, unpacking: Unpacking): void {
  if (isAutomatic || unpacking.files.some((file) => !file.isDecoration)) return;
  unpacking.files = unpacking.files.map((file) => {
    if (!letterTypes.has(file.mediaType)) return file;
    const text = `The forwarded message "${file.attachment}" holds no file; a person will read it.`;
    return { ...file, isDecoration: false, refused: { code: 'needs-human-decision', text } };
  });
}

/** Somebody's out-of-office note may carry files all the same: files outrank the signs of a machine. */
function settleAutomatic({ isAutomatic }: MailHeaders, { files, flags }: Unpacking): boolean {
  if (!isAutomatic || files.every((file) => file.isDecoration)) return isAutomatic;
  flags.add('automatic-with-files');
  return false;
}

function lettersOf({ text, html }: MailContent): Pick<MailFacts, 'fileLinks' | 'bodyText'> {
  return { fileLinks: findFileLinks(`${text.slice(0, 512_000)}\n${html}`), bodyText: readBodyText(text, html) };
}

function factsOf(headers: MailHeaders, flags: Set<MailFlag>): Omit<MailFacts, 'fileLinks' | 'bodyText'> {
  const { messageId, from, fromName, subject, headerDate, references, isAutomatic, authentication } = headers;
  const facts = { messageId, from, fromName, subject, headerDate, references, isAutomatic, authentication };
  return { ...facts, flags: [...flags] };
}
