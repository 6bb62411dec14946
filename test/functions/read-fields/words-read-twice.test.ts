import { expect, test } from 'vitest';
import { extractDocument } from '#functions/read-fields/extract-document.ts';
import { viewPage } from '#functions/read-fields/page-view.ts';
import type { Box, PageReading, Word } from '#shared/domain/reading.ts';
import { rowsOf } from './reading-of.ts';

const word = (text: string, left: number, top: number): Word => ({
  text,
  box: [left, top, text.length * 0.009, 0.011],
  confidence: 0.95,
});
const line = (top: number, left = 0.07, width = 0.86) => ({
  box: [left, top, width, 0.001] as Box,
  direction: 'horizontal' as const,
});
const page = (words: Word[], rules: PageReading['rules'] = []): PageReading => ({
  ...{ number: 1, width: 1155, height: 1500, medium: 'ocr', words, rules, checkMarks: [], ink: [], formFields: [] },
});

test('a word that was read twice in one place stands there once; the same word elsewhere stays', () => {
  const view = viewPage(page([word('Sponsor', 0.4, 0.3), word('Sponsor', 0.401, 0.301), word('Sponsor', 0.4, 0.5)]));
  expect(view.segments.map(({ text }) => text)).toEqual(['Sponsor', 'Sponsor']);
});

test('a first row whose line towards the headings was not seen is a row, not headings', () => {
  const columns: [heading: string, left: number, value: string][] = [
    ['Date', 0.08, '07/24/2026'],
    ['Training', 0.25, 'Boundaries'],
    ['Sponsor', 0.5, 'Delta'],
    ['Hours', 0.75, '3.5'],
  ];
  const words = columns.flatMap(([heading, left, value]) => [
    word(heading, left, 0.32),
    word(value, left, 0.345),
    word(value, left, 0.39),
  ]);
  const upright = [0.07, 0.24, 0.49, 0.74, 0.93].map((x) => ({
    box: [x, 0.3, 0.001, 0.12] as Box,
    direction: 'vertical' as const,
  }));
  const extract = extractDocument([page(words, [line(0.3), line(0.37), line(0.42), ...upright])], 'ce-report');
  expect(rowsOf(extract).map((row) => row.slice(0, 4))).toEqual([
    ['Boundaries', 'Delta', '2026-07-24', '3.5'],
    ['Boundaries', 'Delta', '2026-07-24', '3.5'],
  ]);
});
