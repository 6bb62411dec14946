import type { Box } from '#shared/domain/reading.ts';

/**
 * The visible part of a PDF page in its own coordinates (points, y upwards, any origin) and how far the page is turned
 * clockwise for showing. `width` and `height` are those of the page as displayed.
 */
export type PageFrame = {
  left: number;
  bottom: number;
  right: number;
  top: number;
  turn: 0 | 90 | 180 | 270;
  width: number;
  height: number;
};

/** Edges in points on the displayed page, origin top left. */
export type Edges = { left: number; top: number; right: number; bottom: number };
export type Point = readonly [x: number, y: number];

export function makePageFrame(bounds: Omit<PageFrame, 'turn' | 'width' | 'height'>, quarterTurns: number): PageFrame {
  const turns = [0, 90, 180, 270] as const;
  const turn = turns[((quarterTurns % 4) + 4) % 4] ?? 0;
  const across = bounds.right - bounds.left;
  const up = bounds.top - bounds.bottom;
  const lying = turn === 90 || turn === 270;
  return { ...bounds, turn, width: lying ? up : across, height: lying ? across : up };
}

/** From the page's own coordinates to points on the page as displayed. */
export function placePoint(frame: PageFrame, [x, y]: Point): Point {
  if (frame.turn === 90) return [y - frame.bottom, x - frame.left];
  if (frame.turn === 180) return [frame.right - x, y - frame.bottom];
  if (frame.turn === 270) return [frame.top - y, frame.right - x];
  return [x - frame.left, frame.top - y];
}

export function edgesAround(points: readonly Point[]): Edges {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

/** The part of the page; what reaches over its edge is cut there. */
export function boxOf(frame: PageFrame, edges: Edges): Box {
  const left = clamp(edges.left / frame.width);
  const top = clamp(edges.top / frame.height);
  const right = clamp(edges.right / frame.width);
  const bottom = clamp(edges.bottom / frame.height);
  return [round(left), round(top), round(right - left), round(bottom - top)];
}

export function touchesPage(frame: PageFrame, edges: Edges): boolean {
  return edges.right >= 0 && edges.left <= frame.width && edges.bottom >= 0 && edges.top <= frame.height;
}

function clamp(part: number): number {
  return Math.min(Math.max(part, 0), 1);
}

export function centreOf(edges: Edges): Point {
  return [(edges.left + edges.right) / 2, (edges.top + edges.bottom) / 2];
}

export function holds(edges: Edges, [x, y]: Point, margin = 0): boolean {
  return x >= edges.left - margin && x <= edges.right + margin && y >= edges.top - margin && y <= edges.bottom + margin;
}

/** A hundred-thousandth of a page is less than a printer's dot; more digits would only make readings larger. */
function round(value: number): number {
  return Math.round(value * 100_000) / 100_000;
}
