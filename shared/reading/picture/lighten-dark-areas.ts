import { type Area, areasOf, type CellGrid, withHoles } from './cell-areas.ts';
import { levelOf } from './even-light.ts';
import type { GreyRaster } from './grey-raster.ts';

const cell = 8;
/** A square of the page is dark when most of it is: letters never fill many side by side. */
const darkShare = 0.55;
/** Share of the paper's brightness. */
const darkBelow = 0.55;
/** Shares of the page's width and height: a dark area is a band or a heading, not a bold letter or a spot. */
const widthMin = 0.04;
const heightMin = 0.008;
/**
 * Of the page's shorter side. What is smaller both ways may be a box that a pen filled: turned light it would look empty,
 * to whoever looks again as well.
 */
export const boxSizeMax = 0.055;
/** A frame encloses more than it fills: what it encloses is the page. */
const filledMin = 0.5;
/** Shares of an area that are dark all around, and of its rectangle that it fills: one of them has to be that large. */
const solidMin = 0.15;
const compactMin = 0.7;
/** Less difference than this between print and ground is no print. */
const contrastMin = 60;

/** White print on dark bands becomes dark print on white, which is what recognisers read. */
export function lightenDarkAreas(raster: GreyRaster): GreyRaster {
  const { width, height, data } = raster;
  const threshold = levelOf(raster, 0.9) * darkBelow;
  const grid = darkCells(raster, threshold);
  const areas = areasOf(grid).filter(
    ({ left, right, top, bottom }) =>
      (right - left + 1) * cell >= width * widthMin &&
      (bottom - top + 1) * cell >= height * heightMin &&
      Math.max(right - left, bottom - top) * cell > Math.min(width, height) * boxSizeMax,
  );
  if (areas.length === 0) return raster;
  const light = { width, height, data: data.slice() };
  for (const area of areas) {
    const cells = withHoles(grid, area);
    const isFrame = area.cells.length < cells.length * filledMin;
    if (!isFrame && isGround(grid, area, cells)) lighten(raster, light, cells, grid.across, threshold);
  }
  return light;
}

/**
 * The ground of a band shows between its words, and a band fills its rectangle. Dense writing and bold print have hardly
 * any place without paper (a tenth at most, where bands measured had 0.7 to 0.9) and fill a third of theirs.
 */
function isGround({ across, marked }: CellGrid, { cells, left, right, top, bottom }: Area, filled: number[]): boolean {
  const around = [-across - 1, -across, -across + 1, -1, 1, across - 1, across, across + 1];
  const solid = cells.filter((at) => around.every((step) => marked[at + step] === 1)).length;
  const isCompact = filled.length >= (right - left + 1) * (bottom - top + 1) * compactMin;
  return solid > 0 && (isCompact || solid >= cells.length * solidMin);
}

function darkCells(raster: GreyRaster, threshold: number): CellGrid {
  const [across, down] = [Math.floor(raster.width / cell), Math.floor(raster.height / cell)];
  const marked = new Uint8Array(across * down);
  const most = (cell / 2) ** 2 * darkShare;
  for (let at = 0; at < marked.length; at++) {
    const count = darkPixels(raster, (at % across) * cell, Math.floor(at / across) * cell, threshold);
    marked[at] = count > most ? 1 : 0;
  }
  return { across, down, marked };
}

/** Every second pixel of every second row of a square. */
function darkPixels({ width, data }: GreyRaster, left: number, top: number, threshold: number): number {
  let count = 0;
  for (let y = top; y < top + cell; y += 2) {
    for (let x = left; x < left + cell; x += 2) if ((data[y * width + x] ?? 255) < threshold) count += 1;
  }
  return count;
}

function lighten(raster: GreyRaster, light: GreyRaster, cells: Area['cells'], across: number, threshold: number): void {
  const [dark, bright] = levelsOf(raster, cells, across);
  const scale = 255 / Math.max(contrastMin, bright - dark);
  const inside = new Set(cells);
  const rim = new Set(
    cells.flatMap((at) => [at - 1, at + 1, at - across, at + across]).filter((at) => !inside.has(at)),
  );
  for (const at of cells) {
    eachPixel(light, at, across, (value) => 255 - Math.min(255, Math.max(0, (value - dark) * scale)));
  }
  for (const at of rim) {
    eachPixel(light, at, across, (value) => (value < threshold ? 255 : value));
  }
  const edge = cells.filter((at) => isAtEdge(at, inside, across));
  drawEdge(raster, light, [...rim, ...edge], { across, inside, threshold });
}

const isAtEdge = (at: number, inside: ReadonlySet<number>, across: number) =>
  [at - 1, at + 1, at - across, at + across].some((near) => !inside.has(near));

/** Pixels from a dark one to the light around its area, at most. */
const edgeReach = 2;
type Band = { across: number; inside: ReadonlySet<number>; threshold: number };

/** Where a band ends a reader sees a line, and often one is drawn there: a thin one is left, at the outside of the band. */
function drawEdge(raster: GreyRaster, light: GreyRaster, places: readonly number[], band: Band): void {
  const { width, height, data } = raster;
  for (const at of places) {
    const [left, top] = [(at % band.across) * cell, Math.floor(at / band.across) * cell];
    for (let y = Math.max(edgeReach, top); y < Math.min(top + cell, height - edgeReach); y++) {
      for (let x = Math.max(edgeReach, left); x < Math.min(left + cell, width - edgeReach); x++) {
        const place = y * width + x;
        if ((data[place] ?? 255) < band.threshold && endsAt(raster, x, y, band)) light.data[place] = 0;
      }
    }
  }
}

function endsAt({ width, data }: GreyRaster, x: number, y: number, { across, inside, threshold }: Band): boolean {
  const isOutside = (nearX: number, nearY: number) =>
    (data[nearY * width + nearX] ?? 0) >= threshold &&
    !inside.has(Math.floor(nearY / cell) * across + Math.floor(nearX / cell));
  return [-edgeReach, edgeReach].some((step) => isOutside(x + step, y) || isOutside(x, y + step));
}

function eachPixel(
  { width, height, data }: GreyRaster,
  at: number,
  across: number,
  of: (value: number) => number,
): void {
  const [left, top] = [(at % across) * cell, Math.floor(at / across) * cell];
  if (at < 0 || top + cell > height) return;
  for (let y = top; y < top + cell; y++) {
    for (let x = left; x < left + cell; x++) data[y * width + x] = of(data[y * width + x] ?? 255);
  }
}

/** The usual dark of an area and the brightness of its print. */
function levelsOf({ width, data }: GreyRaster, cells: Area['cells'], across: number): [number, number] {
  const sample: number[] = [];
  for (const at of cells) {
    const [left, top] = [(at % across) * cell, Math.floor(at / across) * cell];
    for (let step = 0; step < cell; step += 3) sample.push(data[(top + step) * width + left + step] ?? 0);
  }
  const sorted = Uint8Array.from(sample).sort();
  return [sorted[sorted.length >> 1] ?? 0, sorted[Math.floor(sorted.length * 0.98)] ?? 255];
}
