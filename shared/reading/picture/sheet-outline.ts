import type { GreyRaster } from './grey-raster.ts';
import type { Point } from './warp.ts';

/** The convex outline of all pixels that are 1, in order around it. */
export function outline({ width, height, data }: GreyRaster): Point[] {
  const edge: Point[] = [];
  for (let y = 0; y < height; y++) {
    const row = data.subarray(y * width, (y + 1) * width);
    const [first, last] = [row.indexOf(1), row.lastIndexOf(1)];
    if (first >= 0) edge.push([first, y], [last, y]);
  }
  return convex(edge);
}

function convex(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((p, q) => p[0] - q[0] || p[1] - q[1]);
  const half = (ordered: readonly Point[]): Point[] => {
    const chain: Point[] = [];
    for (const point of ordered) {
      for (;;) {
        const [before, last] = [chain.at(-2), chain.at(-1)];
        if (before === undefined || last === undefined || cross(before, last, point) > 0) break;
        chain.pop();
      }
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half([...sorted].reverse())];
}

const cross = (o: Point, p: Point, q: Point) => (p[0] - o[0]) * (q[1] - o[1]) - (p[1] - o[1]) * (q[0] - o[0]);

/**
 * Sides are taken away, the one whose loss adds least area first, until four are left: rounded and folded corners come
 * back to where the long sides meet. Null when the outline has fewer than four corners.
 */
export function quadrilateralAround(hull: readonly Point[]): Point[] | null {
  let points = [...hull];
  while (points.length > 4) {
    const next = withoutOneSide(points);
    if (next === null) return null;
    points = next;
  }
  return points.length === 4 ? points : null;
}

function withoutOneSide(points: readonly Point[]): Point[] | null {
  const at = (index: number): Point => points[(index + points.length) % points.length] ?? [0, 0];
  let best: { index: number; corner: Point; added: number } | null = null;
  for (const [index, start] of points.entries()) {
    const end = at(index + 1);
    const corner = meeting(at(index - 1), start, at(index + 2), end);
    if (corner === null) continue;
    const added = Math.abs(cross(start, corner, end)) / 2;
    if (best === null || added < best.added) best = { index, corner, added };
  }
  if (best === null) return null;
  const kept = [...points];
  kept[best.index] = best.corner;
  kept.splice((best.index + 1) % points.length, 1);
  return kept;
}

/** Where the line from `a` over `b` meets the line from `c` over `d`, ahead of both. */
function meeting(a: Point, b: Point, c: Point, d: Point): Point | null {
  const [ux, uy, vx, vy] = [b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]];
  const turn = ux * vy - uy * vx;
  if (Math.abs(turn) < 1e-9) return null;
  const t = ((c[0] - a[0]) * vy - (c[1] - a[1]) * vx) / turn;
  const s = ((c[0] - a[0]) * uy - (c[1] - a[1]) * ux) / turn;
  return t >= 1 && s >= 1 ? [a[0] + ux * t, a[1] + uy * t] : null;
}
