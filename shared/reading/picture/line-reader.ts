import { type CharacterTable, makeDecode, type SeenCharacter } from './decode-characters.ts';
import { blankRaster, type GreyRaster, shrink } from './grey-raster.ts';
import { warp } from './warp.ts';

/** What the model was trained on: lines of 48 pixels' height, brightness from -1 to 1, three colours. */
export const lineHeight = 48;
/** A line longer than any on paper is squeezed: time and memory grow with it. */
const widthMax = 3200;
const widthMin = 8;

/** A recogniser of single lines: `planes` holds three times the same `48 x width` values. */
export type LineModel = (planes: Float32Array, width: number) => Promise<CharacterTable>;

export type LineReader = (line: GreyRaster) => Promise<SeenCharacter[]>;

export function makeLineReader(model: LineModel, alphabet: readonly string[]): LineReader {
  const decode = makeDecode(alphabet);
  return async (line) => {
    const fitted = atLineHeight(softened(line));
    return decode(await model(planesOf(fitted), fitted.width));
  };
}

/** Each pixel the mean of its neighbourhood: the steps of a fax and the grain of a copy are no strokes (decision 0009). */
function softened(line: GreyRaster): GreyRaster {
  const { width, height, data } = line;
  const soft = blankRaster(width, height);
  const inside = (at: number, length: number) => Math.min(length - 1, Math.max(0, at));
  for (let y = 0; y < height; y++) {
    const rows = [y - 1, y, y + 1].map((row) => inside(row, height) * width);
    for (let x = 0; x < width; x++) {
      const [left, right] = [inside(x - 1, width), inside(x + 1, width)];
      let sum = 0;
      for (const row of rows) sum += (data[row + left] ?? 255) + (data[row + x] ?? 255) + (data[row + right] ?? 255);
      soft.data[y * width + x] = sum / 9;
    }
  }
  return soft;
}

/** Grey as it is: made black and white first, a tenth to a quarter fewer lines are read right (decision 0009). */
export function atLineHeight(line: GreyRaster): GreyRaster {
  if (line.width === 0 || line.height === 0) return blankRaster(widthMin, lineHeight);
  const step = Math.floor(line.height / lineHeight);
  const near = step > 1 ? shrink(line, step) : line;
  const down = near.height / lineHeight;
  const width = Math.min(widthMax, Math.max(widthMin, Math.round(near.width / down)));
  const across = near.width / width;
  return warp(near, { width, height: lineHeight }, [across, 0, across / 2 - 0.5, 0, down, down / 2 - 0.5, 0, 0, 1]);
}

function planesOf({ data }: GreyRaster): Float32Array {
  const planes = new Float32Array(data.length * 3);
  for (let at = 0; at < data.length; at++) planes[at] = (data[at] ?? 255) / 127.5 - 1;
  planes.copyWithin(data.length, 0, data.length);
  planes.copyWithin(data.length * 2, 0, data.length);
  return planes;
}
