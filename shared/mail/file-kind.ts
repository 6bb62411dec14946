import { latin1 } from './mail-lines.ts';
import { officeKind } from './office-kind.ts';
import { readCms } from './signed-content.ts';
import { endOfZip } from './zip-names.ts';

/** What a file is by its bytes. `companion`: a signature, calendar or resource fork that belongs to the mail itself. */
export type FileKind = {
  mediaType: string;
  treatment:
    | 'read'
    | 'zip'
    | 'tnef'
    | 'outlook'
    | 'mail'
    | 'signed'
    | 'companion'
    | 'text'
    | 'encrypted'
    | 'unsupported'
    | 'unsafe';
};

type Sign = FileKind & { starts: string };

const signs: Sign[] = [
  { starts: '\xff\xd8\xff', mediaType: 'image/jpeg', treatment: 'read' },
  { starts: '\x89PNG\r\n\x1a\n', mediaType: 'image/png', treatment: 'read' },
  { starts: 'II*\0', mediaType: 'image/tiff', treatment: 'read' },
  { starts: 'MM\0*', mediaType: 'image/tiff', treatment: 'read' },
  { starts: 'GIF8', mediaType: 'image/gif', treatment: 'read' },
  { starts: '\x78\x9f\x3e\x22', mediaType: 'application/vnd.ms-tnef', treatment: 'tnef' },
  { starts: 'MZ', mediaType: 'application/x-msdownload', treatment: 'unsafe' },
  { starts: '\x7fELF', mediaType: 'application/x-elf', treatment: 'unsafe' },
  { starts: 'L\0\0\0\x01\x14\x02\0', mediaType: 'application/x-ms-shortcut', treatment: 'unsafe' },
  { starts: '[InternetShortcut]', mediaType: 'application/x-mswinurl', treatment: 'unsafe' },
  { starts: '\xe4\x52\x5c\x7b\x8c\xd8\xa7\x4d', mediaType: 'application/onenote', treatment: 'unsafe' },
  { starts: 'ITSF', mediaType: 'application/vnd.ms-htmlhelp', treatment: 'unsafe' },
  { starts: 'MSCF', mediaType: 'application/vnd.ms-cab-compressed', treatment: 'unsafe' },
  { starts: 'vhdxfile', mediaType: 'application/x-vhd', treatment: 'unsafe' },
  { starts: '#!', mediaType: 'text/x-script', treatment: 'unsafe' },
  { starts: '\0\x05\x16\x07', mediaType: 'application/applefile', treatment: 'companion' },
  { starts: '\0\x05\x16\0', mediaType: 'application/applefile', treatment: 'companion' },
  { starts: 'BEGIN:VCALENDAR', mediaType: 'text/calendar', treatment: 'companion' },
  { starts: 'BEGIN:VCARD', mediaType: 'text/vcard', treatment: 'companion' },
  { starts: '-----BEGIN PGP MESSAGE-----', mediaType: 'application/pgp-encrypted', treatment: 'encrypted' },
  { starts: '-----BEGIN PGP', mediaType: 'application/pgp-signature', treatment: 'companion' },
];
/** How a picture in the container of HEIC is coded: the first of these names in its list says it. */
const codedAs = new Map([
  ...['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx'].map((brand) => [brand, 'image/heic'] as const),
  ...['avif', 'avis'].map((brand) => [brand, 'image/avif'] as const),
]);
const pictureBrands = new Set(['mif1', 'msf1', ...codedAs.keys()]);
const headBytes = 1024;
/** So much of a text is looked at for what would run in it. */
const officeTextBytes = 5_000_000;
const unsafeTypes = new Set(['application/java-vm', 'application/wasm', 'application/x-ms-installer']);
/** Markup or a script in front of a PDF: a page to the program that its name chooses, and a paper to ours. */
const markup = /<(?:!doctype|html|head|body|script|svg|hta:|\?php|%)/i;
/** A disc names its standard at the beginning of the seventeenth block, a virtual disk at its very end. */
const discAt = 32_769;

