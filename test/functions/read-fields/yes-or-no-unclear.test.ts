import { describe, expect, it } from 'vitest';
import { extractDocument } from '#functions/read-fields/extract-document.ts';
import type { Box, PageReading, Word } from '#shared/domain/reading.ts';
import { openSheet, type Sheet } from '#test/fixtures/make/sheet.ts';
import { readPaper } from './reading-of.ts';

const statement = 'I attest that I have read the Code of Ethics and that this report is true.';

/** A report with the statement, a typed signature below it, and what `draw` puts beside them. */
async function signedReport(draw: (sheet: Sheet) => void) {
  const sheet = await openSheet('Report');
  sheet.write('Continuing Education Report and Ethics Attestation', { x: 50, y: 50 }, { size: 15 });
  sheet.write('Name: Ruby Castille', { x: 50, y: 80 });
  sheet.write(statement, { x: 50, y: 400 });
  draw(sheet);
  sheet.write('Signature: Ruby Castille', { x: 50, y: 480 });
  sheet.write('Date: 12/01/2026', { x: 400, y: 480 });
  return (await readPaper(await sheet.save())).extract;
}

const signature: Box = [0.15, 0.68, 0.2, 0.03];

/** The same line as a recogniser of print sees it; letters are as wide as high. */
function seenLine(behind: readonly Word[], ink: readonly Box[] = []) {
  const words = statement
    .split(' ')
    .map((text, at): Word => ({ text, box: [0.05 + at * 0.03, 0.62, 0.025, 0.012], confidence: 0.96 }));
  const page: PageReading = {
    ...{ number: 1, width: 1700, height: 2200, medium: 'ocr', checkMarks: [], rules: [], formFields: [] },
    words: [...words, ...behind, { text: 'Signature:', box: [0.05, 0.7, 0.07, 0.012], confidence: 0.96 }],
    ink: [signature, ...ink].map((box) => ({ box })),
  };
  return extractDocument([page], 'ce-report').fields.attestationChecked;
}
const print = (text: string, left: number, wide: number): Word => ({
  text,
  box: [left, 0.62, wide, 0.012],
  confidence: 0.95,
});
const ringed = (text: string, left: number, wide: number): Word => ({
  text,
  box: [left, 0.614, wide, 0.026],
  confidence: 0.4,
});

describe('a statement with yes and no', () => {
  it('is attested by the box under the heading of its column, whoever signed', async () => {
    for (const isYes of [true, false]) {
      const { fields } = await signedReport((sheet) => {
        sheet.write('Yes', { x: 452, y: 375 });
        sheet.write('No', { x: 523, y: 375 });
        sheet.tickBox({ x: 456, y: 400 }, isYes);
        sheet.tickBox({ x: 525, y: 400 }, !isYes);
      });
      expect(fields.attestationChecked?.value).toBe(isYes);
    }
  });

  it('is not attested by a signature where neither word is marked, and the reason says so', async () => {
    const { fields, reasons } = await signedReport((sheet) => sheet.write('Yes / No', { x: 420, y: 400 }));
    expect(fields.signaturePresent?.value).toBe(true);
    expect(fields.attestationChecked).toMatchObject({ value: null, confidence: 0.5 });
    expect(reasons).toContainEqual(expect.objectContaining({ code: 'low-confidence', field: 'attestationChecked' }));
  });

  it('is attested by the signature where there is nothing to choose', async () => {
    const { fields } = await signedReport(() => undefined);
    expect(fields.attestationChecked?.value).toBe(true);
  });
});

describe('a ring around a word on a picture', () => {
  it('that made "Yes" unreadable is a yes, and one that made "No" unreadable is a no', () => {
    expect(seenLine([ringed('Ges),', 0.56, 0.05), print('/', 0.615, 0.008), print('No', 0.63, 0.02)])?.value).toBe(
      true,
    );
    expect(seenLine([ringed('DD)', 0.56, 0.05), print('No', 0.62, 0.02)])?.value).toBe(true);
    expect(seenLine([print('Yes', 0.56, 0.025), print('/', 0.59, 0.008), ringed('ID)', 0.6, 0.04)])?.value).toBe(false);
    expect(seenLine([print('Yes', 0.56, 0.025), print('/', 0.59, 0.005)], [[0.597, 0.614, 0.04, 0.024]])?.value).toBe(
      false,
    );
  });

  it('is never as sure as a tick in a box', () => {
    const answer = seenLine([ringed('DD)', 0.56, 0.05), print('No', 0.62, 0.02)]);
    expect(answer?.confidence).toBeLessThan(0.8);
  });

  it('that cannot be told leaves the answer open, though the page is signed', () => {
    expect(seenLine([print('/', 0.59, 0.008), print('No', 0.61, 0.02)])?.value).toBeNull();
    expect(seenLine([print('Yes', 0.56, 0.025), print('/', 0.59, 0.008)])?.value).toBeNull();
    expect(seenLine([print('Yes', 0.56, 0.025), print('/', 0.59, 0.008), print('No', 0.61, 0.02)])?.value).toBeNull();
  });
});

it('what a recogniser makes of a box before a statement keeps the signature from answering for it', () => {
  const box: Word = { text: 'C]', box: [0.03, 0.62, 0.012, 0.012], confidence: 0.4 };
  expect([seenLine([])?.value, seenLine([box])?.value]).toEqual([true, null]);
});
