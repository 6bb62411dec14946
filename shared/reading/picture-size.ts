/** Width and height in pixels, as the header says, one entry a page (only a TIFF has several). */
export type PictureSize = { width: number; height: number };

const pagesMax = 300;

/** Reads no pixels. Null when the header is not one of JPEG, PNG, TIFF, WebP, GIF, HEIC or AVIF, or is cut off. */
export function readPictureSizes(bytes: Uint8Array): PictureSize[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return sizesIn(view);
  } catch (fault) {
    if (fault instanceof RangeError) return null;
    throw fault;
  }
}

function sizesIn(view: DataView): PictureSize[] | null {
  const start = view.getUint32(0);
  if (start === 0x89504e47) return [{ width: view.getUint32(16), height: view.getUint32(20) }];
  if (start >>> 8 === 0xffd8ff) return one(jpegSize(view));
  if (start === 0x49492a00 || start === 0x4d4d002a) return tiffSizes(view, start === 0x49492a00);
  if (start === 0x52494646 && view.getUint32(8) === 0x57454250) return one(webpSize(view));
  if (start === 0x47494638) return [{ width: view.getUint16(6, true), height: view.getUint16(8, true) }];
  if (view.getUint32(4) === 0x66747970) return one(heicSize(view));
  return null;
}

function one(size: PictureSize | null): PictureSize[] | null {
  return size === null ? null : [size];
}

/** The frame header lies behind a chain of segments, each with its length. */
function jpegSize(view: DataView): PictureSize | null {
  for (let at = 2; at + 9 < view.byteLength; ) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    if (marker === 0xff) at += 1;
    else at += 2 + Math.max(view.getUint16(at + 2), 2);
  }
  return null;
}

/** A chain of directories, one a page; a chain that runs in a circle ends at the limit of pages. */
function tiffSizes(view: DataView, little: boolean): PictureSize[] | null {
  const sizes: PictureSize[] = [];
  const seen = new Set<number>();
  let directory = view.getUint32(4, little);
  while (directory !== 0 && !seen.has(directory) && sizes.length <= pagesMax) {
    seen.add(directory);
    const entries = view.getUint16(directory, little);
    const size = { width: tiffTag(view, little, directory, 256), height: tiffTag(view, little, directory, 257) };
    if (size.width > 0 && size.height > 0) sizes.push(size);
    directory = view.getUint32(directory + 2 + entries * 12, little);
  }
  return sizes.length === 0 ? null : sizes;
}

function tiffTag(view: DataView, little: boolean, directory: number, tag: number): number {
  const entries = view.getUint16(directory, little);
  const shortType = 3;
  for (let index = 0; index < entries; index++) {
    const at = directory + 2 + index * 12;
    if (view.getUint16(at, little) !== tag) continue;
    const isShort = view.getUint16(at + 2, little) === shortType;
    return isShort ? view.getUint16(at + 8, little) : view.getUint32(at + 8, little);
  }
  return 0;
}

function webpSize(view: DataView): PictureSize | null {
  const kind = view.getUint32(12);
  if (kind === 0x56503858) {
    const wide = view.getUint16(24, true) + view.getUint8(26) * 65_536;
    const high = view.getUint16(27, true) + view.getUint8(29) * 65_536;
    return { width: wide + 1, height: high + 1 };
  }
  if (kind === 0x56503820) {
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  }
  if (kind !== 0x5650384c) return null;
  const packed = view.getUint32(21, true);
  return { width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 };
}

/** A picture of many tiles has a head of its own size; an attacker may put anything before it. */
const heicHeadBytes = 1_000_000;

/** The largest "ispe" (image spatial extent) near the start: the picture itself, its tiles and thumbnails are smaller. */
function heicSize(view: DataView): PictureSize | null {
  let largest: PictureSize | null = null;
  const end = Math.min(view.byteLength - 16, heicHeadBytes);
  for (let at = 8; at < end; at++) {
    if (view.getUint32(at) !== 0x69737065) continue;
    const size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
    if (largest === null || size.width * size.height > largest.width * largest.height) largest = size;
  }
  return largest;
}
