import { areasOf } from './cell-areas.ts';
import type { ColourRaster } from './decode-picture.ts';
import { levelOf } from './even-light.ts';
import { blankRaster, type GreyRaster } from './grey-raster.ts';
import { outline, quadrilateralAround } from './sheet-outline.ts';
import type { Point } from './warp.ts';

/** A sheet on a desk: its surroundings are darker than its middle by this much. */
const darkerBy = 25;
const areaMin = 0.2;
/** How much of the four-cornered outline the sheet has to fill. */
const fillMin = 0.93;
/** A desk changes its colour slowly; a sheet begins with a step. */
const stepMin = 14;

/**
 * Corners of a sheet that lies on a darker desk, as fractions of the picture: top left, top right, bottom right, bottom
 * left. Null when no sheet stands out, as on any scan.
 */
export function findSheet(small: ColourRaster): Point[] | null {
  const grey = greyOf(small);
  if (!hasDarkSurroundings(grey)) return null;
  const sheet = insideOf(deskOf(small));
  const corners = quadrilateralAround(outline(sheet));
  if (corners === null) return null;
  const area = areaOf(corners);
  const filled = sheet.data.reduce((sum, value) => sum + value, 0);
  if (area < small.width * small.height * areaMin || filled < area * fillMin || filled > area * 1.1) return null;
  return inOrder(corners).map(([x, y]) => [(x + 0.5) / small.width, (y + 0.5) / small.height] as const);
}

function greyOf({ width, height, data }: ColourRaster): GreyRaster {
  const grey = blankRaster(width, height);
  for (let at = 0; at < grey.data.length; at++) {
    grey.data[at] = ((data[at * 3] ?? 0) + (data[at * 3 + 1] ?? 0) + (data[at * 3 + 2] ?? 0)) / 3;
  }
  return grey;
}

const ringOf = ({ width, height }: { width: number; height: number }) => {
  const ring = Math.max(2, Math.round(Math.min(width, height) * 0.03));
  return (at: number) => {
    const x = at % width;
    const y = Math.floor(at / width);
    return x < ring || y < ring || x >= width - ring || y >= height - ring;
  };
};

function hasDarkSurroundings(grey: GreyRaster): boolean {
  const { width, height, data } = grey;
  const isRing = ringOf(grey);
  const only = (isIn: (at: number) => boolean): GreyRaster => {
    const kept = new Uint8Array(data.length);
    let length = 0;
    for (let at = 0; at < data.length; at++) if (isIn(at)) kept[length++] = data[at] ?? 0;
    return { width: length, height: 1, data: kept.subarray(0, length) };
  };
  const isMiddle = (at: number) =>
    Math.abs((at % width) / width - 0.5) < 0.3 && Math.abs(Math.floor(at / width) / height - 0.5) < 0.3;
  return levelOf(only(isMiddle), 0.6) - levelOf(only(isRing), 0.6) > darkerBy;
}

/** 1 wherever one gets from the edge of the picture without crossing a step of colour; light may change slowly. */
function deskOf(small: ColourRaster): GreyRaster {
  const { width, height } = small;
  const steps = stepsOf(small);
  const isRing = ringOf(small);
  const onRing = Uint8Array.from([...steps].filter((_step, at) => isRing(at))).sort();
  const limit = Math.max(stepMin, (onRing[Math.floor(onRing.length * 0.9)] ?? 0) * 1.3);
  const isFree = (at: number) => (steps[at] ?? 255) < limit;
  const desk = blankRaster(width, height, 0);
  const open: number[] = [];
  const enter = (at: number) => {
    if (desk.data[at] === 1 || !isFree(at)) return;
    desk.data[at] = 1;
    open.push(at);
  };
  for (let x = 0; x < width; x++) {
    enter(x);
    enter((height - 1) * width + x);
  }
  for (let y = 0; y < height; y++) {
    enter(y * width);
    enter(y * width + width - 1);
  }
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const x = at % width;
    if (x > 0) enter(at - 1);
    if (x < width - 1) enter(at + 1);
    if (at >= width) enter(at - width);
    if (at + width < steps.length) enter(at + width);
  }
  return desk;
}

/** How much the colour changes around each pixel: the largest of the three colours, across or down. */
function stepsOf({ width, height, data }: ColourRaster): Uint8Array {
  const steps = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const [above, below] = [Math.max(0, y - 1) * width, Math.min(height - 1, y + 1) * width];
    for (let x = 0; x < width; x++) {
      const [left, right] = [y * width + Math.max(0, x - 1), y * width + Math.min(width - 1, x + 1)];
      let most = 0;
      for (let colour = 0; colour < 3; colour++) {
        const across = Math.abs((data[left * 3 + colour] ?? 0) - (data[right * 3 + colour] ?? 0));
        const down = Math.abs((data[(above + x) * 3 + colour] ?? 0) - (data[(below + x) * 3 + colour] ?? 0));
        most = Math.max(most, across, down);
      }
      steps[y * width + x] = most;
    }
  }
  return steps;
}

/** 1 for the largest place that is not desk, without the blurred edge around it. */
function insideOf(desk: GreyRaster): GreyRaster {
  const { width, height } = desk;
  const marked = desk.data.map((value) => 1 - value);
  for (let at = 0; at < marked.length; at++) {
    const isBeside = desk.data[at - 1] === 1 || desk.data[at + 1] === 1;
    if (isBeside || desk.data[at - width] === 1 || desk.data[at + width] === 1) marked[at] = 0;
  }
  const [largest] = areasOf({ across: width, down: height, marked }).sort((a, b) => b.cells.length - a.cells.length);
  const sheet = blankRaster(width, height, 0);
  for (const at of largest?.cells ?? []) sheet.data[at] = 1;
  return sheet;
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
  const middle = (axis: 0 | 1) => points.reduce((sum, point) => sum + point[axis], 0) / points.length;
  const [cx, cy] = [middle(0), middle(1)];
  const angle = ([x, y]: Point) => Math.atan2(y - cy, x - cx);
  const around = [...points].sort((p, q) => angle(p) - angle(q));
  const sums = around.map(([x, y]) => x + y);
  const first = sums.indexOf(Math.min(...sums));
  return [...around.slice(first), ...around.slice(0, first)];
}
