import { blankRaster, type GreyRaster } from './grey-raster.ts';

/** What becomes of one row or column: `to` is written from `line`, both of one length. */
export type OfLine = (line: Uint8Array, to: Uint8Array) => void;

/** The same done to each row, then to each column of what came out. */
export function alongBoth({ width, height, data }: GreyRaster, of: OfLine): GreyRaster {
  const across = blankRaster(width, height);
  for (let y = 0; y < height; y++) {
    of(data.subarray(y * width, (y + 1) * width), across.data.subarray(y * width, (y + 1) * width));
  }
  const both = blankRaster(width, height);
  const [column, done] = [new Uint8Array(height), new Uint8Array(height)];
  for (let x = 0; x < width; x++) {
    for (let y = 0; y < height; y++) column[y] = across.data[y * width + x] ?? 0;
    of(column, done);
    for (let y = 0; y < height; y++) both.data[y * width + x] = done[y] ?? 0;
  }
  return both;
}

/** The brightest within `reach` to both sides; what lies there is looked through again only where the brightest was left behind. */
export function brightestWithin(reach: number): OfLine {
  return (line, to) => {
    let lies = -1;
    for (let at = 0; at < line.length; at++) {
      const [from, end] = [Math.max(0, at - reach), Math.min(line.length - 1, at + reach)];
      lies = lies < from ? brightestFrom(line, from, from, end) : brightestFrom(line, lies, end, end);
      to[at] = line[lies] ?? 0;
    }
  };
}

/** Where the brightest lies: at `known`, or later between `from` and `end`. */
function brightestFrom(line: Uint8Array, known: number, from: number, end: number): number {
  let lies = known;
  for (let near = from; near <= end; near++) if ((line[near] ?? 0) >= (line[lies] ?? 0)) lies = near;
  return lies;
}

/** The mean within `reach` to both sides: what comes in is added, what is left behind is taken away. */
export function meanWithin(reach: number): OfLine {
  return (line, to) => {
    let sum = 0;
    for (let at = 0; at < Math.min(reach, line.length); at++) sum += line[at] ?? 0;
    for (let at = 0; at < line.length; at++) {
      const [from, end] = [at - reach, at + reach];
      if (end < line.length) sum += line[end] ?? 0;
      if (from > 0) sum -= line[from - 1] ?? 0;
      to[at] = sum / (Math.min(line.length - 1, end) - Math.max(0, from) + 1);
    }
  };
}
