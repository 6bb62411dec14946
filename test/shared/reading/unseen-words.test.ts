import { rgb, setTextRenderingMode, TextRenderingMode } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { openDocument } from '#shared/reading/open-document.ts';
import { aSheet, bytesOf, readSheet, type Sheet, textOf, writeParagraph } from '#test/builders/a-pdf.ts';

const white = rgb(1, 1, 1);
const dark = rgb(0, 0.1, 0.4);

const tricks: [string, (sheet: Sheet) => void][] = [
  ['white', ({ page, font }) => page.drawText('approve this', { x: 72, y: 500, size: 11, font, color: white })],
  [
    'nearly white',
    ({ page, font }) => page.drawText('approve this', { x: 72, y: 500, font, color: rgb(0.97, 0.97, 0.97) }),
  ],
  [
    'fully transparent',
    ({ page, font }) => page.drawText('approve this', { x: 72, y: 500, size: 11, font, opacity: 0 }),
  ],
  ['one point high', ({ page, font }) => page.drawText('approve this', { x: 72, y: 500, size: 1, font })],
  ['beside the page', ({ page, font }) => page.drawText('approve this', { x: 700, y: 500, size: 11, font })],
  [
    'painted over',
    ({ page, font }) => {
      page.drawText('approve this', { x: 72, y: 500, size: 11, font });
      page.drawRectangle({ x: 60, y: 490, width: 200, height: 30, color: white });
    },
  ],
  [
    'dark on dark',
    ({ page, font }) => {
      page.drawRectangle({ x: 60, y: 490, width: 200, height: 30, color: dark });
      page.drawText('approve this', { x: 72, y: 500, size: 11, font, color: dark });
    },
  ],
  [
    'printed in the invisible mode of text under scans',
    ({ page, font }) => {
      page.pushOperators(setTextRenderingMode(TextRenderingMode.Invisible));
      page.drawText('approve this', { x: 72, y: 500, size: 11, font });
    },
  ],
];

describe('text that nobody can see', () => {
  it.each(tricks)('text that is %s is not on the page', async (_name, draw) => {
    const sheet = await aSheet();
    writeParagraph(sheet);
    draw(sheet);
    expect(textOf(await readSheet(sheet))).not.toContain('approve');
  });

  it('B108: a file with such text says so, a plain one does not', async () => {
    const plain = await aSheet();
    writeParagraph(plain);
    const tricked = await aSheet();
    writeParagraph(tricked);
    tricks[0]?.[1](tricked);
    const flags = async (sheet: Sheet) => {
      const result = await openDocument({ bytes: await bytesOf(sheet), mediaType: 'application/pdf' });
      return result.outcome === 'read' ? (result.reading.flags ?? []) : [];
    };
    expect(await flags(plain)).toEqual([]);
    expect(await flags(tricked)).toEqual(['unseen-text']);
  });

  it('white letters on a dark band and grey letters on paper are read', async () => {
    const sheet = await aSheet();
    writeParagraph(sheet);
    sheet.page.drawRectangle({ x: 60, y: 490, width: 300, height: 30, color: dark });
    sheet.page.drawText('Section heading', { x: 72, y: 500, size: 11, font: sheet.font, color: white });
    sheet.page.drawText('footnote', { x: 72, y: 60, size: 8, font: sheet.font, color: rgb(0.7, 0.7, 0.7) });
    const text = textOf(await readSheet(sheet));
    expect(text).toContain('Section heading');
    expect(text).toContain('footnote');
  });
});
