import { type Edges, edgesAround, type PageFrame, type Point, placePoint } from './page-frame.ts';
import { floatAt, integerAt, type Pdfium, unsignedAt } from './pdfium-engine.ts';
import type { RunInside } from './runs-inside.ts';

export type Line = { from: Point; to: Point };

/** A drawing or an image on the displayed page, in points. Luminance 0 (black) to 255; null when not painted that way. */
export type PageShape = {
  kind: 'path' | 'image';
  edges: Edges;
  lines: Line[];
  curves: number;
  /** how near and how far its strokes begin and end from its middle: 1 lies on the ellipse that fits into its edges */
  ends: { nearest: number; farthest: number };
  filled: number | null;
  stroked: number | null;
  strokePoints: number;
  /** place in the order of painting: what is painted later covers what is painted earlier */
  order: number;
};

/** `runOrders`: when each of PDFium's text objects is painted; `runsInside`: those of pages laid into this page. */
export type PageDrawing = {
  shapes: PageShape[];
  runOrders: Map<number, number>;
  runsInside: Map<number, RunInside>;
};

/** PDFium's object types. */
const textType = 1;
const pathType = 2;
const imageType = 3;
const formType = 5;

const objectsMax = 40_000;
const formDepthMax = 8;
const linesOfShapeMax = 2_000;

/** a, b, c, d, e, f as in the PDF standard */
type Matrix = readonly [number, number, number, number, number, number];
const unchanged: Matrix = [1, 0, 0, 1, 0, 0];

type Walk = PageDrawing & { pdfium: Pdfium; frame: PageFrame; painted: number };

/** Everything drawn on a page but its text, in the order it is painted. `page` is PDFium's handle. */
export function readDrawing(pdfium: Pdfium, page: number, frame: PageFrame): PageDrawing {
  const walk: Walk = { pdfium, frame, shapes: [], runOrders: new Map(), runsInside: new Map(), painted: 0 };
  const count = pdfium.call.FPDFPage_CountObjects(page);
  for (let index = 0; index < count && walk.painted < objectsMax; index++) {
    visit(walk, pdfium.call.FPDFPage_GetObject(page, index), unchanged, 0);
  }
  return walk;
}

function visit(walk: Walk, object: number, matrix: Matrix, depth: number): void {
  const { call } = walk.pdfium;
  const type = call.FPDFPageObj_GetType(object);
  walk.painted += 1;
  if (type === textType) visitText(walk, object, matrix, depth);
  if (type === pathType) walk.shapes.push({ ...pathShape(walk, object, matrix), order: walk.painted });
  if (type === imageType) walk.shapes.push({ ...imageShape(walk, object, matrix), order: walk.painted });
  if (type !== formType || depth >= formDepthMax) return;
  const inner = multiply(matrixOf(walk.pdfium, object), matrix);
  const count = call.FPDFFormObj_CountObjects(object);
  for (let index = 0; index < count && walk.painted < objectsMax; index++) {
    visit(walk, call.FPDFFormObj_GetObject(object, index), inner, depth + 1);
  }
}

const unpainted = { filled: null, stroked: null, strokePoints: 0 } as const;

function visitText(walk: Walk, object: number, matrix: Matrix, depth: number): void {
  walk.runOrders.set(object, walk.painted);
  const place = depth > 0 ? runInside(walk.pdfium, object, matrix) : null;
  if (place) walk.runsInside.set(object, place);
}

function runInside(pdfium: Pdfium, object: number, matrix: Matrix): RunInside | null {
  const { call, scratch } = pdfium;
  const [a, b, c, d, e, f] = multiply(matrixOf(pdfium, object), matrix);
  const [length, height] = [Math.hypot(a, b), Math.hypot(c, d)];
  if (length === 0 || height === 0 || !call.FPDFTextObj_GetFontSize(object, scratch)) return null;
  const sizePoints = floatAt(pdfium, scratch) * height;
  if (!call.FPDFPageObj_GetBounds(object, scratch, scratch + 4, scratch + 8, scratch + 12)) return null;
  const [left = 0, bottom = 0, right = 0, top = 0] = [0, 4, 8, 12].map((at) => floatAt(pdfium, scratch + at));
  const corners: Point[] = [
    [left, bottom],
    [left, top],
    [right, bottom],
    [right, top],
  ];
  const along: Point = [a / length, b / length];
  const turned: Point = [-along[1], along[0]];
  const up: Point = turned[0] * c + turned[1] * d < 0 ? [-turned[0], -turned[1]] : turned;
  return { origin: [e, f], along, up, corners: corners.map((corner) => apply(matrix, corner)), sizePoints };
}

function imageShape(walk: Walk, object: number, matrix: Matrix): Omit<PageShape, 'order'> {
  const whole = multiply(matrixOf(walk.pdfium, object), matrix);
  const corners: Point[] = [
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
  ];
  const edges = edgesAround(corners.map((corner) => placePoint(walk.frame, apply(whole, corner))));
  return { kind: 'image', edges, lines: [], curves: 0, ends: { nearest: 0, farthest: 0 }, ...unpainted };
}

