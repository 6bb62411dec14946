import { burn, type Entry } from '@kenjiuno/msgreader/lib/Burner.js';

export type OutlookFile =
  | { name: string; bytes: Uint8Array; contentId?: string }
  | { name: string; message: OutlookFile[] };

const types = { folder: 1, stream: 2, root: 5 };
const wide = (text: string) => Buffer.from(text, 'utf16le');

/** An Outlook message (.msg) with these attachments, as a compound file: each field is a stream of its own name. */
export function anOutlookMessage(files: readonly OutlookFile[]): Buffer {
  const entries: Entry[] = [folder('Root Entry', types.root)];
  fill(entries, 0, files, 32);
  return Buffer.from(burn(entries));
}

const folder = (name: string, type = types.folder): Entry => ({ name, type, children: [], length: 0 });

function add(entries: Entry[], at: number, entry: Entry): number {
  entries[at]?.children?.push(entries.length);
  return entries.push(entry) - 1;
}

function stream(entries: Entry[], at: number, name: string, bytes: Uint8Array): void {
  add(entries, at, { name, type: types.stream, length: bytes.length, binaryProvider: () => Uint8Array.from(bytes) });
}

const field = (entries: Entry[], at: number, tag: string, bytes: Uint8Array) =>
  stream(entries, at, `__substg1.0_${tag}`, bytes);

function fill(entries: Entry[], at: number, files: readonly OutlookFile[], headerBytes: number): void {
  field(entries, at, '001A001F', wide('IPM.Note'));
  field(entries, at, '0037001F', wide('Fwd: my certificates'));
  field(entries, at, '1000001F', wide('See below.'));
  stream(entries, at, '__properties_version1.0', Buffer.alloc(headerBytes));
  for (const [number, file] of files.entries()) {
    const own = add(entries, at, folder(`__attach_version1.0_#${number.toString(16).toUpperCase().padStart(8, '0')}`));
    stream(entries, own, '__properties_version1.0', Buffer.alloc(8));
    if ('message' in file) {
      field(entries, own, '3001001F', wide(file.name));
      fill(entries, add(entries, own, folder('__substg1.0_3701000D')), file.message, 24);
      continue;
    }
    field(entries, own, '3707001F', wide(file.name));
    if (file.contentId !== undefined) field(entries, own, '3712001F', wide(file.contentId));
    field(entries, own, '37010102', file.bytes);
  }
}
