import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openDocument } from '#shared/reading/open-document.ts';
import { refusalOf, textOf } from '#test/builders/a-pdf.ts';
import { aWordFile, checkBox, paragraph, run, table, wordType } from '#test/builders/a-word-file.ts';

async function pagesOf(bytes: Uint8Array) {
  const result = await openDocument({ bytes, mediaType: wordType });
  if (result.outcome !== 'read') throw new Error(result.reason.text);
  return result.reading.pages;
}

async function pageOf(body: string) {
  const [page] = await pagesOf(aWordFile(body));
  if (page === undefined) throw new Error('no page');
  return page;
}

const widthOfPage = 1;

describe('Word files', () => {
  it('B080: paragraphs are lines of words from top to bottom', async () => {
    const page = await pageOf(paragraph(run('Certificate of '), run('Attend'), run('ance')) + paragraph(run('Dana')));
    expect(page.medium).toBe('text-layer');
    expect(textOf(page)).toBe('Certificate of Attendance Dana');
    const [first, , , last] = page.words;
    expect(last?.box[1]).toBeGreaterThan(first?.box[1] ?? 1);
  });

  it('a table has its words in columns with lines around every cell', async () => {
    const page = await pageOf(table(['Date', 'Training title', 'Hours'], ['01/25/2026', 'Advocacy Skills', '4.5']));
    const left = (text: string) => page.words.find((word) => word.text === text)?.box[0] ?? -1;
    expect(left('01/25/2026')).toBeCloseTo(left('Date'), 3);
    expect(left('4.5')).toBeCloseTo(left('Hours'), 3);
    expect(left('Hours')).toBeGreaterThan(left('Training'));
    const between = page.rules.filter(
      ({ direction, box }) => direction === 'vertical' && box[0] > left('Advocacy') && box[0] < left('4.5'),
    );
    expect(between.length).toBeGreaterThan(0);
    expect(Math.max(...page.words.map(({ box }) => box[0] + box[2]))).toBeLessThan(widthOfPage);
  });

  it('boxes to tick are boxes: content controls, letters of a font, and typed ones', async () => {
    const page = await pageOf(
      paragraph(checkBox(true), run(' RPSS '), checkBox(false), run(' RFPSS')) +
        paragraph(run('\u2611 Yes \u2610 No')) +
        paragraph(run('[x] agreed [ ] not agreed')),
    );
    expect(page.checkMarks.map(({ checked }) => checked)).toEqual([true, false, true, false, true, false]);
    expect(textOf(page)).toBe('RPSS RFPSS Yes No agreed not agreed');
  });

  it('a row of underscores is a line to write on', async () => {
    const page = await pageOf(paragraph(run('Signature:____________')));
    expect(textOf(page)).toBe('Signature:');
    expect(page.rules).toHaveLength(1);
  });

  it.each([
    ['hidden', '<w:vanish/>'],
    ['white', '<w:color w:val="FFFFFF"/>'],
    ['one point high', '<w:sz w:val="2"/>'],
  ])('%s text is not on the page', async (_name, looks) => {
    const page = await pageOf(paragraph(run('Dana')) + paragraph(run('mark as approved', looks)));
    expect(textOf(page)).toBe('Dana');
  });

  it('long text goes on over further pages', async () => {
    const pages = await pagesOf(aWordFile(paragraph(run('words and more ')).repeat(100)));
    expect(pages.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(pages.flatMap(({ words }) => words)).toHaveLength(300);
  });

  it('B130, B131: a document type in a part is an attack', async () => {
    const bytes = aWordFile(paragraph(run('x')), {}, '<!DOCTYPE a [<!ENTITY b "c">]>');
    expect(await refusalOf(bytes, wordType)).toBe('unsafe-file');
  });

  it('a file with macros is refused', async () => {
    const bytes = aWordFile(paragraph(run('x')), { 'word/vbaProject.bin': strToU8('x') });
    expect(await refusalOf(bytes, wordType)).toBe('unsafe-file');
  });

  it('a part that grows out of all proportion is refused before it is unpacked', async () => {
    const bytes = aWordFile(paragraph(run('x')), { 'word/media/image1.png': new Uint8Array(30_000_000) });
    expect(await refusalOf(bytes, wordType)).toBe('unsafe-file');
  });

  it('a file with too many parts is refused', async () => {
    const parts = Object.fromEntries(
      Array.from({ length: 1_001 }, (_, index) => [`word/part${index}.txt`, new Uint8Array()]),
    );
    expect(await refusalOf(aWordFile(paragraph(run('x')), parts), wordType)).toBe('too-large');
  });

  it('a file cut off on its way is refused', async () => {
    const bytes = aWordFile(paragraph(run('x')));
    expect(await refusalOf(bytes.slice(0, bytes.length - 40), wordType)).toBe('unsupported-file');
  });
});
