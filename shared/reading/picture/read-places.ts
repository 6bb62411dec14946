import type { Box } from '#shared/domain/reading.ts';
import type { Place, SecondReading } from '#shared/ports/second-reader.ts';
import { cutLines } from './cut-lines.ts';
import type { PixelBox } from './find-rulings.ts';
import type { GreyRaster } from './grey-raster.ts';
import type { LineReader } from './line-reader.ts';
import { judgeMark, judgeSignature } from './second-measure.ts';

/** Null where nobody reads print: marks and signatures are judged all the same. */
type Reading = LineReader | null;

/** Places of a prepared page, each looked at by itself. One that does not lie on the page gets no answer. */
export async function readPlaces(
  page: GreyRaster,
  places: readonly Place[],
  readLine: Reading,
): Promise<SecondReading[]> {
  const readings: SecondReading[] = [];
  for (const place of places) {
    const reading = await readPlace(page, place, readLine);
    if (reading !== null) readings.push(reading);
  }
  return readings;
}

async function readPlace(page: GreyRaster, place: Place, readLine: Reading): Promise<SecondReading | null> {
  const { id, look, box } = place;
  const pixels = pixelsOf(box, page);
  if (pixels === null) return null;
  if (look === 'mark') return { id, look, ...judgeMark(page, box) };
  if (look === 'signature') return { id, look, ...judgeSignature(page, box) };
  return readLine === null ? null : { id, look, ...(await readText(page, pixels, readLine)) };
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
