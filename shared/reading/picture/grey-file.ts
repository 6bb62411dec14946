import type { GreyRaster } from './grey-raster.ts';

const headBytes = 14 + 40;
const coloursBytes = 256 * 4;

/**
 * The page as a BMP of 256 greys, which the engine takes row by row as it lies: of a PGM it fetches each pixel by a call of its own
 * (22 ms a page instead of 2), a PNG would be packed for nothing.
 */
export function greyFileOf({ width, height, data }: GreyRaster): Uint8Array {
  const rowBytes = (width + 3) & ~3;
  const start = headBytes + coloursBytes;
  const file = new Uint8Array(start + rowBytes * height);
  writeHead(new DataView(file.buffer), { width, height, start });
  for (let grey = 0; grey < 256; grey++) file.fill(grey, headBytes + grey * 4, headBytes + grey * 4 + 3);
  // rows from the bottom
  for (let y = 0; y < height; y++) {
    file.set(data.subarray(y * width, (y + 1) * width), start + (height - 1 - y) * rowBytes);
  }
  return file;
}

function writeHead(view: DataView, { width, height, start }: { width: number; height: number; start: number }): void {
  view.setUint16(0, 0x424d);
  view.setUint32(2, view.byteLength, true);
  view.setUint32(10, start, true);
  view.setUint32(14, 40, true);
  view.setInt32(18, width, true);
  view.setInt32(22, height, true);
  // one plane, eight bits a pixel
  view.setUint16(26, 1, true);
  view.setUint16(28, 8, true);
  view.setUint32(34, view.byteLength - start, true);
  view.setUint32(46, 256, true);
}
