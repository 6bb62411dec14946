import { type PDFPage, rgb } from '@cantoo/pdf-lib';
import type { Chance } from './marks-chance.ts';
import { aPen, drawSpot, drawStroke, type Pen, type Point } from './marks-pen.ts';

/** Lower left corner and side of a box, in points. */
export type Square = { x: number; y: number; side: number };
export type Truth = 'ticked' | 'empty' | 'unclear';
type Drawing = { page: PDFPage; chance: Chance; square: Square; pen: Pen };

const place = ({ x, y, side }: Square, across: number, up: number): Point => [x + across * side, y + up * side];

function stroke({ page, chance, square, pen }: Drawing, points: readonly Point[], shake = 0.04): void {
  const onPage = points.map(([across, up]) => place(square, across, up));
  drawStroke(page, chance, pen, onPage, shake * square.side);
}

const tick = (drawing: Drawing) =>
  stroke(drawing, [
    [0.15, 0.5],
    [0.42, 0.15],
    [0.88, 0.9],
  ]); // prettier-ignore

function tickOverFrame(drawing: Drawing): void {
  const { chance } = drawing;
  stroke(drawing, [
    [chance.between(-0.1, 0.25), chance.between(0.45, 0.7)],
    [chance.between(0.35, 0.5), chance.between(-0.05, 0.2)],
    [chance.between(1, 1.7), chance.between(0.9, 1.5)],
  ]);
}

function cross(drawing: Drawing): void {
  const over = drawing.chance.between(-0.2, 0.15);
  const [from, to] = [over, 1 - over];
  stroke(drawing, [
    [from, from],
    [to, to],
  ]); // prettier-ignore
  stroke(drawing, [
    [from, to],
    [to, from],
  ]); // prettier-ignore
}

function scribble(drawing: Drawing, over = -0.05): void {
  const lines = drawing.chance.whole(5, 9);
  const points = Array.from({ length: lines + 1 }, (_, at): Point => {
    const up = -over + ((1 + over * 2) * at) / lines;
    return [at % 2 === 0 ? -over : 1 + over, up];
  });
  stroke(drawing, points, 0.03);
}

function filled({ page, square, pen }: Drawing): void {
  const { x, y, side } = square;
  page.drawSquare({ x, y, size: side, color: rgb(pen.grey, pen.grey, pen.grey) });
}

const typed = ({ page, square, chance }: Drawing) => {
  const size = square.side * chance.between(0.8, 1.05);
  page.drawText('X', {
    x: square.x + square.side / 2 - size * 0.34,
    y: square.y + square.side / 2 - size * 0.36,
    size,
  });
};

const slash = (drawing: Drawing) => {
  const out = drawing.chance.between(-0.15, 0.2);
  stroke(drawing, [
    [out, out],
    [1 - out, 1 - out],
  ]); // prettier-ignore
};

/** A dot of the pen or a dark crumb, up to a fifth of the side. */
function speck({ page, chance, square }: Drawing): void {
  const size = Math.min(chance.between(0.4, 1.6), square.side * 0.2);
  drawSpot(page, place(square, chance.between(0.2, 0.8), chance.between(0.2, 0.8)), size, chance.between(0, 0.5));
}

/** The long tail of a tick that belongs to another box. */
const tail = (drawing: Drawing) => {
  const { chance } = drawing;
  const up = chance.between(-0.2, 0.6);
  stroke(drawing, [
    [-1.2, up - 0.6],
    [0.5, up + 0.2],
    [2.2, up + chance.between(0.4, 1.4)],
  ]); // prettier-ignore
};

/** Only the corner is touched: a slip of the pen beside the box. */
const slip = (drawing: Drawing) => {
  const [across, up] = [drawing.chance.between(0.75, 1), drawing.chance.between(0.75, 1)];
  stroke(drawing, [
    [across, up],
    [across + 0.5, up + 0.4],
  ]); // prettier-ignore
};

function scribbledOut(drawing: Drawing): void {
  tick(drawing);
  scribble(drawing, 0.3);
  scribble(drawing, 0.2);
}

const nothing = () => undefined;

const marks: Readonly<Record<string, { truth: Truth; share: number; draw: (drawing: Drawing) => void }>> = {
  empty: { truth: 'empty', share: 36, draw: nothing },
  speck: { truth: 'empty', share: 6, draw: speck },
  tail: { truth: 'empty', share: 3, draw: tail },
  slip: { truth: 'empty', share: 2, draw: slip },
  tick: { truth: 'ticked', share: 12, draw: tick },
  tickOverFrame: { truth: 'ticked', share: 12, draw: tickOverFrame },
  cross: { truth: 'ticked', share: 12, draw: cross },
  scribble: { truth: 'ticked', share: 4, draw: scribble },
  typed: { truth: 'ticked', share: 4, draw: typed },
  slash: { truth: 'ticked', share: 3, draw: slash },
  filled: { truth: 'ticked', share: 2, draw: filled },
  scribbledOut: { truth: 'unclear', share: 2, draw: scribbledOut },
};

/** Leaves one of all kinds of marks in a box, or nothing. */
export function markBox(page: PDFPage, chance: Chance, square: Square): { kind: string; truth: Truth } {
  const all = Object.entries(marks);
  let lot = chance.between(
    0,
    all.reduce((sum, [, { share }]) => sum + share, 0),
  ); // prettier-ignore
  for (const [kind, { truth, share, draw }] of all) {
    lot -= share;
    if (lot >= 0) continue;
    draw({ page, chance, square, pen: aPen(chance) });
    return { kind, truth };
  }
  return { kind: 'empty', truth: 'empty' };
}
