import type { Frame } from './fit-frame.ts';
import type { InkPatch } from './ink-patch.ts';

/** What is seen inside of a frame, as shares. */
export type Inside = {
  /** how dark it is on the whole, in its middle, and at its darkest spot */
  mean: number;
  core: number;
  peak: number;
  /** how much of its width and height the ink covers */
  across: number;
  down: number;
  /** the share of the ink in the emptier half, left or right, above or below */
  lesserHalf: number;
  /** 0 when the ink is one straight line, 1 when it goes as far one way as the other */
  breadth: number;
  /** how much of its paper is still light */
  light: number;
  /** how much ink lies around the box, close to its frame */
  around: number;
  /** at how many places strokes leave the frame */
  exits: number;
};

const inkFrom = 0.42;
const lightBelow = 0.3;
/** The line of a frame is not thicker, in pixels of the patch. */
const thickest = 9;

type Area = { left: number; top: number; right: number; bottom: number };

export function insideOf(patch: InkPatch, frame: Frame): Inside | null {
  const area = frame.isRing ? insideRing(frame) : insideLines(patch, frame);
  if (area.right - area.left < 10 || area.bottom - area.top < 10) return null;
  const counts = countIn(patch, area, frame.isRing);
  return { ...counts, around: aroundOf(patch, frame), exits: exitsOf(patch, frame) };
}

/** A circle is looked at in the square that fits into it. */
function insideRing({ left, top, right, bottom }: Frame): Area {
  const cut = (right - left) * 0.21;
  return {
    left: Math.round(left + cut),
    top: Math.round(top + cut),
    right: Math.round(right - cut),
    bottom: Math.round(bottom - cut),
  }; // prettier-ignore
}

/** From the middle of each line inwards to where most of it is paper, and one pixel more for its soft edge. */
function insideLines(patch: InkPatch, { left, top, right, bottom }: Frame): Area {
  const level = (y: number) =>
    lowerPart(Array.from({ length: right - left - 7 }, (_, at) => darkAt(patch, left + 4 + at, y)));
  const upright = (x: number) =>
    lowerPart(Array.from({ length: bottom - top - 7 }, (_, at) => darkAt(patch, x, top + 4 + at)));
  return {
    left: left + depthOf((at) => upright(left + at)),
    right: right - depthOf((at) => upright(right - at)),
    top: top + depthOf((at) => level(top + at)),
    bottom: bottom - depthOf((at) => level(bottom - at)),
  };
}

/** A tick that lies on the line is darker than the rest of it: the lighter part says where the line ends. */
const lowerPart = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length * 0.35)] ?? 0;

function depthOf(darkness: (inward: number) => number): number {
  for (let at = 1; at <= thickest; at++) if (darkness(at) < lightBelow) return at + 1;
  return 4;
}

const darkAt = ({ width, height, dark }: InkPatch, x: number, y: number) =>
  x < 0 || y < 0 || x >= width || y >= height ? 0 : (dark[y * width + x] ?? 0);

function countIn(patch: InkPatch, area: Area, isRing: boolean): Omit<Inside, 'around' | 'exits'> {
  const [wide, high] = [area.right - area.left + 1, area.bottom - area.top + 1];
  const columns = new Uint8Array(wide);
  const rows = new Uint8Array(high);
  const [rimX, rimY] = isRing ? [0, 0] : [wide * 0.2, high * 0.2];
  let [sum, core, coreSize, peak, light] = [0, 0, 0, 0, 0];
  const ink: [number, number][] = [];
  for (let y = 0; y < high; y++) {
    for (let x = 0; x < wide; x++) {
      const dark = darkAt(patch, area.left + x, area.top + y);
      sum += dark;
      if (dark < lightBelow) light += 1;
      peak = Math.max(peak, spotAt(patch, area.left + x, area.top + y));
      if (x >= rimX && x < wide - rimX && y >= rimY && y < high - rimY) {
        core += dark;
        coreSize += 1;
      }
      if (dark < inkFrom) continue;
      columns[x] = 1;
      rows[y] = 1;
      ink.push([x, y]);
    }
  }
  const size = wide * high;
  const share = (line: Uint8Array) => line.reduce((all, one) => all + one, 0) / line.length;
  return {
    mean: sum / size,
    core: core / Math.max(1, coreSize),
    peak,
    across: share(columns),
    down: share(rows),
    breadth: breadthOf(ink),
    lesserHalf: lesserHalfOf(ink, wide, high),
    light: light / size,
  }; // prettier-ignore
}

/** The mean of three by three: a lonely dark pixel is no spot. */
function spotAt(patch: InkPatch, x: number, y: number): number {
  let sum = 0;
  for (let dy = -1; dy <= 1; dy++) for (let dx = -1; dx <= 1; dx++) sum += darkAt(patch, x + dx, y + dy);
  return sum / 9;
}

function breadthOf(ink: readonly [number, number][]): number {
  if (ink.length < 6) return 0;
  const mean = (axis: 0 | 1) => ink.reduce((sum, point) => sum + point[axis], 0) / ink.length;
  const [midX, midY] = [mean(0), mean(1)];
  let [xx, yy, xy] = [0, 0, 0];
  for (const [x, y] of ink) {
    xx += (x - midX) ** 2;
    yy += (y - midY) ** 2;
    xy += (x - midX) * (y - midY);
  }
  const middle = (xx + yy) / 2;
  const swing = Math.hypot((xx - yy) / 2, xy);
  return Math.sqrt(Math.max(0, middle - swing) / Math.max(1, middle + swing));
}

function lesserHalfOf(ink: readonly [number, number][], wide: number, high: number): number {
  const left = ink.filter(([x]) => x < wide / 2).length;
  const above = ink.filter(([, y]) => y < high / 2).length;
  return Math.min(left, above, ink.length - left, ink.length - above) / Math.max(1, ink.length);
}

/** Between the frame and the next word. */
function aroundOf(patch: InkPatch, { left, top, right, bottom }: Frame): number {
  let [inked, looked] = [0, 0];
  for (let y = Math.floor(top) - 9; y <= bottom + 9; y++) {
    for (let x = Math.floor(left) - 9; x <= right + 9; x++) {
      const out = Math.max(left - x, x - right, top - y, y - bottom);
      if (out < 5) continue;
      looked += 1;
      if (darkAt(patch, x, y) > inkFrom) inked += 1;
    }
  }
  return inked / Math.max(1, looked);
}

/** Strokes are counted where they cross a line drawn round the box, a little way out. */
function exitsOf(patch: InkPatch, frame: Frame): number {
  const out = 4;
  const [left, top] = [Math.round(frame.left) - out, Math.round(frame.top) - out];
  const [right, bottom] = [Math.round(frame.right) + out, Math.round(frame.bottom) + out];
  const round: boolean[] = [];
  for (let x = left; x < right; x++) round.push(darkAt(patch, x, top) > inkFrom);
  for (let y = top; y < bottom; y++) round.push(darkAt(patch, right, y) > inkFrom);
  for (let x = right; x > left; x--) round.push(darkAt(patch, x, bottom) > inkFrom);
  for (let y = bottom; y > top; y--) round.push(darkAt(patch, left, y) > inkFrom);
  return round.filter((isInk, at) => isInk && round.at(at - 1) === false).length;
}
