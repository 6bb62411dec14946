import type { PageWord } from './characters-to-words.ts';
import {
  boxesOfRulings,
  type DrawnBox,
  distinctBoxes,
  isAroundBox,
  isBoxOutline,
  isCellOfTable,
  ticksIn,
} from './drawn-boxes.ts';
import { gatherInk, isInkLike } from './ink-strokes.ts';
import { centreOf, type Edges, holds, type PageFrame, touchesPage } from './page-frame.ts';
import type { PageShape } from './page-shapes.ts';
import { joinRulings, type Ruling, rulingsOf } from './ruling-lines.ts';

/** What the drawings of a page mean; `words` are those given, without glyphs that are only the tick in a drawn box. */
export type SortedShapes = {
  words: PageWord[];
  boxes: DrawnBox[];
  rulings: Ruling[];
  ink: Edges[];
};

const drawn = 0.97;
/** A circle around an empty box may also be somebody's remark. */
const aroundOnly = 0.6;

/** Larger than this part of the page a drawing is background, an image a scan. */
const backgroundCover = 0.6;

export function sortShapes(frame: PageFrame, shapes: readonly PageShape[], words: readonly PageWord[]): SortedShapes {
  const visible = shapes.filter((shape) => touchesPage(frame, shape.edges));
  const squares = visible.filter((shape) => isBoxOutline(shape) && !isCellOfTable(shape.edges, visible));
  const circles = squares.filter((shape) => isAroundBox(shape, squares));
  const outlines = squares.filter((shape) => !circles.includes(shape));
  const strokes = visible.filter((shape) => !outlines.includes(shape)).flatMap((shape) => rulingsOf(shape));
  const candidates = distinctBoxes([
    ...outlines.map((shape) => shape.edges),
    ...boxesOfRulings(joinRulings(strokes)).filter((box) => !isCellOfTable(box, visible)),
  ]);
  const loose = visible.filter((shape) => !outlines.includes(shape) && coverOf(frame, shape.edges) < backgroundCover);
  const marks = loose.filter((shape) => rulingsOf(shape).length === 0);
  const ticks = candidates.map((box) => ticksIn(box, marks, words));
  const tickWords = new Set(ticks.flatMap((tick) => tick.words));
  const tickShapes = new Set(ticks.flatMap((tick) => tick.shapes));
  return {
    words: words.filter((word) => !tickWords.has(word)),
    boxes: ticks.map((tick) => ({
      edges: tick.box,
      checked: tick.words.length + tick.shapes.length > 0,
      confidence: tick.shapes.length > 0 && tick.shapes.every((shape) => circles.includes(shape)) ? aroundOnly : drawn,
    })),
    rulings: joinRulings(strokes.filter((stroke) => !candidates.some((box) => holds(box, centreOf(stroke.edges), 1)))),
    ink: gatherInk(marks.filter((shape) => isInkLike(shape) && !tickShapes.has(shape))),
  };
}

/** The part of the page that images cover, 0..1. Scanners often cut a page into strips, so they are added up. */
export function imageCover(frame: PageFrame, shapes: readonly PageShape[]): number {
  const images = shapes.filter((shape) => shape.kind === 'image');
  return Math.min(
    1,
    images.reduce((sum, image) => sum + coverOf(frame, image.edges), 0),
  );
}

function coverOf(frame: PageFrame, edges: Edges): number {
  const across = Math.min(edges.right, frame.width) - Math.max(edges.left, 0);
  const down = Math.min(edges.bottom, frame.height) - Math.max(edges.top, 0);
  return (Math.max(across, 0) * Math.max(down, 0)) / (frame.width * frame.height);
}
