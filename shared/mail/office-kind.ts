import type { FileKind } from './file-kind.ts';
import { latin1 } from './mail-lines.ts';

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const directoryBytes = 200_000;

/** Zip containers told apart by the names in them, and the old Office container by its streams. */
export function officeKind(bytes: Uint8Array, head: string): FileKind | null {
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return zipKind(bytes);
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return compoundKind(bytes);
  return null;
}

/** The names stand in the directory at the end. */
function zipKind(bytes: Uint8Array): FileKind {
  const names = latin1(bytes, Math.max(0, bytes.length - directoryBytes));
  // the parts of a text of another office are no papers of their own
  if (latin1(bytes, 30, 38) === 'mimetype' || names.includes('Index/Document.iwa'))
    return { mediaType: 'application/x-other-office', treatment: 'unsupported' };
  if (!names.includes('[Content_Types].xml')) return { mediaType: 'application/zip', treatment: 'zip' };
  if (names.includes('vbaProject.bin')) return { mediaType: 'application/vnd.ms-office', treatment: 'unsafe' };
  if (names.includes('word/')) return { mediaType: wordType, treatment: 'read' };
  return { mediaType: 'application/vnd.openxmlformats-officedocument', treatment: 'unsupported' };
}

function compoundKind(bytes: Uint8Array): FileKind {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const hasStream = (name: string): boolean => text.includes(Buffer.from(name, 'utf16le'));
  if (hasStream('EncryptedPackage')) return { mediaType: 'application/encrypted-office', treatment: 'encrypted' };
  if (hasStream('__substg1.0_')) return { mediaType: 'application/vnd.ms-outlook', treatment: 'outlook' };
  return { mediaType: 'application/x-cfb', treatment: 'unsupported' };
}
