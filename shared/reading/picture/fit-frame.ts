import type { InkPatch } from './ink-patch.ts';

/** The frame of a box as it lies in a patch: the middle of its lines. `drawn` says how well it is seen, 0..1. */
export type Frame = { left: number; top: number; right: number; bottom: number; isRing: boolean; drawn: number };

/** How far each side may lie from where it was said to be, and how much the box may be off square. */
const reach = 7;
const ratioMax = 1.35;
/** As dark as this a line is drawn; a hair line on a poor copy is. */
const fullyDrawn = 0.55;
const drawnMin = 0.6;
/** A ring is round where a square has corners: it must be seen clearly better. */
const ringBonus = 0.08;

/** Looks for the four sides, or the ring, that a box of this size at the middle of the patch must have. */
export function fitFrame(patch: InkPatch, across: number, down: number): Frame | null {
  const square = fitSquare(patch, across, down);
  const ring = fitRing(patch, Math.max(across, down) / 2);
  const best = ring.drawn > square.drawn + ringBonus ? ring : square;
  return best.drawn < drawnMin ? null : best;
}

function fitSquare(patch: InkPatch, across: number, down: number): Frame {
  const level = sumsOf(patch, true);
  const upright = sumsOf(patch, false);
  const columns = pairsAround(patch.width, across);
  const rows = pairsAround(patch.height, down);
  let best: Frame = { left: 0, top: 0, right: 0, bottom: 0, isRing: false, drawn: 0 };
  let bestScore = 0;
  for (const [left, right, offX] of columns) {
    for (const [top, bottom, offY] of rows) {
      if (Math.max((right - left) / (bottom - top), (bottom - top) / (right - left)) > ratioMax) continue;
      const sides = [
        level(top, left, right),
        level(bottom, left, right),
        upright(left, top, bottom),
        upright(right, top, bottom),
      ]; // prettier-ignore
      const drawn = Math.min(...sides) * 0.6 + sides.reduce((sum, side) => sum + side, 0) * 0.1;
      const score = drawn - (offX + offY) * 0.002;
      if (score <= bestScore) continue;
      bestScore = score;
      best = { left, top, right, bottom, isRing: false, drawn };
    }
  }
  return best;
}

function pairsAround(length: number, side: number): [number, number, number][] {
  const near = Math.round((length - side) / 2);
  const far = near + Math.round(side);
  const steps = Array.from({ length: reach * 2 + 1 }, (_, at) => at - reach);
  return steps.flatMap((a) =>
    steps.map((b): [number, number, number] => [near + a, far + b, Math.abs(a) + Math.abs(b)]),
  );
}

/** How much of a line from one place to another is drawn, when it may waver by a pixel. */
function sumsOf(
  { width, height, dark }: InkPatch,
  isLevel: boolean,
): (line: number, from: number, to: number) => number {
  const [lines, length] = isLevel ? [height, width] : [width, height];
  const [step, stride] = isLevel ? [width, 1] : [1, width];
  const sums = new Float32Array(lines * (length + 1));
  for (let line = 0; line < lines; line++) {
    for (let at = 0; at < length; at++) {
      const here = line * step + at * stride;
      const darkest = Math.max(
        dark[here] ?? 0,
        line > 0 ? (dark[here - step] ?? 0) : 0,
        line + 1 < lines ? (dark[here + step] ?? 0) : 0,
      ); // prettier-ignore
      sums[line * (length + 1) + at + 1] = (sums[line * (length + 1) + at] ?? 0) + Math.min(1, darkest / fullyDrawn);
    }
  }
  return (line, from, to) => {
    const start = line * (length + 1);
    return ((sums[start + to + 1] ?? 0) - (sums[start + from] ?? 0)) / (to - from + 1);
  };
}

const rays = 48;

function fitRing(patch: InkPatch, radius: number): Frame {
  const [midX, midY] = [patch.width / 2 - 0.5, patch.height / 2 - 0.5];
  let best: Frame = { left: 0, top: 0, right: 0, bottom: 0, isRing: true, drawn: 0 };
  for (let dx = -5; dx <= 5; dx++) {
    for (let dy = -5; dy <= 5; dy++) {
      for (let r = radius - 4; r <= radius + 4; r++) {
        const drawn = drawnRound(patch, midX + dx, midY + dy, r);
        if (drawn <= best.drawn) continue;
        best = {
          left: midX + dx - r,
          top: midY + dy - r,
          right: midX + dx + r,
          bottom: midY + dy + r,
          isRing: true,
          drawn,
        };
      }
    }
  }
  return best;
}

function drawnRound({ width, dark }: InkPatch, x: number, y: number, radius: number): number {
  let sum = 0;
  for (let ray = 0; ray < rays; ray++) {
    const angle = (ray / rays) * 2 * Math.PI;
    const at = Math.round(y + Math.sin(angle) * radius) * width + Math.round(x + Math.cos(angle) * radius);
    sum += Math.min(1, (dark[at] ?? 0) / fullyDrawn);
  }
  return sum / rays;
}
