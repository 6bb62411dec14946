import type { GreyRaster } from './grey-raster.ts';
import { type Point, projectionBetween, warp } from './warp.ts';

/** The sheet cut out and flattened. `corners` are fractions of the raster: top left, top right, bottom right, bottom left. */
export function flattenSheet(raster: GreyRaster, corners: readonly Point[]): GreyRaster {
  const from = corners.map(([x, y]): Point => [x * raster.width, y * raster.height]);
  const { width, height } = sizeOf(from);
  const to: Point[] = [
    [0, 0],
    [width - 1, 0],
    [width - 1, height - 1],
    [0, height - 1],
  ];
  const projection = projectionBetween(to, from);
  return projection === null ? raster : warp(raster, { width, height }, projection);
}

/** What recognition of print is made for; a sheet that fills little of its photo is enlarged. */
const longSideMin = 2200;

/** The nearer, longer sides tell the size: nothing is made smaller. */
function sizeOf(corners: readonly Point[]): { width: number; height: number } {
  const side = (from: number, to: number) => {
    const [p, q] = [corners[from] ?? [0, 0], corners[to] ?? [0, 0]];
    return Math.hypot(p[0] - q[0], p[1] - q[1]);
  };
  const [width, height] = [Math.max(side(0, 1), side(2, 3), 2), Math.max(side(1, 2), side(3, 0), 2)];
  const scale = Math.max(1, longSideMin / Math.max(width, height));
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}
