import { levelOf } from './even-light.ts';
import { blankRaster, type GreyRaster, shrink } from './grey-raster.ts';
import { outline, quadrilateralAround } from './sheet-outline.ts';
import { type Point, projectionBetween, warp } from './warp.ts';

/** The long side of the small picture in which the sheet is looked for. */
const smallSide = 400;
/** A sheet on a desk: its surroundings are darker than its middle by this much. */
const darkerBy = 25;
const areaMin = 0.2;
/** How much of the four-cornered outline the bright area has to fill. */
const fillMin = 0.88;

/** The sheet of a photo, flattened and filling the picture; the raster itself when it shows no desk around a sheet. */
export function flattenSheet(raster: GreyRaster): GreyRaster {
  const corners = findSheet(raster);
  if (corners === null) return raster;
  const size = sizeOf(corners);
  const target: Point[] = [
    [0, 0],
    [size.width - 1, 0],
    [size.width - 1, size.height - 1],
    [0, size.height - 1],
  ]; // prettier-ignore
  const projection = projectionBetween(target, corners);
  return projection === null ? raster : warp(raster, size, projection);
}

/** Corners in pixels: top left, top right, bottom right, bottom left. Null when no sheet stands out. */
export function findSheet(raster: GreyRaster): Point[] | null {
  const step = Math.max(1, Math.round(Math.max(raster.width, raster.height) / smallSide));
  const small = shrink(raster, step);
  if (!hasDarkSurroundings(small)) return null;
  const bright = brightArea(small);
  const quadrilateral = quadrilateralAround(outline(bright));
  if (quadrilateral === null) return null;
  const area = areaOf(quadrilateral);
  const filled = bright.data.reduce((sum, value) => sum + value, 0);
  if (area < small.width * small.height * areaMin || filled < area * fillMin) return null;
  return inOrder(quadrilateral.map(([x, y]) => [(x + 0.5) * step, (y + 0.5) * step] as const));
}

function hasDarkSurroundings(small: GreyRaster): boolean {
  const { width, height } = small;
  const ring = Math.max(2, Math.round(Math.min(width, height) * 0.03));
  const edge = partOf(small, (x, y) => x < ring || y < ring || x >= width - ring || y >= height - ring);
  const middle = partOf(small, (x, y) => Math.abs(x / width - 0.5) < 0.3 && Math.abs(y / height - 0.5) < 0.3);
  return levelOf(middle, 0.6) - levelOf(edge, 0.6) > darkerBy;
}

function partOf({ width, data }: GreyRaster, isIn: (x: number, y: number) => boolean): GreyRaster {
  const kept = data.filter((_value, at) => isIn(at % width, Math.floor(at / width)));
  return { width: kept.length, height: 1, data: kept };
}

/** 1 for the largest area brighter than the threshold that parts desk and paper; holes are of no matter here. */
function brightArea(small: GreyRaster): GreyRaster {
  const { width, height, data } = small;
  const threshold = otsuThreshold(small);
  const label = new Int32Array(data.length);
  let best = { label: 0, size: 0 };
  let next = 0;
  for (let start = 0; start < data.length; start++) {
    if (label[start] !== 0 || (data[start] ?? 0) <= threshold) continue;
    next += 1;
    const size = flood(small, threshold, label, start, next);
    if (size > best.size) best = { label: next, size };
  }
  const area = blankRaster(width, height, 0);
  for (let at = 0; at < data.length; at++) area.data[at] = label[at] === best.label && best.label > 0 ? 1 : 0;
  return fillRows(area);
}

function flood(small: GreyRaster, threshold: number, label: Int32Array, start: number, name: number): number {
  const { width, data } = small;
  const open = [start];
  label[start] = name;
  let size = 0;
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    size += 1;
    const x = at % width;
    for (const near of [x > 0 ? at - 1 : -1, x < width - 1 ? at + 1 : -1, at - width, at + width]) {
      if (near < 0 || near >= data.length || label[near] !== 0 || (data[near] ?? 0) <= threshold) continue;
      label[near] = name;
      open.push(near);
    }
  }
  return size;
}

/** Print and dark bands inside the sheet belong to it. */
function fillRows(area: GreyRaster): GreyRaster {
  const { width, height, data } = area;
  for (let y = 0; y < height; y++) {
    const row = data.subarray(y * width, (y + 1) * width);
    const [first, last] = [row.indexOf(1), row.lastIndexOf(1)];
    if (first >= 0) row.fill(1, first, last + 1);
  }
  return area;
}

/** The threshold that parts dark from bright best (Otsu). */
export function otsuThreshold({ data }: GreyRaster): number {
  const counts = new Float64Array(256);
  for (const value of data) counts[value] = (counts[value] ?? 0) + 1;
  const sum = counts.reduce((total, count, value) => total + count * value, 0);
  let best = { threshold: 127, spread: -1 };
  let [below, sumBelow] = [0, 0];
  for (let value = 0; value < 255; value++) {
    below += counts[value] ?? 0;
    sumBelow += (counts[value] ?? 0) * value;
    const above = data.length - below;
    if (below === 0 || above === 0) continue;
    const spread = below * above * (sumBelow / below - (sum - sumBelow) / above) ** 2;
    if (spread > best.spread) best = { threshold: value, spread };
  }
  return best.threshold;
}

function areaOf(points: readonly Point[]): number {
  return Math.abs(
    points.reduce((sum, [x, y], index) => {
      const [nx, ny] = points[(index + 1) % points.length] ?? [0, 0];
      return sum + (x * ny - nx * y) / 2;
    }, 0),
  );
}

/** By angle around the middle, beginning at the top left. */
function inOrder(points: readonly Point[]): Point[] {
  const [cx, cy] = [0, 1].map((axis) => points.reduce((sum, point) => sum + (point[axis] ?? 0), 0) / points.length);
  const angle = ([x, y]: Point) => Math.atan2(y - (cy ?? 0), x - (cx ?? 0));
  const around = [...points].sort((p, q) => angle(p) - angle(q));
  const first = around.reduce((best, [x, y], index) => {
    const [bx, by] = around[best] ?? [0, 0];
    return x + y < bx + by ? index : best;
  }, 0);
  return [...around.slice(first), ...around.slice(0, first)];
}

function sizeOf(corners: readonly Point[]): { width: number; height: number } {
  const side = (from: number, to: number) => {
    const [p, q] = [corners[from] ?? [0, 0], corners[to] ?? [0, 0]];
    return Math.hypot(p[0] - q[0], p[1] - q[1]);
  };
  return {
    width: Math.max(2, Math.round(Math.max(side(0, 1), side(2, 3)))),
    height: Math.max(2, Math.round(Math.max(side(1, 2), side(3, 0)))),
  };
}
