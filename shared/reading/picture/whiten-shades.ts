import { type Area, areasOf, type CellGrid } from './cell-areas.ts';
import type { GreyRaster } from './grey-raster.ts';
import { boxSizeMax } from './lighten-dark-areas.ts';

const cell = 8;
/** Brightness of a ground, on evenly lit paper, on which lines are lost; paler ones harm nothing, darker ones are bands. */
const shade = { from: 100, below: 212 };
/** Shares of the page's width and height: a shaded cell or row, not a smear. */
const widthMin = 0.03;
const heightMin = 0.008;
/** A printed shade is one brightness all over; a photograph is not. */
const sameWithin = 14;
const sameMin = 0.75;
/** It ends in a step: right beside it is paper, where blurred print fades away slowly. */
const paperFrom = 235;
const stepMin = 0.6;

/**
 * Headings and rows of a table on a shaded ground come to stand on white, so that their lines and words are found like all
 * others. What is left of a shade at its edge stays as a thin line, which it is for a reader too.
 */
export function whitenShades(raster: GreyRaster): GreyRaster {
  const { width, height, data } = raster;
  const { grid, grounds } = groundsOf(raster);
  // most pages have no shade and stay what they are
  let white = raster;
  for (const area of areasOf(grid)) {
    const isLarge =
      (area.right - area.left + 1) * cell >= width * widthMin &&
      (area.bottom - area.top + 1) * cell >= height * heightMin &&
      Math.max(area.right - area.left, area.bottom - area.top) * cell > Math.min(width, height) * boxSizeMax;
    if (!isLarge) continue;
    const levels = area.cells.map((at) => grounds[at] ?? 0).sort((a, b) => a - b);
    const ground = levels[levels.length >> 1] ?? 255;
    const same = levels.filter((level) => Math.abs(level - ground) <= sameWithin).length;
    if (same < levels.length * sameMin || !endsInStep(area, grid.across, grounds)) continue;
    if (white === raster) white = { width, height, data: data.slice() };
    whiten(white, area, grid.across, ground);
  }
  return white;
}

function endsInStep({ cells }: Area, across: number, grounds: Uint8Array): boolean {
  const inside = new Set(cells);
  const beside = cells.flatMap((at) => [at - 1, at + 1, at - across, at + across]).filter((at) => !inside.has(at));
  const steps = beside.filter((at) => (grounds[at] ?? 255) >= paperFrom || (grounds[at] ?? 255) < shade.from);
  return steps.length >= beside.length * stepMin;
}

/** The brighter part of each square is its ground: print covers less than three quarters of one. */
function groundsOf({ width, height, data }: GreyRaster): { grid: CellGrid; grounds: Uint8Array } {
  const [across, down] = [Math.floor(width / cell), Math.floor(height / cell)];
  const grounds = new Uint8Array(across * down);
  for (let at = 0; at < grounds.length; at++) {
    const from = Math.floor(at / across) * cell * width + (at % across) * cell;
    grounds[at] = fourthBrightest(data, from, width);
  }
  const marked = grounds.map((ground) => (ground >= shade.from && ground < shade.below ? 1 : 0));
  return { grid: { across, down, marked }, grounds };
}

/** Of sixteen pixels of a square, every second of every second row. */
function fourthBrightest(data: Uint8Array, from: number, width: number): number {
  let [first, second, third, fourth] = [0, 0, 0, 0];
  for (let row = from; row < from + cell * width; row += 2 * width) {
    for (let at = row; at < row + cell; at += 2) {
      const value = data[at] ?? 255;
      if (value <= fourth) continue;
      fourth = Math.max(fourth, Math.min(third, value));
      third = Math.max(third, Math.min(second, value));
      second = Math.max(second, Math.min(first, value));
      first = Math.max(first, value);
    }
  }
  return fourth;
}

function whiten({ width, data }: GreyRaster, { cells }: Area, across: number, ground: number): void {
  const scale = 255 / Math.max(1, ground);
  for (const at of cells) {
    const from = Math.floor(at / across) * cell * width + (at % across) * cell;
    for (let row = 0; row < cell; row++) {
      for (let column = 0; column < cell; column++) {
        const place = from + row * width + column;
        data[place] = Math.min(255, (data[place] ?? 255) * scale);
      }
    }
  }
}
