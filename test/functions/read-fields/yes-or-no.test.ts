import { rgb } from '@cantoo/pdf-lib';
import { expect, it } from 'vitest';
import { extractDocument } from '#functions/read-fields/extract-document.ts';
import { aSheet, bytesOf } from '#test/builders/a-pdf.ts';
import { type Face, openSheet } from '#test/fixtures/make/sheet.ts';
import { readingOf, readPaper } from './reading-of.ts';

/** A guidance form with one question and its two boxes; `ticked` says which of them. */
async function guidanceForm(ticked: { yes: boolean; no: boolean }) {
  const sheet = await aSheet();
  const { page, font } = sheet;
  page.drawText('CEU guidance form for a training without prior approval', { x: 60, y: 720, size: 14, font });
  page.drawText('Title of training: Grief in Groups', { x: 60, y: 680, size: 11, font });
  page.drawText('Was this training mandatory for your job?', { x: 60, y: 640, size: 11, font });
  for (const [x, word, isTicked] of [
    [320, 'Yes', ticked.yes],
    [400, 'No', ticked.no],
  ] as const) {
    page.drawSquare({ x, y: 638, size: 11, borderWidth: 1, borderColor: rgb(0, 0, 0) });
    page.drawText(word, { x: x + 16, y: 640, size: 11, font });
    if (!isTicked) continue;
    page.drawLine({ start: { x: x + 2, y: 640 }, end: { x: x + 9, y: 647 }, thickness: 1.2 });
    page.drawLine({ start: { x: x + 2, y: 647 }, end: { x: x + 9, y: 640 }, thickness: 1.2 });
  }
  page.drawText('Signature of employee:', { x: 60, y: 560, size: 11, font });
  page.drawLine({ start: { x: 190, y: 558 }, end: { x: 420, y: 558 }, thickness: 0.8 });
  const { pages } = await readingOf(await bytesOf(sheet));
  return extractDocument(pages, 'ceu-guidance');
}

const middle = (box: readonly number[] | null | undefined) => ((box?.[0] ?? 0) + (box?.[2] ?? 0) / 2) * 612;

it('an answer carries the place of the box that was ticked', async () => {
  const [yes, no] = [await guidanceForm({ yes: true, no: false }), await guidanceForm({ yes: false, no: true })];
  expect([yes.fields.mandatoryForJob?.value, no.fields.mandatoryForJob?.value]).toEqual([true, false]);
  expect(middle(yes.fields.mandatoryForJob?.box)).toBeCloseTo(325.5, 0);
  expect(middle(no.fields.mandatoryForJob?.box)).toBeCloseTo(405.5, 0);
});

it('yes and no both ticked are no answer, and the reason says so', async () => {
  const { fields, reasons } = await guidanceForm({ yes: true, no: true });
  expect(fields.mandatoryForJob).toMatchObject({ value: null, confidence: 0.5 });
  expect(reasons).toContainEqual(expect.objectContaining({ code: 'low-confidence', field: 'mandatoryForJob' }));
});

it('an empty line to sign on is a place as well', async () => {
  const { signaturePresent } = (await guidanceForm({ yes: true, no: false })).fields;
  expect(signaturePresent?.value).toBe(false);
  const [left = 0, top = 0, wide = 0, high = 0] = signaturePresent?.box ?? [];
  expect([left * 612, (left + wide) * 612].map(Math.round)).toEqual([190, 420]);
  expect(top * 792).toBeLessThan(792 - 558);
  expect((top + high) * 792).toBeGreaterThan(792 - 558);
});

/** The question with what was typed behind it, on a typewriter or in a word processor. */
async function answerTyped(text: string, face: Face) {
  const sheet = await openSheet('Guidance');
  sheet.write('CEU guidance form for a training without prior approval', { x: 60, y: 60 }, { size: 14 });
  sheet.write('Title of training: Grief in Groups', { x: 60, y: 100 });
  sheet.write('Was this training mandatory for your job?', { x: 60, y: 150 }, { face });
  sheet.write(text, { x: 340, y: 150 }, { face });
  return (await readPaper(await sheet.save())).values.mandatoryForJob ?? null;
}

const typedAnswers: [text: string, answer: boolean][] = [
  ['(x) Yes  ( ) No', true],
  ['( ) Yes  ( x ) No', false],
  ['[X]Yes [ ]No', true],
  ['[ ]Yes [X]No', false],
  ['_X_ Yes  ___ No', true],
  ['___ Yes  _X_ No', false],
  ['__x__Yes  _____No', true],
];
const behindWords: [text: string, answer: boolean][] = [
  ['Yes _X_ No ___', true],
  ['Yes ___ No _X_', false],
  ['Yes [ ] No [X]', false],
  ['Yes (X) No ( )', true],
  ['Yes ( ) No ( X )', false],
];

it.each([...typedAnswers, ...behindWords])('"%s" is %s', async (text, answer) => {
  for (const face of ['sans', 'mono'] as const) expect(await answerTyped(text, face)).toBe(answer);
});

it.each(['Yes / No', 'YES NO', 'x Yes / No', 'Yes: X  No:', 'Yes:   No: X'])('"%s" is no answer', async (text) => {
  for (const face of ['sans', 'mono'] as const) expect(await answerTyped(text, face)).toBeNull();
});