function pathShape(walk: Walk, object: number, matrix: Matrix): Omit<PageShape, 'order'> {
  const { pdfium } = walk;
  const { call, scratch } = pdfium;
  const whole = multiply(matrixOf(pdfium, object), matrix);
  const outline = readOutline(walk, object, whole);
  call.FPDFPath_GetDrawMode(object, scratch, scratch + 4);
  const isFilled = integerAt(pdfium, scratch) !== 0;
  const isStroked = integerAt(pdfium, scratch + 4) !== 0;
  call.FPDFPageObj_GetStrokeWidth(object, scratch);
  const strokePoints = floatAt(pdfium, scratch) * Math.sqrt(Math.abs(whole[0] * whole[3] - whole[1] * whole[2]));
  const fillKnown = isFilled && call.FPDFPageObj_GetFillColor(object, scratch, scratch + 4, scratch + 8, scratch + 12);
  const filled = fillKnown ? luminanceAt(pdfium) : null;
  const strokeKnown =
    isStroked && call.FPDFPageObj_GetStrokeColor(object, scratch, scratch + 4, scratch + 8, scratch + 12);
  return { kind: 'path', ...outline, filled, stroked: strokeKnown ? luminanceAt(pdfium) : null, strokePoints };
}

/** Null for paint that is next to nothing. */
function luminanceAt(pdfium: Pdfium): number | null {
  const [red = 0, green = 0, blue = 0, alpha = 0] = [0, 4, 8, 12].map((at) => unsignedAt(pdfium, pdfium.scratch + at));
  if (alpha < 25) return null;
  const luminance = 0.299 * red + 0.587 * green + 0.114 * blue;
  return 255 - ((255 - luminance) * alpha) / 255;
}

type Step = { point: Point; type: number; isClosing: boolean };
const lineStep = 0;
const curveStep = 1;
const moveStep = 2;

function stepsOf(walk: Walk, object: number, matrix: Matrix): Step[] {
  const { call, scratch } = walk.pdfium;
  const count = Math.min(call.FPDFPath_CountSegments(object), linesOfShapeMax);
  const steps: Step[] = [];
  for (let index = 0; index < count; index++) {
    const segment = call.FPDFPath_GetPathSegment(object, index);
    if (!call.FPDFPathSegment_GetPoint(segment, scratch, scratch + 4)) continue;
    const raw: Point = [floatAt(walk.pdfium, scratch), floatAt(walk.pdfium, scratch + 4)];
    steps.push({
      point: placePoint(walk.frame, apply(matrix, raw)),
      type: call.FPDFPathSegment_GetType(segment),
      isClosing: Boolean(call.FPDFPathSegment_GetClose(segment)),
    });
  }
  return steps;
}

type Outline = Pick<PageShape, 'edges' | 'lines' | 'curves' | 'ends'>;

function readOutline(walk: Walk, object: number, matrix: Matrix): Outline {
  const steps = stepsOf(walk, object, matrix);
  const lines: Line[] = [];
  let start: Point = [0, 0];
  for (const [at, { point, type, isClosing }] of steps.entries()) {
    if (type === moveStep) start = point;
    if (type === lineStep) lines.push({ from: steps[at - 1]?.point ?? point, to: point });
    if (isClosing && lengthOf({ from: point, to: start }) > 0.01) lines.push({ from: point, to: start });
  }
  const edges = edgesAround(steps.length > 0 ? steps.map(({ point }) => point) : [[0, 0]]);
  const curved = steps.filter(({ type }) => type === curveStep);
  // two of the three points of a curve only pull it
  const ends = [...steps.filter(({ type }) => type !== curveStep), ...curved.filter((_, at) => at % 3 === 2)];
  const places = ends.map(({ point }) => point);
  return { edges, lines, curves: curved.length / 3, ends: distancesOf(places, edges) };
}

function distancesOf(points: readonly Point[], { left, top, right, bottom }: Edges): PageShape['ends'] {
  const [halfWide, halfHigh] = [Math.max(0.01, right - left) / 2, Math.max(0.01, bottom - top) / 2];
  const distances = points.map(([x, y]) => Math.hypot((x - left) / halfWide - 1, (y - top) / halfHigh - 1));
  return { nearest: Math.min(...distances), farthest: Math.max(...distances) };
}

export function lengthOf(line: Line): number {
  return Math.hypot(line.to[0] - line.from[0], line.to[1] - line.from[1]);
}

function matrixOf(pdfium: Pdfium, object: number): Matrix {
  if (!pdfium.call.FPDFPageObj_GetMatrix(object, pdfium.scratch)) return unchanged;
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = [0, 4, 8, 12, 16, 20].map((at) =>
    floatAt(pdfium, pdfium.scratch + at),
  );
  return [a, b, c, d, e, f];
}

/** First `inner`, then `outer`. */
function multiply(inner: Matrix, outer: Matrix): Matrix {
  return [
    inner[0] * outer[0] + inner[1] * outer[2],
    inner[0] * outer[1] + inner[1] * outer[3],
    inner[2] * outer[0] + inner[3] * outer[2],
    inner[2] * outer[1] + inner[3] * outer[3],
    inner[4] * outer[0] + inner[5] * outer[2] + outer[4],
    inner[4] * outer[1] + inner[5] * outer[3] + outer[5],
  ];
}

function apply(matrix: Matrix, [x, y]: Point): Point {
  return [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]];
}