/** The name and the declared type are claims; the bytes decide. `declared` only tells signed from encrypted mail apart. */
export async function fileKind(bytes: Uint8Array, declared: string): Promise<FileKind> {
  const head = latin1(bytes, 0, headBytes);
  const sign = signs.find(({ starts }) => head.startsWith(starts));
  // a picture in front, an archive behind: it is something else to each program that opens it
  if (sign?.mediaType.startsWith('image/') && endOfZip(bytes) !== null)
    return { mediaType: 'application/octet-stream', treatment: 'unsupported' };
  if (sign) return { mediaType: sign.mediaType, treatment: sign.treatment };
  const office = officeKind(bytes, head);
  if (office) return office;
  const cms = cmsKind(bytes, declared);
  if (cms) return cms;
  // Readers open a PDF whose first bytes are junk; so must we, or it would pass as unknown.
  const pdfAt = head.indexOf('%PDF-');
  if (pdfAt >= 0) {
    const treatment = markup.test(head.slice(0, pdfAt)) ? 'unsafe' : 'read';
    return { mediaType: 'application/pdf', treatment };
  }
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return { mediaType: 'image/webp', treatment: 'read' };
  return heifKind(head) ?? markupKind(bytes, head) ?? diskKind(bytes) ?? (await otherKind(bytes));
}

/** HEIC and AVIF share a container; some writers name only the container first and the coding further on. */
function heifKind(head: string): FileKind | null {
  if (head.slice(4, 8) !== 'ftyp' || !pictureBrands.has(head.slice(8, 12))) return null;
  const length = head.charCodeAt(2) * 256 + head.charCodeAt(3);
  const brands = head.slice(8, Math.max(12, length)).match(/[\s\S]{4}/g) ?? [];
  const mediaType = brands.map((brand) => codedAs.get(brand)).find((type) => type !== undefined);
  return { mediaType: mediaType ?? 'image/heic', treatment: 'read' };
}

/** A detached signature accompanies the mail; of any other S/MIME part the content lies inside it, signed or encrypted. */
function cmsKind(bytes: Uint8Array, declared: string): FileKind | null {
  if (/(?:pkcs7|pgp)-signature$/.test(declared))
    return { mediaType: 'application/pkcs7-signature', treatment: 'companion' };
  if (bytes[0] !== 0x30) return null;
  const cms = readCms(bytes);
  if (cms.kind === 'signed' && cms.content !== null)
    return { mediaType: 'application/pkcs7-mime', treatment: 'signed' };
  if (!/pkcs7/.test(declared)) return null;
  return { mediaType: 'application/pkcs7-mime', treatment: 'encrypted' };
}

function markupKind(bytes: Uint8Array, head: string): FileKind | null {
  const text = head
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
    .toLowerCase();
  if (text.includes('<svg')) return { mediaType: 'image/svg+xml', treatment: 'unsafe' };
  if (/^<(?:!doctype html|html|head|body|script|!--)/.test(text))
    return { mediaType: 'text/html', treatment: 'unsupported' };
  if (runsAsOffice(bytes, text)) return { mediaType: 'application/x-mso', treatment: 'unsafe' };
  if (text.startsWith('<?xml')) return { mediaType: 'application/xml', treatment: 'unsupported' };
  // Word takes the first four letters for all of it
  if (text.startsWith('{\\rt')) return { mediaType: 'application/rtf', treatment: 'unsupported' };
  return null;
}

/** Texts that Word unfolds to more than a text: objects and foreign templates in RTF, macros in its XML and its web archives. */
function runsAsOffice(bytes: Uint8Array, head: string): boolean {
  const isOffice = /^\{\\rt|mso-application|^mime-version:/.test(head);
  if (!isOffice) return false;
  const whole = latin1(bytes, 0, officeTextBytes);
  return /\\obj(?:data|update|autlink|link)|\\\*\s*\\template|editdata\.mso|application\/x-mso|w:macrosPresent="yes"/i.test(
    whole,
  );
}

function diskKind(bytes: Uint8Array): FileKind | null {
  const isDisc = latin1(bytes, discAt, discAt + 5) === 'CD001';
  const isDisk = latin1(bytes, Math.max(0, bytes.length - 512)).startsWith('conectix');
  return isDisc || isDisk ? { mediaType: 'application/x-disk-image', treatment: 'unsafe' } : null;
}

/** Loaded with the first file that needs it. */
let fileType: Promise<typeof import('file-type')> | undefined;

async function otherKind(bytes: Uint8Array): Promise<FileKind> {
  fileType ??= import('file-type');
  const { fileTypeFromBuffer } = await fileType;
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (found) return { mediaType: found.mime, treatment: unsafeTypes.has(found.mime) ? 'unsafe' : 'unsupported' };
  if (bytes.length > 0 && !bytes.subarray(0, headBytes).includes(0) && isUtf8(bytes.subarray(0, headBytes)))
    return { mediaType: 'text/plain', treatment: 'text' };
  return { mediaType: 'application/octet-stream', treatment: 'unsupported' };
}

function isUtf8(bytes: Uint8Array): boolean {
  // A character may be cut at the end of the part looked at.
  return !new TextDecoder().decode(bytes).slice(0, -1).includes('\ufffd');
}
