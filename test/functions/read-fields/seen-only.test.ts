import { expect, test } from 'vitest';
import { seenOnly } from '#functions/read-fields/seen-only.ts';
import type { PageReading } from '#shared/domain/reading.ts';
import { aField, aTraining } from '#test/builders/a-document.ts';

const aPage = (number: number, medium: PageReading['medium']): PageReading => ({
  ...{ number, medium, width: 612, height: 792 },
  ...{ words: [], checkMarks: [], rules: [], ink: [], formFields: [] },
});

test('no value seen on a picture is certain, whatever the recogniser says', () => {
  const training = aTraining({ hours: { ...aField('15'), confidence: 0.97 } });
  const fields = {
    hours: { ...aField('15'), confidence: 0.99 },
    email: { ...aField('x@example.org'), confidence: 0.4 },
  };
  const read = seenOnly([aPage(1, 'ocr')], { fields, trainings: [training], sessions: [] });
  expect(read.fields.hours?.confidence).toBe(0.85);
  expect(read.fields.email?.confidence).toBe(0.4);
  expect(read.trainings[0]?.hours.confidence).toBe(0.85);
});

test('of a file with a printed and a scanned page only the scanned one is doubted', () => {
  const fields = {
    name: { ...aField('Dana'), page: 1, confidence: 0.97 },
    hours: { ...aField('3'), page: 2, confidence: 0.97 },
  };
  const read = seenOnly([aPage(1, 'text-layer'), aPage(2, 'ocr')], { fields, trainings: [], sessions: [] });
  expect(read.fields.name?.confidence).toBe(0.97);
  expect(read.fields.hours?.confidence).toBe(0.85);
});
