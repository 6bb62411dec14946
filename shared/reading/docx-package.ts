import { zipSync } from 'fflate';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import type { Reason } from '#shared/domain/reason.ts';
import { type DocxPicture, type Parts, picturesIn } from './docx-pictures.ts';
import { withoutUnseenRuns } from './unseen-runs.ts';

export type CheckedPackage =
  | { outcome: 'checked'; zip: Uint8Array; pictures: DocxPicture[]; hasFiles: boolean }
  | { outcome: 'refused'; reason: Reason };

const limits = { entries: 1_000, partBytes: 50_000_000, sumBytes: 100_000_000, ratio: 200, ratioFromBytes: 1_000_000 };

/** Text parts that are read; fonts and embedded files are left behind unopened. */
const readParts = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/[a-z0-9]+\.xml|word\/_rels\/[a-z0-9]+\.xml\.rels)$/i;
const pictureParts = /^word\/media\/[\w.-]{1,100}$/i;
const macroParts =
  /vbaProject|vbaData|activeX\d*\.bin|\.bin$|\.(?:exe|dll|com|scr|bat|cmd|ps1|vbs|js|hta|jar|msi|lnk)$/i;
/** Macros under another name, as the package itself has to call them. */
const macroTypes =
  /macroEnabled|vnd\.ms-office\.vbaProject|relationships\/(?:vbaProject|wordVbaData|attachedToolbars)/i;
/** Fetched when the file is opened: a template or an object on another machine. A template on the writer's own disk is usual. */
const relation = /<Relationship\s[^>]{1,4000}>/g;
const fetchedTypes = /relationships\/(?:attachedTemplate|oleObject|frame|subDocument|aFChunk|package)"/i;
const ownDisk = /Target="file:\/\/\/[A-Za-z]:/i;
const mainPart = 'word/document.xml';

type ReadParts =
  | { outcome: 'read'; parts: Parts; media: Parts; hasFiles: boolean }
  | { outcome: 'refused'; reason: Reason };

/**
 * Unpacks a Word file under limits and packs the text parts again, plainly: the library that reads them afterwards
 * never sees a zip made by a stranger.
 */
export async function checkPackage(bytes: Uint8Array): Promise<CheckedPackage> {
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const zip = await fromBufferPromise(buffer, { lazyEntries: true, validateEntrySizes: true, strictFileNames: true });
    const read = await readAll(zip);
    if (read.outcome === 'refused') return read;
    if (!(mainPart in read.parts)) return refused(damaged);
    const pictures = picturesIn({ ...read.parts, ...read.media });
    return { outcome: 'checked', zip: zipSync(read.parts, { level: 0 }), pictures, hasFiles: read.hasFiles };
  } catch {
    return refused(damaged);
  }
}

async function readAll(zip: ZipFile): Promise<ReadParts> {
  const parts: Parts = {};
  const media: Parts = {};
  let sumBytes = 0;
  let hasFiles = false;
  if (zip.entryCount > limits.entries) return refused(tooLarge);
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName.toString();
    sumBytes += entry.uncompressedSize;
    const reason = sumBytes > limits.sumBytes ? tooLarge : reasonAgainst(name, entry);
    if (reason !== null) return refused(reason);
    hasFiles ||= isFileInside(name);
    if (pictureParts.test(name)) media[name] = await readPart(zip, entry);
    if (!readParts.test(name)) continue;
    const part = await readPart(zip, entry);
    if (name in parts || hasEntities(part) || fetchesOrRuns(name, part)) return refused(unsafe);
    parts[name] = name === mainPart ? withoutUnseenRuns(part) : part;
  }
  return { outcome: 'read', parts, media, hasFiles };
}

/** A table or text dropped into it, or a file that is no part of a Word file at all: nobody reads it here. */
function isFileInside(name: string): boolean {
  if (name.endsWith('/')) return false;
  return /^word\/embeddings\//i.test(name) || !/^(?:word|docProps|docMetadata|customXml|_rels)\/|^\[/i.test(name);
}

/** From the directory alone, before anything is unpacked; a size that lies stops the unpacking. */
function reasonAgainst(name: string, { uncompressedSize, compressedSize }: Entry): Reason | null {
  if (macroParts.test(name)) return unsafe;
  if (uncompressedSize > limits.partBytes) return tooLarge;
  const isBomb = uncompressedSize > limits.ratioFromBytes && uncompressedSize > compressedSize * limits.ratio;
  return isBomb ? unsafe : null;
}

async function readPart(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  const stream = await zip.openReadStreamPromise(entry);
  const pieces: Buffer[] = [];
  for await (const piece of stream) if (Buffer.isBuffer(piece)) pieces.push(piece);
  return Uint8Array.from(Buffer.concat(pieces));
}

function fetchesOrRuns(name: string, part: Uint8Array): boolean {
  if (!/\.rels$|^\[Content_Types\]/i.test(name)) return false;
  const text = new TextDecoder().decode(part);
  const relations = text.match(relation) ?? [];
  const isFetched = (one: string) => /TargetMode="External"/i.test(one) && fetchedTypes.test(one) && !ownDisk.test(one);
  return macroTypes.test(text) || relations.some(isFetched);
}

/** No office program writes a document type into a part; entities in it are an attack. UTF-16 would hide it. */
function hasEntities(part: Uint8Array): boolean {
  const bytes = Buffer.from(part.buffer, part.byteOffset, part.byteLength);
  const isWide = part[0] === 0xff || part[0] === 0xfe || part.subarray(0, 64).includes(0);
  return isWide || bytes.includes('<!DOCTYPE') || bytes.includes('<!ENTITY');
}

function refused(reason: Reason): { outcome: 'refused'; reason: Reason } {
  return { outcome: 'refused', reason };
}

const damaged: Reason = {
  code: 'unsupported-file',
  text: 'The file is damaged or incomplete and could not be opened. Please save it as PDF and send it once more.',
};
const unsafe: Reason = {
  code: 'unsafe-file',
  text: 'This file could not be opened safely. Please save it as PDF and send it once more.',
};
const tooLarge: Reason = {
  code: 'too-large',
  text: 'The file is too large to be opened. Please save it as PDF and send it once more.',
};
