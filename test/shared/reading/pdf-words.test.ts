import { degrees, PDFName } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { gatherWords } from '#shared/reading/characters-to-words.ts';
import type { PageCharacter } from '#shared/reading/page-characters.ts';
import { aSheet, readSheet, textOf, writeParagraph } from '#test/builders/a-pdf.ts';

async function markedSheet() {
  const sheet = await aSheet();
  writeParagraph(sheet);
  sheet.page.drawText('Hours', { x: 306, y: 396, size: 12, font: sheet.font });
  return sheet;
}

async function placeOfHours(sheet: Awaited<ReturnType<typeof markedSheet>>) {
  const page = await readSheet(sheet);
  const word = page.words.find(({ text }) => text === 'Hours');
  return { page, box: word?.box ?? [0, 0, 0, 0] };
}

describe('words of a PDF page', () => {
  it('a word stands where it is printed, as a fraction of the page', async () => {
    const { page, box } = await placeOfHours(await markedSheet());
    expect(page.medium).toBe('text-layer');
    expect(box[0]).toBeCloseTo(0.5, 2);
    expect(box[1] + box[3]).toBeCloseTo(0.5, 1);
  });

  it.each([
    [90, 612 / 792, (x: number, y: number) => [y / 792, x / 612]],
    [180, 792 / 612, (x: number, y: number) => [1 - x / 612, y / 792]],
    [270, 612 / 792, (x: number, y: number) => [1 - y / 792, 1 - x / 612]],
  ] as const)('on a page turned by %d degrees the place is that of the page as displayed', async (turn, ratio, at) => {
    const sheet = await markedSheet();
    sheet.page.setRotation(degrees(turn));
    const { page, box } = await placeOfHours(sheet);
    const [x = 0, y = 0] = at(306 + 16, 396 + 4);
    expect(page.height / page.width).toBeCloseTo(ratio, 3);
    expect(box[0] + box[2] / 2).toBeCloseTo(x, 1);
    expect(box[1] + box[3] / 2).toBeCloseTo(y, 1);
  });

  it('a crop box that does not begin at the origin moves nothing out of place', async () => {
    const sheet = await markedSheet();
    sheet.page.setCropBox(50, 100, 512, 640);
    const { page, box } = await placeOfHours(sheet);
    expect([page.width, page.height]).toEqual([512, 640]);
    expect(box[0]).toBeCloseTo((306 - 50) / 512, 2);
    expect(box[1] + box[3]).toBeCloseTo(1 - (396 - 100) / 640, 1);
  });

  it('words come line by line whatever the order they were drawn in', async () => {
    const sheet = await aSheet();
    writeParagraph(sheet, 500);
    sheet.page.drawText('right', { x: 400, y: 700, size: 11, font: sheet.font });
    sheet.page.drawText('left', { x: 72, y: 701, size: 11, font: sheet.font });
    expect(textOf(await readSheet(sheet))).toMatch(/^left right The quick/);
  });

  it('a date with narrow digits stays one word', async () => {
    const sheet = await aSheet();
    writeParagraph(sheet);
    sheet.page.drawText('11/11/2026 1.5', { x: 72, y: 500, size: 11, font: sheet.font });
    expect(textOf(await readSheet(sheet))).toMatch(/11\/11\/2026 1\.5$/);
  });

  it('letters joined in one glyph ("ffi", wider than it is high) stay in their word', () => {
    const letter = (text: string, from: number, to: number): PageCharacter => ({
      ...{ text, alongStart: from, alongEnd: to, across: 100, direction: [1, 0], sizePoints: 10, run: from },
      edges: { left: from, right: to, top: 90, bottom: 100 },
      ...{ inkEdges: { left: from, right: to, top: 90, bottom: 100 }, luminance: 0, opacity: 1 },
    });
    const joined = ['f', 'f', 'i'].map((text) => letter(text, 8, 20));
    const words = gatherWords([letter('O', 0, 8), ...joined, letter('c', 20, 25), letter('e', 25, 30)]);
    expect(words.map(({ text }) => text)).toEqual(['Office']);
  });

  it('a heading with letters set apart is read as words', async () => {
    const sheet = await aSheet();
    writeParagraph(sheet);
    let x = 72;
    for (const letter of 'CERTIFICATE OF TRAINING') {
      sheet.page.drawText(letter, { x, y: 750, size: 11, font: sheet.font });
      x += sheet.font.widthOfTextAtSize(letter, 11) + 4;
    }
    expect(textOf(await readSheet(sheet))).toMatch(/^CERTIFICATE OF TRAINING The/);
  });

  it('words set without blanks, as some typesetting programs do, are still words beside a row of dots', async () => {
    const sheet = await aSheet();
    writeParagraph(sheet);
    let x = 72;
    for (const word of ['Total', 'hours', ...'.'.repeat(20), '10']) {
      sheet.page.drawText(word, { x, y: 500, size: 11, font: sheet.font });
      x += sheet.font.widthOfTextAtSize(word, 11) + 4;
    }
    expect(textOf(await readSheet(sheet))).toMatch(/dog Total hours [. ]+ 10$/);
  });

  it('a row of typed underscores is a line to write on, not a word', async () => {
    const sheet = await aSheet();
    writeParagraph(sheet);
    sheet.page.drawText('Name:__________________', { x: 72, y: 500, size: 11, font: sheet.font });
    const page = await readSheet(sheet);
    expect(textOf(page)).toMatch(/dog Name:$/);
    expect(page.rules).toHaveLength(1);
    expect(page.rules[0]?.direction).toBe('horizontal');
  });

  it('text typed onto the page as an annotation, as phone and desktop viewers do, is on the page', async () => {
    const sheet = await aSheet();
    writeParagraph(sheet);
    const { context } = sheet.document;
    const look = context.stream('BT /F1 12 Tf 2 5 Td (Typed later) Tj ET', {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, 150, 20],
      Resources: { Font: { F1: sheet.font.ref } },
    });
    const note = context.obj({
      Type: 'Annot',
      Subtype: 'FreeText',
      Rect: [100, 200, 250, 220],
      F: 4,
      AP: { N: context.register(look) },
    });
    sheet.page.node.set(PDFName.of('Annots'), context.obj([context.register(note)]));
    expect(textOf(await readSheet(sheet))).toMatch(/Typed later$/);
  });
});
