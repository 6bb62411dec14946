import type { Reason } from '#shared/domain/reason.ts';
import type { FoundFile } from '#shared/ports/mail-opener.ts';
import { isDecoration } from './decoration.ts';
import { type FileKind, fileKind } from './file-kind.ts';
import { shownName } from './file-name.ts';
import { type MailContent, mailSignedIn, type OpenOptions, readMailContent } from './mail-content.ts';
import type { MailFlag } from './mail-flag.ts';
import { latin1 } from './mail-lines.ts';
import { readMsg } from './msg-files.ts';
import type { MailPart } from './parse-mail.ts';
import { isAmong } from './part-fingerprint.ts';
import { readPdfFiles } from './pdf-files.ts';
import { salvageParts } from './salvage-parts.ts';
import { readCms } from './signed-content.ts';
import { readTnef } from './tnef-files.ts';
import { readZip, type UnpackBudget } from './zip-files.ts';

/** What is known while the containers of one mail are opened, one inside the other. */
export type Unpacking = {
  options: OpenOptions;
  budget: UnpackBudget;
  flags: Set<MailFlag>;
  files: FoundFile[];
  /** the bytes of every part that was looked at, containers too */
  seen: Uint8Array[];
};
/** Where a part was found: the names of the containers around it, and how deep it lies. */
type Place = { path: string; mails: number; zips: number; html: string };
type Content = Pick<MailContent, 'parts' | 'html' | 'copy'>;

export const unpackLimits = { files: 200, bytes: 200_000_000, fileBytes: 50_000_000, mails: 10, zips: 2 } as const;

const headerLikeStart =
  /^(?:From|Received|Return-Path|MIME-Version|Message-ID|Date|Subject|To|Delivered-To|X-[\w-]{1,60}):/im;
/** Outlook and Exchange put the list footer, or the text below an attachment, into files of this name. */
const textLeftover = /^ATT\d{3,6}\.(?:txt|html?)$/i;

const programName =
  /\.(?:exe|com|scr|pif|bat|cmd|ps[12]|vbs|vbe|js|jse|ws[cfh]|sct|hta|jar|ms[ip]|lnk|url|iso|img|vhdx?|reg|cpl|dll|chm|hlp|xll|iqy|slk|one|svgz?|rdp|diagcab|appx|settingcontent-ms|search-ms|library-ms|application)[\s.]*$/i;
/** A PDF or a picture of such a name is a program to whoever clicks on it. ("www.provider.com" is how some papers are called.) */
const programNameOfPaper =
  /\.(?:exe|scr|pif|bat|cmd|ps[12]|vbs|vbe|js|jse|ws[cfh]|sct|hta|jar|ms[ip]|lnk|url|reg|cpl|dll|chm)[\s.]*$/i;

/** Every file of a mail, with those inside its containers. */
export async function unpackContent(content: Content, unpacking: Unpacking): Promise<void> {
  await unpackParts(content, { path: '', mails: 0, zips: 0, html: content.html }, unpacking);
}

/** Last of all, what lies where neither parser looks. */
async function unpackParts({ parts, copy }: Content, place: Place, unpacking: Unpacking): Promise<void> {
  for (const part of parts) await unpackPart(part, place, unpacking);
  for (const part of await salvageParts(copy)) {
    if (isAmong(part.bytes, unpacking.seen)) continue;
    unpacking.flags.add('salvaged');
    await unpackPart(part, place, unpacking);
  }
}

async function unpackPart(part: MailPart, place: Place, unpacking: Unpacking): Promise<void> {
  if (unpacking.files.length >= unpackLimits.files) {
    unpacking.flags.add('too-many-files');
    return;
  }
  const kind = isEnclosedMail(part)
    ? ({ mediaType: 'message/rfc822', treatment: 'mail' } as const)
    : bewareOfName(part, await fileKind(part.bytes, part.declared));
  unpacking.seen.push(part.bytes);
  const name = place.path + shownName(part.name, kind.mediaType);
  if (kind.treatment === 'mail') await unpackMail(part, name, place, unpacking);
  else if (kind.treatment === 'signed') await unpackSigned(part, name, place, unpacking);
  else if (kind.treatment === 'zip') await unpackZip(part, name, place, unpacking);
  else if (kind.treatment === 'tnef') await unpackTnef(part, name, place, unpacking);
  else if (kind.treatment === 'outlook') await unpackMsg(part, name, place, unpacking);
  else unpacking.files.push(asFile(part, name, kind, place));
  if (kind.mediaType === 'application/pdf') await unpackPdf(part, name, place, unpacking);
}

