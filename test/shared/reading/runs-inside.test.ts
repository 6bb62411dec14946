import { PDFDocument, PDFOperator, PDFOperatorNames, StandardFonts } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { readingOf } from '#test/functions/read-fields/reading-of.ts';

const plain = 'This certifies that somebody attended a training of two hours in the spring of the year';

/** A page with a title whose letters from the third on are stored as one sign, as browsers store "fi". */
async function pageWithJoinedLetters() {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const page = pdf.addPage([612, 792]);
  page.drawText(plain, { x: 60, y: 500, size: 11, font });
  page.drawText('Certi', { x: 60, y: 700, size: 30, font });
  page.pushOperators(PDFOperator.of(PDFOperatorNames.BeginMarkedContentSequence, ['/Span', '<</ActualText (fi)>>']));
  page.drawText('x', { x: 60 + font.widthOfTextAtSize('Certi', 30), y: 700, size: 30, font });
  page.pushOperators(PDFOperator.of(PDFOperatorNames.EndMarkedContent));
  page.drawText('cate', { x: 60 + font.widthOfTextAtSize('Certix', 30), y: 700, size: 30, font });
  return pdf;
}

describe('a page laid into another', () => {
  it('keeps letters that share one sign in their word', async () => {
    const inner = await (await pageWithJoinedLetters()).save();
    const sheet = await PDFDocument.create();
    const [laid] = await sheet.embedPdf(inner);
    if (laid === undefined) throw new Error('nothing was laid in');
    const page = sheet.addPage([612, 792]);
    for (const y of [20, 410]) page.drawPage(laid, { x: 150, y, xScale: 0.5, yScale: 0.5 });
    const reading = await readingOf(await sheet.save());
    const words = reading.pages.flatMap((one) => one.words);
    const titles = words.filter(({ text }) => text.startsWith('Certi'));
    expect(titles.map(({ text }) => text)).toEqual(['Certificate', 'Certificate']);
    expect(titles.map(({ box }) => box[0]).every((left) => left > 0.25 && left < 0.35)).toBe(true);
    expect(words.filter(({ text }) => text === 'fi')).toEqual([]);
  });
});
