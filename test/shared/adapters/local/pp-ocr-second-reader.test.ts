import { findPackageJSON } from 'node:module';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EmbeddedSecondReader, openPpOcrSecondReader } from '#shared/adapters/local/pp-ocr-second-reader.ts';
import type { Box } from '#shared/domain/reading.ts';
import type { Place, ReadPagePicture } from '#shared/ports/second-reader.ts';
import { aFax, aPhoto, aScannedForm, formLines } from '#test/builders/a-picture.ts';
import { secondReaderContract } from '#test/contracts/second-reader.contract.ts';

const form = await aScannedForm();
const isInstalled = findPackageJSON('onnxruntime-node', import.meta.url) !== undefined;
let reader: EmbeddedSecondReader;
beforeAll(async () => {
  reader = await openPpOcrSecondReader();
});
afterAll(() => reader.close());

/** The form is a letter page of 612 x 792 points; its lines begin at 90 and stand 40 apart. */
const lineBox = (at: number): Box => [88 / 612, (792 - 680 + at * 40 - 13) / 792, 430 / 612, 18 / 792];
const line = (at: number): Place => ({ id: `line ${at}`, look: 'text', box: lineBox(at) });
const lines = formLines.map((text, at) => ({ place: line(at), text }));
const blank: Place = { id: 'blank', look: 'text', box: [0.2, 0.75, 0.3, 0.05] };
const [left, top, width, height] = lineBox(1);
const block: Place = { id: 'block', look: 'text', box: [left, top, width, height + 80 / 792] };

const scan: ReadPagePicture = { bytes: form, mediaType: 'image/png', turned: 0 };
const lettersOf = (text: string | null) => (text ?? '').replace(/[^\p{L}\p{N}]/gu, '');

/** An optional package: where it could not be installed, the machine does without it. */
describe.skipIf(!isInstalled)("PP-OCRv4's recogniser, which is installed here,", () => {
  it('is the engine', () => expect(reader.engine).toBe('pp-ocr-v4-rec-1'));

  secondReaderContract(async () => ({
    reader,
    page: scan,
    print: [...lines, { place: block, text: formLines.slice(1, 4).join(' ') }, { place: blank, text: null }],
    damaged: { ...scan, bytes: form.subarray(0, 2000) },
  }));

  it('reads every line of a scan', async () => {
    const readings = await reader.readPlaces(
      scan,
      lines.map(({ place }) => place),
    );
    expect(readings.map(({ id }) => id)).toEqual(lines.map(({ place }) => place.id));
  });

  it.each([90, 180, 270])('reads a page that came turned by %i degrees where its reading says', async (degrees) => {
    const bytes = new Uint8Array(await sharp(form).rotate(degrees).toBuffer());
    const page: ReadPagePicture = { bytes, mediaType: 'image/png', turned: (360 - degrees) / 90 };
    const [reading] = await reader.readPlaces(page, [line(1)]);
    expect(reading).toMatchObject({ id: 'line 1', look: 'text' });
    expect(lettersOf(reading?.look === 'text' ? reading.text : null)).toBe(lettersOf(formLines[1] ?? ''));
  });

  it.each([
    ['fax', aFax, 'image/tiff'],
    ['photo', aPhoto, 'image/jpeg'],
  ] as const)('reads the place of a name on a %s', async (_medium, picture, mediaType) => {
    const page: ReadPagePicture = { bytes: await picture(), mediaType, turned: 0 };
    // the sheet of a photo is found to within a few pixels
    const [x, y, across, down] = lineBox(1);
    const [reading] = await reader.readPlaces(page, [
      { id: 'name', look: 'text', box: [x, y - 0.012, across, down + 0.024] },
    ]);
    expect(lettersOf(reading?.look === 'text' ? reading.text : null)).toContain('DanaFontenot');
  });

  it('is less sure of a smudge than of print', async () => {
    const smudged = new Uint8Array(await sharp(form).blur(7).png().toBuffer());
    const [clear] = await reader.readPlaces(scan, [line(3)]);
    const [smudge] = await reader.readPlaces({ ...scan, bytes: smudged }, [line(3)]);
    expect(smudge?.confidence ?? 0).toBeLessThan(clear?.confidence ?? 0);
  });

  it('has the boxes to tick and the place to sign judged by their ink', async () => {
    const box = (x: number): Box => [x / 612, (792 - 472) / 792, 12 / 612, 12 / 792];
    const readings = await reader.readPlaces(scan, [
      { id: 'empty', look: 'mark', box: box(90) },
      { id: 'crossed', look: 'mark', box: box(200) },
      { id: 'signed', look: 'signature', box: [112 / 612, (792 - 385) / 792, 110 / 612, 70 / 792] },
    ]);
    expect(readings.map((reading) => reading.look !== 'text' && [reading.id, reading.present])).toEqual([
      ['empty', false],
      ['crossed', true],
      ['signed', true],
    ]);
  });

  it('that takes too long gives no answer', async () => {
    const hurried = await openPpOcrSecondReader({ deadlineMs: 1 });
    expect(await hurried.readPlaces(scan, [line(1)])).toEqual([]);
    await hurried.close();
  });
});

it('where the engine cannot start, print is not read again and said to be no witness', async () => {
  const none = await openPpOcrSecondReader({ rssBytesMax: 1_000_000 });
  expect(none).toMatchObject({ engine: 'second-measure-1', witnesses: ['mark', 'signature'] });
  expect(await none.readPlaces(scan, [line(1)])).toEqual([]);
  await none.close();
});
