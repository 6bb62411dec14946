import { blankRaster, type GreyRaster } from './grey-raster.ts';

export type Point = readonly [x: number, y: number];
/** Nine numbers: where a point of the new picture lies in the old one, perspective included. */
export type Projection = readonly number[];

/** A new picture whose every pixel is fetched from the old one; what lies outside of it is paper. */
export function warp(raster: GreyRaster, size: { width: number; height: number }, projection: Projection): GreyRaster {
  const [a = 1, b = 0, c = 0, d = 0, e = 1, f = 0, g = 0, h = 0, i = 1] = projection;
  const result = blankRaster(size.width, size.height);
  const { width, height, data } = raster;
  const isFlat = g === 0 && h === 0 && i === 1;
  for (let y = 0; y < size.height; y++) {
    const row = y * size.width;
    const [across, down] = [b * y, e * y];
    for (let x = 0; isFlat && x < size.width; x++) {
      result.data[row + x] = brightnessAt(data, width, height, a * x + across + c, d * x + down + f);
    }
    for (let x = 0; !isFlat && x < size.width; x++) {
      const w = g * x + h * y + i;
      result.data[row + x] = brightnessAt(data, width, height, (a * x + across + c) / w, (d * x + down + f) / w);
    }
  }
  return result;
}

/** Called for each pixel of a page: it makes no array and no object. */
function brightnessAt(data: Uint8Array, width: number, height: number, x: number, y: number): number {
  const left = Math.floor(x);
  const top = Math.floor(y);
  if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) return 255;
  const at = top * width + left;
  const across = x - left;
  const down = y - top;
  const upper = (data[at] ?? 255) * (1 - across) + (data[at + 1] ?? 255) * across;
  const lower = (data[at + width] ?? 255) * (1 - across) + (data[at + width + 1] ?? 255) * across;
  return upper * (1 - down) + lower * down;
}

/** Turned around the middle; the size stays. */
export function rotation({ width, height }: { width: number; height: number }, radians: number): Projection {
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  const [x, y] = [width / 2, height / 2];
  return [cos, -sin, x - cos * x + sin * y, sin, cos, y - sin * x - cos * y, 0, 0, 1];
}

/** The projection that takes four points of the new picture to four points of the old one; null when they lie in line. */
export function projectionBetween(to: readonly Point[], from: readonly Point[]): Projection | null {
  const rows = to.flatMap(([x, y], index) => {
    const [u, v] = from[index] ?? [0, 0];
    return [
      [x, y, 1, 0, 0, 0, -u * x, -u * y, u],
      [0, 0, 0, x, y, 1, -v * x, -v * y, v],
    ];
  });
  const solved = solve(rows);
  return solved === null ? null : [...solved, 1];
}

/** Gauss elimination with pivots; each row holds its right side last. */
function solve(rows: number[][]): number[] | null {
  for (let column = 0; column < rows.length; column++) {
    const pivot = rows.slice(column).sort((p, q) => Math.abs(q[column] ?? 0) - Math.abs(p[column] ?? 0))[0];
    if (pivot === undefined || Math.abs(pivot[column] ?? 0) < 1e-12) return null;
    rows.splice(rows.indexOf(pivot), 1);
    rows.splice(column, 0, pivot);
    for (const row of rows) if (row !== pivot) subtract(row, pivot, column);
  }
  return rows.map((row, at) => (row[rows.length] ?? 0) / (row[at] ?? 1));
}

function subtract(row: number[], pivot: readonly number[], column: number): void {
  const factor = (row[column] ?? 0) / (pivot[column] ?? 1);
  for (let at = column; at < row.length; at++) row[at] = (row[at] ?? 0) - factor * (pivot[at] ?? 0);
}