async function unpackMail(part: MailPart, name: string, place: Place, unpacking: Unpacking): Promise<void> {
  const keepWhole = (refused: Reason) => unpacking.files.push({ ...bareFile(part, name, 'message/rfc822'), refused });
  if (place.mails >= unpackLimits.mails) {
    keepWhole({ code: 'unsafe-file', text: `The forwarded message "${name}" lies too deep inside others.` });
    return;
  }
  const content = await readMailContent(part.bytes, unpacking.options);
  if ('reason' in content) {
    keepWhole(content.reason);
    return;
  }
  // What the inner mail says about its sender is a claim of the outer one, and no flaw of it.
  for (const flag of content.flags) if (!['dup-from', 'several-from'].includes(flag)) unpacking.flags.add(flag);
  const inner = { path: `${name}/`, mails: place.mails + 1, zips: place.zips, html: content.html };
  const before = unpacking.files.length;
  await unpackParts(content, inner, unpacking);
  if (unpacking.files.length === before)
    unpacking.files.push({ ...bareFile(part, name, 'message/rfc822'), isDecoration: true });
}

/** What was signed is a mail, or a file: "certificate.pdf.p7m". The signature itself proves nothing here. */
async function unpackSigned(part: MailPart, name: string, place: Place, unpacking: Unpacking): Promise<void> {
  unpacking.flags.add('signed-content');
  const mail = mailSignedIn(part.bytes);
  if (mail) {
    await unpackMail({ ...part, bytes: mail }, name, place, unpacking);
    return;
  }
  const cms = readCms(part.bytes);
  const bytes = cms.kind === 'signed' ? cms.content : null;
  if (bytes === null || place.zips >= unpackLimits.zips) {
    const text = `The signed file "${name}" could not be opened.`;
    unpacking.files.push({
      ...bareFile(part, name, 'application/pkcs7-mime'),
      refused: { code: 'unsupported-file', text },
    });
    return;
  }
  const signed = { name: (part.name ?? '').replace(/\.p7[ms]$/i, ''), declared: '', contentId: null, bytes };
  await unpackPart(signed, { ...place, path: `${name}/`, zips: place.zips + 1 }, unpacking);
}

/** An Outlook message is opened as a forwarded mail is: its attachments count, its sender is a claim. */
async function unpackMsg(part: MailPart, name: string, place: Place, unpacking: Unpacking): Promise<void> {
  const mediaType = 'application/vnd.ms-outlook';
  const keepWhole = (refused: Reason) => unpacking.files.push({ ...bareFile(part, name, mediaType), refused });
  if (place.mails >= unpackLimits.mails) {
    keepWhole({ code: 'unsafe-file', text: `The Outlook message "${name}" lies too deep inside others.` });
    return;
  }
  const result = await readMsg(part.bytes);
  const text = `The Outlook message "${name}" could not be opened completely.`;
  if (!result?.isWhole) keepWhole({ code: 'unsupported-file', text });
  else if (result.files.length === 0) unpacking.files.push({ ...bareFile(part, name, mediaType), isDecoration: true });
  const inner = { ...place, path: `${name}/`, mails: place.mails + 1, html: '' };
  for (const file of result?.files ?? []) await unpackPart(file, inner, unpacking);
}

/** The PDF itself stays a paper; of the files inside it those that are papers are read, and the others listed. */
async function unpackPdf(part: MailPart, name: string, place: Place, unpacking: Unpacking): Promise<void> {
  const inner = { ...place, path: `${name}/`, zips: place.zips + 1 };
  for (const { name: inside, bytes } of readPdfFiles(part.bytes)) {
    const file = { name: inside, declared: '', contentId: null, bytes: bytes ?? new Uint8Array() };
    const kind = bewareOfName(file, await fileKind(file.bytes, ''));
    const shown = inner.path + shownName(inside, kind.mediaType);
    const isListed = ['unsupported', 'text', 'companion'].includes(kind.treatment);
    if (bytes === null || place.zips >= unpackLimits.zips)
      unpacking.files.push({ ...bareFile(file, shown, kind.mediaType), refused: notTakenOut(shown) });
    else if (isListed) unpacking.files.push({ ...bareFile(file, shown, kind.mediaType), isDecoration: true });
    else await unpackPart(file, inner, unpacking);
  }
}

function notTakenOut(name: string): Reason {
  return { code: 'needs-human-decision', text: `The file "${name}" lies inside a PDF and could not be taken out.` };
}

