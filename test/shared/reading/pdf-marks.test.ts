import { PDFDocument, rgb, StandardFonts } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { encodePng } from '#shared/reading/png-file.ts';
import { aSheet, readSheet, type Sheet, textOf, writeParagraph } from '#test/builders/a-pdf.ts';

const black = rgb(0, 0, 0);

async function sheetWith(draw: (sheet: Sheet) => void | Promise<void>) {
  const sheet = await aSheet();
  writeParagraph(sheet);
  await draw(sheet);
  return readSheet(sheet);
}

function drawBox({ page }: Sheet, x = 100): void {
  page.drawRectangle({ x, y: 400, width: 10, height: 10, borderColor: black, borderWidth: 0.8 });
}

/** As drawing programs write a circle: so many curves, each nearly straight. */
function circleOf(radius: number, pieces: number): string {
  const at = (turn: number) => [radius * Math.cos(turn), radius * Math.sin(turn)] as const;
  const pull = (4 / 3) * Math.tan(Math.PI / (2 * pieces));
  const curves = Array.from({ length: pieces }, (_, piece) => {
    const [from, to] = [piece, piece + 1].map((one) => at((one / pieces) * 2 * Math.PI));
    const [[x1 = 0, y1 = 0] = [], [x2 = 0, y2 = 0] = []] = [from, to];
    return `C ${x1 - y1 * pull} ${y1 + x1 * pull} ${x2 + y2 * pull} ${y2 - x2 * pull} ${x2} ${y2}`;
  });
  return `M ${radius} 0 ${curves.join(' ')} Z`;
}

