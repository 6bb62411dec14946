import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';

/** What is left of the limits for the whole mail, over all archives in it. */
export type UnpackBudget = { files: number; bytes: number };
export type ZippedFile = { name: string; bytes: Uint8Array };
export type ZipResult =
  | { outcome: 'unpacked'; files: ZippedFile[]; hasEncrypted: boolean }
  | { outcome: 'refused'; text: string };

const entriesMax = 1000;
const entryBytesMax = 50_000_000;
const ratioMax = 200;
const ratioFromBytes = 1_000_000;
const symlinkMode = 0o120000;
/** What the makers of zip files leave in them on their own. */
const leftovers = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/;

/** Unpacks a zip under limits of count, size and ratio. A zip that lies, escapes or explodes is refused as a whole. */
export async function readZip(bytes: Uint8Array, budget: UnpackBudget): Promise<ZipResult> {
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const zip = await fromBufferPromise(buffer, { lazyEntries: true, validateEntrySizes: true, decodeStrings: true });
    return zip.entryCount > entriesMax ? refuse('holds too many files') : await readEntries(zip, bytes.length, budget);
  } catch {
    return refuse('is damaged or is not what it claims to be');
  }
}

async function readEntries(zip: ZipFile, zipBytes: number, budget: UnpackBudget): Promise<ZipResult> {
  const files: ZippedFile[] = [];
  let hasEncrypted = false;
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith('/') || leftovers.test(entry.fileName)) continue;
    if (isSymlink(entry)) return refuse('holds a link instead of a file');
    if (entry.isEncrypted()) {
      hasEncrypted = true;
      continue;
    }
    total += entry.uncompressedSize;
    const problem = problemOf(total, zipBytes, entry, budget);
    if (problem) return refuse(problem);
    files.push({ name: entry.fileName, bytes: await readEntry(zip, entry) });
    budget.files -= 1;
    budget.bytes -= entry.uncompressedSize;
  }
  return { outcome: 'unpacked', files, hasEncrypted };
}

function problemOf(total: number, zipBytes: number, entry: Entry, budget: UnpackBudget): string | null {
  if (entry.uncompressedSize > entryBytesMax || entry.uncompressedSize > budget.bytes)
    return 'is too large when unpacked';
  if (total > ratioFromBytes && total > zipBytes * ratioMax) return 'is far too large when unpacked';
  return budget.files <= 0 ? 'holds too many files' : null;
}

/** yauzl stops with an error as soon as an entry holds more, or less, than it declared. */
async function readEntry(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function isSymlink(entry: Entry): boolean {
  return ((entry.externalFileAttributes >>> 16) & 0o170000) === symlinkMode;
}

function refuse(text: string): ZipResult {
  return { outcome: 'refused', text };
}