async function unpackZip(part: MailPart, name: string, place: Place, unpacking: Unpacking): Promise<void> {
  const keepWhole = (refused: Reason) => unpacking.files.push({ ...bareFile(part, name, 'application/zip'), refused });
  if (place.zips >= unpackLimits.zips) {
    keepWhole({ code: 'unsafe-file', text: `The archive "${name}" lies too deep inside others.` });
    return;
  }
  const result = await readZip(part.bytes, unpacking.budget);
  if (result.outcome === 'refused') {
    keepWhole({ code: 'unsafe-file', text: `The archive "${name}" ${result.text}.` });
    return;
  }
  if (result.hasEncrypted)
    keepWhole({ code: 'encrypted-file', text: `The archive "${name}" is protected by a password.` });
  else if (result.files.length === 0) keepWhole({ code: 'unsupported-file', text: `The archive "${name}" is empty.` });
  const inner = { ...place, path: `${name}/`, zips: place.zips + 1 };
  for (const file of result.files) await unpackPart({ ...file, declared: '', contentId: null }, inner, unpacking);
}

/** One that holds nothing but the look of the letter is a companion; one that cannot be followed is shown as it is. */
async function unpackTnef(part: MailPart, name: string, place: Place, unpacking: Unpacking): Promise<void> {
  const { files, isWhole } = readTnef(part.bytes);
  const whole = bareFile(part, name, 'application/vnd.ms-tnef');
  const isReadable = isWhole && place.zips < unpackLimits.zips;
  const text = `The file "${name}" is an Outlook container that could not be opened completely.`;
  if (!isReadable) unpacking.files.push({ ...whole, refused: { code: 'unsupported-file', text } });
  else if (files.length === 0) unpacking.files.push({ ...whole, isDecoration: true });
  if (place.zips >= unpackLimits.zips) return;
  const inner = { ...place, path: `${name}/`, zips: place.zips + 1 };
  for (const file of files) await unpackPart({ ...file, declared: '', contentId: null }, inner, unpacking);
}

function asFile(part: MailPart, name: string, kind: FileKind, place: Place): FoundFile {
  const file = bareFile(part, name, kind.mediaType);
  const isAccompanying = kind.treatment === 'companion' || (kind.treatment === 'text' && isTextLeftover(part));
  if (isAccompanying || isDecoration({ ...part, mediaType: kind.mediaType }, place.html))
    return { ...file, isDecoration: true };
  return { ...file, refused: refusalOf(part, name, kind) };
}

function bareFile(part: MailPart, name: string, mediaType: string): FoundFile {
  return { attachment: name, mediaType, bytes: part.bytes, isDecoration: false, refused: null };
}

function refusalOf({ bytes }: MailPart, name: string, { treatment, mediaType }: FileKind): Reason | null {
  if (bytes.length === 0) return { code: 'unsupported-file', text: `The file "${name}" is empty.` };
  if (bytes.length > unpackLimits.fileBytes)
    return { code: 'too-large', text: `The file "${name}" is larger than 50 MB.` };
  if (treatment === 'read') return null;
  if (treatment === 'encrypted') return { code: 'encrypted-file', text: `The file "${name}" is encrypted.` };
  if (treatment === 'unsafe')
    return { code: 'unsafe-file', text: `The file "${name}" is of a kind that is never opened.` };
  const what = mediaType.startsWith('image/') ? 'a picture of a kind' : 'of a kind';
  return {
    code: 'unsupported-file',
    text: `The file "${name}" is ${what} that cannot be read here. Please send it as PDF or JPEG.`,
  };
}

/** A script is text, and a disc is anything: only their names say that a double click would run them. */
function bewareOfName({ name }: MailPart, kind: FileKind): FileKind {
  const isOpen = kind.treatment === 'unsupported' || kind.treatment === 'text';
  const runs = isOpen ? programName : kind.treatment === 'read' ? programNameOfPaper : null;
  // a name ends at its first NUL for whatever would run it
  const [said = ''] = (name ?? '').split('\0', 1);
  return runs?.test(isOpen ? (name ?? '') : said) ? { ...kind, treatment: 'unsafe' } : kind;
}

function isTextLeftover({ name, declared }: MailPart): boolean {
  return textLeftover.test(name ?? '') || declared === 'text/rfc822-headers' || declared.startsWith('message/');
}

/** Declared so, or a file named .eml that begins like a mail. */
function isEnclosedMail({ name, declared, bytes }: MailPart): boolean {
  if (declared === 'message/rfc822' || declared === 'message/global') return true;
  return /\.eml$/i.test(name ?? '') && headerLikeStart.test(latin1(bytes, 0, 2000));
}
