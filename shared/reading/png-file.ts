import { crc32, deflateSync } from 'node:zlib';

/** Red, green, blue, one byte each, rows from the top, no padding. */
export type Picture = { width: number; height: number; pixels: Uint8Array };

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/**
 * A plain PNG. Rows are stored as differences from the row above, which suits pages: mostly paper. A page without colour
 * is stored in grey: most scans are, and a third of the bytes has to be packed and opened again.
 */
export function encodePng({ width, height, pixels }: Picture): Uint8Array {
  const grey = greyOf(pixels);
  if (grey !== null) return encodeGreyPng({ width, height, data: grey });
  return fileOf(width, height, { kind: 2, samples: 3 }, pixels);
}

/** The same in grey, one byte a pixel: a third of the size. */
export function encodeGreyPng({
  width,
  height,
  data,
}: {
  width: number;
  height: number;
  data: Uint8Array;
}): Uint8Array {
  return fileOf(width, height, { kind: 0, samples: 1 }, data);
}

/** Null as soon as one pixel has a colour. */
function greyOf(pixels: Uint8Array): Uint8Array | null {
  const grey = new Uint8Array(pixels.length / 3);
  for (let at = 0, from = 0; at < grey.length; at++, from += 3) {
    const value = pixels[from] ?? 0;
    if (value !== pixels[from + 1] || value !== pixels[from + 2]) return null;
    grey[at] = value;
  }
  return grey;
}

/** Of 9: higher ones take three times as long on a grainy scan, for a sixth of its bytes. */
const packing = 1;

function fileOf(
  width: number,
  height: number,
  { kind, samples }: { kind: number; samples: number },
  pixels: Uint8Array,
) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, kind, 0, 0, 0], 8);
  const parts = [
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(filterRows(width * samples, height, pixels), { level: packing })),
    chunk('IEND', new Uint8Array()),
  ];
  return new Uint8Array(Buffer.concat(parts));
}

function filterRows(rowBytes: number, height: number, pixels: Uint8Array): Uint8Array {
  const filtered = new Uint8Array((rowBytes + 1) * height);
  for (let row = 0; row < height; row++) {
    const to = row * (rowBytes + 1);
    const from = row * rowBytes;
    filtered[to] = 2;
    for (let at = 0; at < rowBytes; at++) {
      const above = row === 0 ? 0 : (pixels[from - rowBytes + at] ?? 0);
      filtered[to + 1 + at] = (pixels[from + at] ?? 0) - above;
    }
  }
  return filtered;
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  frame.set(body, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}
