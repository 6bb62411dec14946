import { expect, test } from 'vitest';
import { viewPage } from '#functions/read-fields/page-view.ts';
import { unlessTorn } from '#functions/read-fields/torn-words.ts';
import type { Box, PageReading } from '#shared/domain/reading.ts';

const pageWithInk = (...ink: Box[]): PageReading => ({
  ...{ number: 1, width: 1155, height: 1500, medium: 'ocr', words: [], checkMarks: [], rules: [], formFields: [] },
  ink: ink.map((box) => ({ box })),
});
const provider = {
  value: 'Training Network',
  confidence: 0.85,
  page: 1,
  box: [0.345, 0.086, 0.215, 0.023] as Box,
  raw: '',
};
const sureness = (...ink: Box[]) => unlessTorn([viewPage(pageWithInk(...ink))], provider)?.confidence;

test('a name with ink as high as a word right beside it may be half a name', () => {
  expect(sureness([0.232, 0.087, 0.107, 0.022])).toBeLessThan(0.6);
  expect(sureness([0.565, 0.087, 0.1, 0.022])).toBeLessThan(0.6);
});

test('a seal, a signature on another line and ink far away leave a name as it is', () => {
  expect(sureness([0.565, 0.02, 0.2, 0.15])).toBe(0.85);
  expect(sureness([0.4, 0.15, 0.1, 0.022])).toBe(0.85);
  expect(sureness([0.75, 0.087, 0.1, 0.022])).toBe(0.85);
});
