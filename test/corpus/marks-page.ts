import { type PDFFont, type PDFPage, rgb } from '@cantoo/pdf-lib';
import type { Box } from '#shared/domain/reading.ts';
import { drawPage } from '#shared/reading/draw-page.ts';
import { aSheet, bytesOf } from '#test/builders/a-pdf.ts';
import { type Chance, chanceFrom } from './marks-chance.ts';
import { markBox, type Truth } from './marks-in-boxes.ts';

/** A box that was drawn, where, and what was left in it. `size` is its side in points. */
export type DrawnMark = { box: Box; kind: string; truth: Truth; size: number; isRing: boolean };
export type MarksPage = { png: Uint8Array; boxes: DrawnMark[]; dotsPerInch: number };

const [width, height] = [612, 792];
const words = ['Yes', 'No', 'N/A', 'I attest', 'Approved', 'OK', 'Ethics', 'Oui', 'D', 'B', 'O', 'RPSS'] as const;

/** A page full of boxes to tick, with words beside them and things between them that are no boxes. */
export async function aPageOfMarks(seed: string, dotsPerInch: number, ringShare = 0): Promise<MarksPage> {
  const chance = chanceFrom(seed);
  const sheet = await aSheet();
  const { page, font } = sheet;
  const boxes: DrawnMark[] = [];
  for (let row = 0; row < 16; row++) {
    const y = 735 - row * 45;
    if (row % 5 === 4) drawNoBoxes(page, font, chance, y);
    else
      for (let column = 0; column < 6; column++)
        boxes.push(drawBox(page, font, chance, 40 + column * 92, y, ringShare));
  }
  const png = await drawPage({ bytes: await bytesOf(sheet), mediaType: 'application/pdf' }, 1, dotsPerInch);
  if (png === null) throw new Error('the page could not be drawn');
  return { png, boxes, dotsPerInch };
}

function drawBox(
  page: PDFPage,
  font: PDFFont,
  chance: Chance,
  left: number,
  base: number,
  ringShare: number,
): DrawnMark {
  const side = chance.isLikely(0.8) ? chance.between(7.5, 15) : chance.between(15, 22);
  const square = { x: left + chance.between(0, 20), y: base, side };
  const isRing = chance.isLikely(ringShare);
  const line = chance.between(0.5, Math.min(2, side / 7));
  const grey = chance.isLikely(0.8) ? 0 : chance.between(0, 0.4);
  const look = { borderWidth: line, borderColor: rgb(grey, grey, grey) };
  if (isRing) {
    page.drawEllipse({ x: square.x + side / 2, y: base + side / 2, xScale: side / 2, yScale: side / 2, ...look });
  } else page.drawSquare({ x: square.x, y: square.y, size: side, ...look });
  const size = chance.between(8, 12);
  const gap = chance.between(3, 6) + line;
  const text = chance.oneOf(words);
  const isRight = chance.isLikely(0.8);
  const at = isRight ? square.x + side + gap : square.x - gap - font.widthOfTextAtSize(text, size);
  page.drawText(text, { x: at, y: base + side / 2 - size * 0.35, size, font });
  const { kind, truth } = markBox(page, chance, square);
  return {
    box: [square.x / width, (height - base - side) / height, side / width, side / height],
    kind,
    truth,
    size: side,
    isRing,
  };
}

/** A row of boxes for digits, a small table, large letters with holes: none of them is a box to tick. */
function drawNoBoxes(page: PDFPage, font: PDFFont, chance: Chance, y: number): void {
  const black = rgb(0, 0, 0);
  const cell = chance.between(11, 18);
  for (let at = 0; at < 8; at++) {
    page.drawRectangle({ x: 40 + at * cell, y, width: cell, height: cell, borderWidth: 0.8, borderColor: black });
    if (chance.isLikely(0.6))
      page.drawText(String(chance.whole(0, 9)), { x: 43 + at * cell, y: y + 3, size: 10, font });
  }
  for (let at = 0; at < 6; at++) {
    const text = chance.oneOf(['O', 'D', 'B', '0', 'Q', '8', '00', 'DO', 'H']);
    page.drawText(text, { x: 210 + at * 30, y, size: chance.between(9, 22), font });
  }
  const [wide, high] = [chance.between(14, 24), chance.between(13, 18)];
  for (const row of [0, 1]) {
    for (let at = 0; at < 6; at++) {
      page.drawRectangle({
        x: 420 + at * wide,
        y: y + row * high,
        width: wide,
        height: high,
        borderWidth: 0.7,
        borderColor: black,
      });
    }
  }
}
