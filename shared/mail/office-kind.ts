import type { FileKind } from './file-kind.ts';
import { latin1 } from './mail-lines.ts';
import { namesInZip } from './zip-names.ts';

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
/** Installers are old Office containers too; the class of their root says so. */
const installerClass = Buffer.from('84100c0000000000c000000000000046', 'hex');
/** Streams of programs, and of files that were dropped into a document. */
const programStreams = ['_VBA_PROJECT', '\x01Ole10Native'];

/** Zip containers told apart by the names in them, and the old Office container by its streams. */
export function officeKind(bytes: Uint8Array, head: string): FileKind | null {
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return zipKind(bytes);
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return compoundKind(bytes);
  return null;
}

/** The names stand in the directory at the end. */
function zipKind(bytes: Uint8Array): FileKind {
  const names = namesInZip(bytes) ?? [];
  const has = (name: RegExp) => names.some((one) => name.test(one));
  // the parts of a text of another office are no papers of their own
  if (latin1(bytes, 30, 38) === 'mimetype' || has(/(?:^|\/)Index\/Document\.iwa$/))
    return { mediaType: 'application/x-other-office', treatment: 'unsupported' };
  if (!has(/^\[Content_Types\]\.xml$/i)) return { mediaType: 'application/zip', treatment: 'zip' };
  if (has(/vbaProject\.bin$/i)) return { mediaType: 'application/vnd.ms-office', treatment: 'unsafe' };
  if (has(/^word\//i)) return { mediaType: wordType, treatment: 'read' };
  return { mediaType: 'application/vnd.openxmlformats-officedocument', treatment: 'unsupported' };
}

function compoundKind(bytes: Uint8Array): FileKind {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const hasStream = (name: string): boolean => text.includes(Buffer.from(name, 'utf16le'));
  // what is in a mail of Outlook is looked at file by file, macros too
  const isOutlook = hasStream('__substg1.0_') && hasStream('__properties_version1.0');
  if (isOutlook) return { mediaType: 'application/vnd.ms-outlook', treatment: 'outlook' };
  if (programStreams.some(hasStream) || text.subarray(0, 64_000).includes(installerClass))
    return { mediaType: 'application/x-cfb', treatment: 'unsafe' };
  if (hasStream('EncryptedPackage')) return { mediaType: 'application/encrypted-office', treatment: 'encrypted' };
  if (hasStream('__substg1.0_')) return { mediaType: 'application/vnd.ms-outlook', treatment: 'outlook' };
  return { mediaType: 'application/x-cfb', treatment: 'unsupported' };
}