describe('marks on a PDF page', () => {
  it('an empty drawn box is a box to tick and not ruling lines', async () => {
    const page = await sheetWith(drawBox);
    expect(page.checkMarks).toMatchObject([{ checked: false }]);
    expect(page.checkMarks[0]?.box[0]).toBeCloseTo(100 / 612, 2);
    expect(page.rules).toEqual([]);
  });

  it('a ring as browsers draw it, in many short curves, is a box to tick, and the dot in it a tick', async () => {
    const around = (radius: number) => {
      const at = (step: number, reach = radius) =>
        `${(reach * Math.cos((step * Math.PI) / 16)).toFixed(3)} ${(reach * Math.sin((step * Math.PI) / 16)).toFixed(3)}`;
      const curves = Array.from({ length: 32 }, (_, i) => `C${at(i + 0.33)} ${at(i + 0.67)} ${at(i + 1)}`);
      return `M${at(0)} ${curves.join(' ')} Z`;
    };
    const page = await sheetWith(({ page: drawn }) => {
      for (const x of [100, 200]) drawn.drawSvgPath(around(4.2), { x, y: 400, borderColor: black, borderWidth: 0.8 });
      drawn.drawSvgPath(around(2.4), { x: 200, y: 400, color: black });
    });
    expect(page.checkMarks.map(({ checked }) => checked)).toEqual([false, true]);
  });

  it('a cross drawn in a box ticks it and is not ink', async () => {
    const page = await sheetWith((sheet) => {
      drawBox(sheet);
      sheet.page.drawLine({ start: { x: 101, y: 401 }, end: { x: 109, y: 409 }, thickness: 1 });
      sheet.page.drawLine({ start: { x: 101, y: 409 }, end: { x: 109, y: 401 }, thickness: 1 });
    });
    expect(page.checkMarks).toMatchObject([{ checked: true }]);
    expect(page.ink).toEqual([]);
  });

  it('a typed X in a box ticks it and is not a word', async () => {
    const page = await sheetWith((sheet) => {
      drawBox(sheet);
      sheet.page.drawText('X', { x: 101.5, y: 401.5, size: 10, font: sheet.font });
    });
    expect(page.checkMarks).toMatchObject([{ checked: true }]);
    expect(textOf(page)).not.toContain('X');
  });

  it('a dingbat tick in a box ticks it', async () => {
    const page = await sheetWith(async (sheet) => {
      drawBox(sheet);
      const dingbats = await sheet.document.embedFont(StandardFonts.ZapfDingbats);
      sheet.page.drawText('\u2714', { x: 101, y: 401.5, size: 10, font: dingbats });
    });
    expect(page.checkMarks).toMatchObject([{ checked: true }]);
  });

  it('of two rings the one with a dot in it is chosen', async () => {
    const page = await sheetWith(({ page: sheet }) => {
      sheet.drawCircle({ x: 100, y: 400, size: 6, borderColor: black, borderWidth: 1 });
      sheet.drawCircle({ x: 160, y: 400, size: 6, borderColor: black, borderWidth: 1 });
      sheet.drawCircle({ x: 160, y: 400, size: 3, color: black });
    });
    expect(page.checkMarks.map(({ checked }) => checked)).toEqual([false, true]);
  });

  it('a circle drawn in many small curves is a box, and its dot is the mark in it', async () => {
    const page = await sheetWith(({ page: sheet }) => {
      for (const x of [100, 160]) sheet.drawSvgPath(circleOf(6, 32), { x, y: 400, borderColor: black, borderWidth: 1 });
      sheet.drawSvgPath(circleOf(3, 16), { x: 160, y: 400, color: black });
    });
    expect(page.checkMarks.map(({ checked }) => checked)).toEqual([false, true]);
  });

  it('a dot and the loops of a pen are no boxes', async () => {
    const page = await sheetWith(({ page: sheet }) => {
      sheet.drawSvgPath(circleOf(3, 16), { x: 160, y: 400, color: black });
      const loops = 'M 0 0 C 4 -14 12 -14 8 0 S 0 8 10 6 S 18 -10 12 -4';
      sheet.drawSvgPath(loops, { x: 240, y: 400, borderColor: black });
    });
    expect(page.checkMarks).toEqual([]);
  });

  it('a circle around one of two boxes ticks that box, but not for certain', async () => {
    const page = await sheetWith((sheet) => {
      drawBox(sheet);
      drawBox(sheet, 160);
      sheet.page.drawCircle({ x: 165, y: 405, size: 9, borderColor: black, borderWidth: 1 });
    });
    expect(page.checkMarks.map(({ checked }) => checked)).toEqual([false, true]);
    expect(page.checkMarks[1]?.confidence).toBeLessThan(0.9);
  });

  it('boxes as large as a form in large print has them are boxes', async () => {
    const page = await sheetWith(({ page: sheet }) => {
      sheet.drawRectangle({ x: 100, y: 400, width: 30, height: 30, borderColor: black, borderWidth: 1 });
      sheet.drawLine({ start: { x: 105, y: 405 }, end: { x: 125, y: 425 }, thickness: 2 });
    });
    expect(page.checkMarks).toMatchObject([{ checked: true }]);
  });

  it('[x] and [ ] typed before an answer are boxes', async () => {
    const page = await sheetWith(({ page: sheet, font }) => {
      sheet.drawText('[x] Yes  [ ] No', { x: 72, y: 400, size: 11, font });
    });
    expect(page.checkMarks.map(({ checked }) => checked)).toEqual([true, false]);
    expect(textOf(page)).toMatch(/dog Yes No$/);
  });

  it('a table drawn cell by cell has one rule for each line', async () => {
    const page = await sheetWith(({ page: sheet }) => {
      for (let row = 0; row < 3; row++) {
        for (let column = 0; column < 2; column++) {
          sheet.drawRectangle({
            x: 100 + column * 150,
            y: 300 + row * 30,
            width: 150,
            height: 30,
            borderColor: black,
            borderWidth: 0.75,
          });
        }
      }
    });
    expect(page.rules.filter(({ direction }) => direction === 'horizontal')).toHaveLength(4);
    expect(page.rules.filter(({ direction }) => direction === 'vertical')).toHaveLength(3);
    expect(page.checkMarks).toEqual([]);
  });

  it('a signature drawn with a pen is ink in its place', async () => {
    const page = await sheetWith(({ page: sheet }) => {
      sheet.drawSvgPath('M 0 0 C 20 -30 30 20 50 -10 S 80 20 110 -5', { x: 200, y: 200, borderColor: black });
    });
    expect(page.ink).toHaveLength(1);
    expect(page.ink[0]?.box[0]).toBeCloseTo(200 / 612, 1);
    expect(page.rules).toEqual([]);
  });

  it('a pasted picture of a signature is ink', async () => {
    const page = await sheetWith(async ({ document, page: sheet }) => {
      const png = encodePng({ width: 4, height: 2, pixels: new Uint8Array(24).fill(90) });
      sheet.drawImage(await document.embedPng(png), { x: 200, y: 200, width: 120, height: 30 });
    });
    expect(page.medium).toBe('text-layer');
    expect(page.ink).toHaveLength(1);
  });

  it('a page that is one picture is unread, whatever text layer lies under it', async () => {
    const sheet = await aSheet();
    writeParagraph(sheet);
    const png = encodePng({ width: 2, height: 2, pixels: new Uint8Array(12).fill(200) });
    const image = await sheet.document.embedPng(png);
    sheet.page.drawImage(image, { x: 0, y: 0, width: 612, height: 792 });
    const page = await readSheet(sheet);
    expect(page.medium).toBe('unread');
    expect(page.words).toEqual([]);
    expect(page.unreadBecause).toContain('picture');
  });

  it('an empty page is read and empty', async () => {
    const document = await PDFDocument.create();
    const font = await document.embedFont(StandardFonts.Helvetica);
    const page = await readSheet({ document, page: document.addPage(), font });
    expect(page).toMatchObject({ medium: 'text-layer', words: [], ink: [] });
  });
});
