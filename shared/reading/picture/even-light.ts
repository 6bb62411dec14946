import { blankRaster, type GreyRaster } from './grey-raster.ts';

const step = 8;
/** In steps: wider than a headline is high, narrower than a shadow. */
const reach = 6;
/** A place darker than this share of the paper is not paper in shadow but a dark area that belongs to the page. */
const shadowMin = 0.4;

/** Paper becomes white everywhere: each pixel is divided by the brightness of the paper around it. */
export function evenLight(raster: GreyRaster): GreyRaster {
  const { width, height, data } = raster;
  const paper = paperOf(raster);
  const even = blankRaster(width, height);
  const [lefts, shares] = columnsBetween(width, paper.width);
  for (let y = 0; y < height; y++) {
    const row = rowBetween(paper, y);
    const from = y * width;
    for (let x = 0; x < width; x++) {
      const left = lefts[x] ?? 0;
      const share = shares[x] ?? 0;
      const light = (row[left] ?? 255) * (1 - share) + (row[left + 1] ?? 255) * share;
      const value = data[from + x] ?? 0;
      // as bright as the paper around it: white, without a division; that is most of a page
      even.data[from + x] = value >= light ? 255 : (value * 255) / light;
    }
  }
  return even;
}

/** For each column of the page the column of the paper to its left, and how far it lies towards the next. */
function columnsBetween(width: number, across: number): [Int32Array, Float64Array] {
  const [lefts, shares] = [new Int32Array(width), new Float64Array(width)];
  for (let x = 0; x < width; x++) {
    const at = Math.min(Math.max((x + 0.5) / step - 0.5, 0), across - 1);
    lefts[x] = Math.floor(at);
    shares[x] = at - Math.floor(at);
  }
  return [lefts, shares];
}

function rowBetween(paper: GreyRaster, y: number): Float32Array {
  const at = Math.min(Math.max((y + 0.5) / step - 0.5, 0), paper.height - 1);
  const top = Math.floor(at);
  const below = Math.min(top + 1, paper.height - 1);
  const share = at - top;
  // the last column once more, so that each has one to its right
  const row = new Float32Array(paper.width + 1);
  for (let x = 0; x < paper.width; x++) {
    row[x] =
      (paper.data[top * paper.width + x] ?? 255) * (1 - share) + (paper.data[below * paper.width + x] ?? 255) * share;
  }
  row[paper.width] = row[paper.width - 1] ?? 255;
  return row;
}

/** The brightest pixels of each neighbourhood, smoothed: letters and lines vanish, light and shadow stay. */
function paperOf(raster: GreyRaster): GreyRaster {
  const bright = brightest(brightestOfBlocks(raster), reach);
  const least = shadowMin * levelOf(bright, 0.9);
  const { data } = bright;
  for (let at = 0; at < data.length; at++) data[at] = Math.max(data[at] ?? 0, least, 1);
  return smooth(smooth(bright, reach), reach);
}

/** Not the brightest of a block: one bright speck is not the paper. */
function brightestOfBlocks({ width, height, data }: GreyRaster): GreyRaster {
  const small = blankRaster(Math.max(1, Math.floor(width / step)), Math.max(1, Math.floor(height / step)));
  for (let y = 0; y < small.height; y++) {
    for (let x = 0; x < small.width; x++) {
      small.data[y * small.width + x] = thirdBrightest(data, y * step * width + x * step, width);
    }
  }
  return small;
}

/** Of every second pixel of every second row of a block. */
function thirdBrightest(data: Uint8Array, from: number, width: number): number {
  let [first, second, third] = [0, 0, 0];
  for (let row = from; row < from + step * width; row += 2 * width) {
    for (let at = row; at < row + step; at += 2) {
      const value = data[at] ?? 0;
      third = Math.max(third, Math.min(second, value));
      second = Math.max(second, Math.min(first, value));
      first = Math.max(first, value);
    }
  }
  return third;
}

function brightest(raster: GreyRaster, radius: number): GreyRaster {
  return alongBoth(raster, (line, at) => {
    let most = 0;
    for (let near = Math.max(0, at - radius); near <= Math.min(line.length - 1, at + radius); near++) {
      most = Math.max(most, line[near] ?? 0);
    }
    return most;
  });
}

function smooth(raster: GreyRaster, radius: number): GreyRaster {
  return alongBoth(raster, (line, at) => {
    const [from, to] = [Math.max(0, at - radius), Math.min(line.length - 1, at + radius)];
    let sum = 0;
    for (let near = from; near <= to; near++) sum += line[near] ?? 0;
    return sum / (to - from + 1);
  });
}

function alongBoth(raster: GreyRaster, of: (line: Uint8Array, at: number) => number): GreyRaster {
  const { width, height } = raster;
  const across = blankRaster(width, height);
  for (let y = 0; y < height; y++) {
    const line = raster.data.subarray(y * width, (y + 1) * width);
    for (let x = 0; x < width; x++) across.data[y * width + x] = of(line, x);
  }
  const both = blankRaster(width, height);
  const column = new Uint8Array(height);
  for (let x = 0; x < width; x++) {
    for (let y = 0; y < height; y++) column[y] = across.data[y * width + x] ?? 0;
    for (let y = 0; y < height; y++) both.data[y * width + x] = of(column, y);
  }
  return both;
}

/** The brightness that a share of all pixels stays below. */
export function levelOf({ data }: GreyRaster, share: number): number {
  // two tallies in turns: neighbours are mostly alike, and one would wait for the other
  const [even, odd] = [new Uint32Array(256), new Uint32Array(256)];
  for (let at = 0; at < data.length; at += 2) {
    const value = data[at] ?? 0;
    even[value] = (even[value] ?? 0) + 1;
    if (at + 1 === data.length) break;
    const next = data[at + 1] ?? 0;
    odd[next] = (odd[next] ?? 0) + 1;
  }
  let sum = 0;
  for (let value = 0; value < 256; value++) {
    sum += (even[value] ?? 0) + (odd[value] ?? 0);
    if (sum >= data.length * share) return value;
  }
  return 255;
}
