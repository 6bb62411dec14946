import type { PageWord } from './characters-to-words.ts';
import { centreOf, type Edges, holds } from './page-frame.ts';
import { lengthOf, type PageShape } from './page-shapes.ts';
import { paperLuminance } from './ruling-lines.ts';

/** A box to tick in points on the displayed page. */
export type DrawnBox = { edges: Edges; checked: boolean; confidence: number };

const sidePointsMin = 4.5;
const smallPointsMax = 24;
/** Half an inch: forms in large print have such boxes. */
const sidePointsMax = 36;

export const tickGlyphs = /^[xX\u2713-\u2718\u2714\u2611\u2612\u2705\u00d7\u2022\u25cf\u25a0\u221a]$/u;

/** A square outline, or a ring (radio button), small enough to be ticked. */
export function isBoxOutline(shape: PageShape): boolean {
  if (shape.kind === 'image') return false;
  const across = shape.edges.right - shape.edges.left;
  const down = shape.edges.bottom - shape.edges.top;
  if (Math.min(across, down) < sidePointsMin || Math.max(across, down) > sidePointsMax) return false;
  if (Math.max(across, down) > Math.min(across, down) * 1.35) return false;
  if (isRing(shape)) return true;
  const isStroked = shape.stroked !== null && shape.stroked < paperLuminance;
  const isFrame = shape.filled !== null && shape.filled < paperLuminance && shape.lines.length >= 7;
  return (isStroked || isFrame) && isSquare(shape);
}

/** Every straight line runs along an edge of the drawing; rounded corners are allowed. */
function isSquare(shape: PageShape): boolean {
  const { left, right, top, bottom } = shape.edges;
  const reach = Math.min(right - left, bottom - top) * 0.25;
  const straight = shape.lines.filter((line) => lengthOf(line) > 0.5);
  const onEdge = straight.every(({ from, to }) => {
    const isDown = Math.abs(from[0] - to[0]) < 0.3;
    const isAlong = Math.abs(from[1] - to[1]) < 0.3;
    if (isDown) return Math.min(Math.abs(from[0] - left), Math.abs(from[0] - right)) < reach;
    return isAlong && Math.min(Math.abs(from[1] - top), Math.abs(from[1] - bottom)) < reach;
  });
  return onEdge && straight.length >= 3;
}

/** A circle drawn as one line, or as the area between two; a dot, and what a pen leaves, is neither. */
function isRing({ lines, curves, ends, filled, stroked }: PageShape): boolean {
  const isCurved = curves >= 3 && lines.every((line) => lengthOf(line) <= 0.5);
  if (!isCurved || ends.farthest > 1.08) return false;
  const isDisc = filled !== null && filled < paperLuminance / 2;
  const isLine = stroked !== null && stroked < paperLuminance && ends.nearest > 0.92 && !isDisc;
  const isBand = filled !== null && filled < paperLuminance && ends.nearest < 0.96 && ends.nearest > 0.5 && curves >= 8;
  return isLine || isBand;
}

/** A circle drawn around a box says that it is meant; it is no box itself. */
export function isAroundBox(shape: PageShape, outlines: readonly PageShape[]): boolean {
  if (!isRing(shape)) return false;
  const own = shape.edges.right - shape.edges.left;
  return outlines.some((other) => {
    const side = other.edges.right - other.edges.left;
    return isSquare(other) && side < own * 0.9 && side > own * 0.35 && holds(shape.edges, centreOf(other.edges), 0);
  });
}

/** Four short lines that close a square and do not go on beyond it. */
export function boxesOfRulings(rulings: readonly { direction: string; edges: Edges }[]): Edges[] {
  const isShort = (edges: Edges) => {
    const length = Math.max(edges.right - edges.left, edges.bottom - edges.top);
    return length >= sidePointsMin && length <= sidePointsMax;
  };
  const along = rulings.filter((r) => r.direction === 'horizontal' && isShort(r.edges)).map((r) => r.edges);
  const down = rulings.filter((r) => r.direction === 'vertical' && isShort(r.edges)).map((r) => r.edges);
  return along.flatMap((top) =>
    along.flatMap((bottom) => {
      const square = { left: top.left, right: top.right, top: top.top, bottom: bottom.bottom };
      const height = square.bottom - square.top;
      const width = square.right - square.left;
      const sameWidth = Math.abs(bottom.left - top.left) < 1.5 && Math.abs(bottom.right - top.right) < 1.5;
      if (!sameWidth || height < width * 0.75 || height > width * 1.35) return [];
      const isSide = (x: number) => (side: Edges) =>
        Math.abs((side.left + side.right) / 2 - x) < 1.5 &&
        Math.abs(side.top - square.top) < 1.5 &&
        Math.abs(side.bottom - square.bottom) < 1.5;
      return down.some(isSide(square.left)) && down.some(isSide(square.right)) ? [square] : [];
    }),
  );
}

/** A larger square with lines that go on from its sides is a cell of a table. */
export function isCellOfTable(box: Edges, shapes: readonly PageShape[]): boolean {
  if (Math.max(box.right - box.left, box.bottom - box.top) <= smallPointsMax) return false;
  return shapes.some(({ edges, lines, curves }) => {
    const isStraight =
      curves === 0 && lines.every(({ from, to }) => Math.abs(from[0] - to[0]) < 0.3 || Math.abs(from[1] - to[1]) < 0.3);
    return isStraight && lines.length > 0 && touches(edges, box) && !isWithin(edges, box);
  });
}

const touches = (one: Edges, other: Edges) =>
  one.left < other.right + 1.5 &&
  other.left < one.right + 1.5 &&
  one.top < other.bottom + 1.5 &&
  other.top < one.bottom + 1.5;

const isWithin = (inner: Edges, outer: Edges) =>
  inner.left > outer.left - 2.5 &&
  inner.right < outer.right + 2.5 &&
  inner.top > outer.top - 2.5 &&
  inner.bottom < outer.bottom + 2.5;

/** Outlines drawn twice (paper, then line) are one box. */
export function distinctBoxes(outlines: readonly Edges[]): Edges[] {
  const kept: Edges[] = [];
  for (const outline of outlines) {
    if (!kept.some((other) => holds(other, centreOf(outline), -2))) kept.push(outline);
  }
  return kept;
}

export type Tick = { box: Edges; shapes: PageShape[]; words: PageWord[] };

/** What lies inside a box and is large enough to be a mark in it. */
export function ticksIn(box: Edges, shapes: readonly PageShape[], words: readonly PageWord[]): Tick {
  const side = Math.min(box.right - box.left, box.bottom - box.top);
  return {
    box,
    shapes: shapes.filter((shape) => isTickShape(shape, box, side)),
    words: words.filter((word) => tickGlyphs.test(word.text) && holds(box, centreOf(inkOf(word)), side * 0.2)),
  };
}

function isTickShape(shape: PageShape, box: Edges, side: number): boolean {
  const across = shape.edges.right - shape.edges.left;
  const down = shape.edges.bottom - shape.edges.top;
  const size = Math.max(across, down);
  const isPainted =
    shape.kind === 'image' ||
    (shape.stroked !== null && shape.stroked < paperLuminance - 40) ||
    (shape.filled !== null && shape.filled < paperLuminance - 40);
  return isPainted && size >= side * 0.35 && size <= side * 2.4 && holds(box, centreOf(shape.edges), side * 0.15);
}

function inkOf(word: PageWord): Edges {
  const [only] = word.characters;
  return only === undefined ? word.edges : only.inkEdges;
}
