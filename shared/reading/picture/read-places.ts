import type { Box } from '#shared/domain/reading.ts';
import type { Place, SecondReading } from '#shared/ports/second-reader.ts';
import { cutLines } from './cut-lines.ts';
import type { PixelBox } from './find-rulings.ts';
import type { GreyRaster } from './grey-raster.ts';
import type { LineReader } from './line-reader.ts';

/** Places of a prepared page, each read by itself. A place that does not lie on the page gets no answer. */
export async function readPlaces(
  page: GreyRaster,
  places: readonly Place[],
  readLine: LineReader,
): Promise<SecondReading[]> {
  const readings: SecondReading[] = [];
  for (const { id, look, box } of places) {
    const place = pixelsOf(box, page);
    if (place === null || look !== 'text') continue;
    readings.push({ id, look, ...(await readText(page, place, readLine)) });
  }
  return readings;
}

/** As sure as of the least sure character: that tells right from wrong better than the mean of all (decision 0009). */
async function readText(
  page: GreyRaster,
  place: PixelBox,
  readLine: LineReader,
): Promise<{ text: string | null; confidence: number }> {
  const lines = [];
  for (const line of cutLines(page, place)) lines.push(await readLine(line));
  const text = lines
    .map((line) => line.map((character) => character.text).join(''))
    .join(' ')
    .trim();
  if (text === '') return { text: null, confidence: 0 };
  return { text, confidence: Math.min(1, ...lines.flat().map(({ confidence }) => confidence)) };
}

/** Null when less than half of the place lies on the page. */
function pixelsOf([x, y, across, down]: Box, { width, height }: GreyRaster): PixelBox | null {
  const [left, top] = [Math.round(x * width), Math.round(y * height)];
  const [right, bottom] = [Math.round((x + across) * width), Math.round((y + down) * height)];
  const inside = (Math.min(right, width) - Math.max(left, 0)) * (Math.min(bottom, height) - Math.max(top, 0));
  const isOnPage = right > 0 && bottom > 0 && left < width && top < height;
  return isOnPage && inside > 0 && inside * 2 >= (right - left) * (bottom - top) ? { left, top, right, bottom } : null;
}
