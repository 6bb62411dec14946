import { inflateSync } from 'node:zlib';
import { blankRaster, type GreyRaster } from './grey-raster.ts';

const pixelsMax = 100_000_000;

/** What the header of a PNG says. `samples` are colours and cover (alpha) of one pixel, `depth` the bits of each. */
type Header = { width: number; height: number; depth: number; samples: number; isPalette: boolean };

/** Samples of a pixel by the PNG's number for its kind: grey, colours, palette, grey with cover, colours with cover. */
const samplesOf: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/**
 * A PNG in grey, cover on white, without any library: for a Lambda, which has no sharp. Null when it is damaged, too
 * large, or stored in seven passes, as no scanner does.
 */
export function openPng(bytes: Uint8Array): GreyRaster | null {
  try {
    const chunks = chunksOf(bytes);
    const header = headerOf(chunks.find(({ name }) => name === 'IHDR')?.data);
    if (header === null) return null;
    const packed = Buffer.concat(chunks.filter(({ name }) => name === 'IDAT').map(({ data }) => data));
    const rowBytes = Math.ceil((header.width * header.samples * header.depth) / 8);
    const size = (rowBytes + 1) * header.height;
    const rows = inflateSync(packed, { maxOutputLength: size });
    if (rows.length < size) return null;
    return greyOf(header, rows, rowBytes, chunks.find(({ name }) => name === 'PLTE')?.data ?? new Uint8Array());
  } catch (fault) {
    if (fault instanceof Error) return null;
    throw fault;
  }
}

type Chunk = { name: string; data: Uint8Array };

function chunksOf(bytes: Uint8Array): Chunk[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: Chunk[] = [];
  if (view.getUint32(0) !== 0x89504e47) return chunks;
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    const name = Buffer.from(bytes.subarray(at + 4, at + 8)).toString('latin1');
    chunks.push({ name, data: bytes.subarray(at + 8, at + 8 + view.getUint32(at)) });
  }
  return chunks;
}

function headerOf(data: Uint8Array | undefined): Header | null {
  if (data === undefined || data.length < 13) return null;
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const [width, height, depth, kind] = [view.getUint32(0), view.getUint32(4), view.getUint8(8), view.getUint8(9)];
  const samples = samplesOf[kind];
  const isPassed = view.getUint8(12) !== 0;
  if (samples === undefined || isPassed || width * height > pixelsMax || ![1, 2, 4, 8, 16].includes(depth)) return null;
  return { width, height, depth, samples, isPalette: kind === 3 };
}

function greyOf(header: Header, rows: Uint8Array, rowBytes: number, palette: Uint8Array): GreyRaster {
  const { width, height, depth, samples } = header;
  const raster = blankRaster(width, height);
  const back = Math.max(1, (samples * depth) >> 3);
  let above: Uint8Array = new Uint8Array(rowBytes);
  for (let y = 0; y < height; y++) {
    const start = y * (rowBytes + 1);
    const row = rows.subarray(start + 1, start + 1 + rowBytes);
    restore(rows[start] ?? 0, row, above, back);
    paint(header, row, palette, raster.data.subarray(y * width, (y + 1) * width));
    above = row;
  }
  return raster;
}

/** Rows are stored as differences from what is to the left and above. */
function restore(filter: number, row: Uint8Array, above: Uint8Array, back: number): void {
  if (filter === 0) return;
  for (let at = 0; at < row.length; at++) {
    const left = at < back ? 0 : (row[at - back] ?? 0);
    const up = above[at] ?? 0;
    const corner = at < back ? 0 : (above[at - back] ?? 0);
    row[at] = (row[at] ?? 0) + guess(filter, left, up, corner);
  }
}

function guess(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  const [byLeft, byUp] = [Math.abs(up - corner), Math.abs(left - corner)];
  const byCorner = Math.abs(left + up - 2 * corner);
  if (byLeft <= byUp && byLeft <= byCorner) return left;
  return byUp <= byCorner ? up : corner;
}

function paint({ depth, samples, isPalette }: Header, row: Uint8Array, palette: Uint8Array, to: Uint8Array): void {
  const full = isPalette ? 1 : 255 / (2 ** Math.min(depth, 8) - 1);
  const sample = (index: number): number => {
    if (depth >= 8) return row[index * (depth >> 3)] ?? 0;
    const bit = index * depth;
    return (((row[bit >> 3] ?? 0) >> (8 - depth - (bit & 7))) & (2 ** depth - 1)) * full;
  };
  for (let x = 0; x < to.length; x++) {
    const at = x * samples;
    const grey = isPalette
      ? brightness(palette, sample(at) * 3)
      : samples < 3
        ? sample(at)
        : 0.299 * sample(at) + 0.587 * sample(at + 1) + 0.114 * sample(at + 2);
    const cover = samples === 2 || samples === 4 ? sample(at + samples - 1) / 255 : 1;
    to[x] = grey * cover + 255 * (1 - cover);
  }
}

const brightness = (colours: Uint8Array, at: number): number =>
  0.299 * (colours[at] ?? 0) + 0.587 * (colours[at + 1] ?? 0) + 0.114 * (colours[at + 2] ?? 0);
