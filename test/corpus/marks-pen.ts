import { LineCapStyle, type PDFPage, rgb } from '@cantoo/pdf-lib';
import type { Chance } from './marks-chance.ts';

/** Points on the page, y upwards, as a PDF counts them. */
export type Point = readonly [number, number];
export type Pen = { width: number; grey: number };

export const aPen = (chance: Chance): Pen => ({
  width: chance.between(0.7, 2),
  grey: chance.isLikely(0.7) ? chance.between(0, 0.25) : chance.between(0.25, 0.45),
});

/** One stroke of a hand: the points are missed a little, and what joins them is bent. */
export function drawStroke(page: PDFPage, chance: Chance, pen: Pen, points: readonly Point[], shake: number): void {
  const missed = points.map(([x, y]): Point => [x + chance.noise(shake), y + chance.noise(shake)]);
  const path = missed.map(([x, y], at) => {
    const before = missed[at - 1];
    if (before === undefined) return `M ${x} ${-y}`;
    const bend = (from: number, to: number) => (from + to) / 2 + chance.noise(shake * 1.5);
    return `Q ${bend(before[0], x)} ${-bend(before[1], y)} ${x} ${-y}`;
  });
  page.drawSvgPath(path.join(' '), {
    ...{ x: 0, y: 0, borderWidth: pen.width, borderColor: rgb(pen.grey, pen.grey, pen.grey) },
    borderLineCap: LineCapStyle.Round,
  });
}

export function drawSpot(page: PDFPage, at: Point, size: number, grey: number): void {
  page.drawEllipse({ x: at[0], y: at[1], xScale: size / 2, yScale: size / 2, color: rgb(grey, grey, grey) });
}
