import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { measuringSecondReader as reader } from '#shared/adapters/aws/measuring-second-reader.ts';
import type { Box } from '#shared/domain/reading.ts';
import type { Place, ReadPagePicture } from '#shared/ports/second-reader.ts';
import { aScannedForm } from '#test/builders/a-picture.ts';

/** In points of the letter page, from its top, as the builder draws the form. */
const inPoints = (left: number, top: number, width: number, height: number): Box => [
  left / 612,
  top / 792,
  width / 612,
  height / 792,
];
const places: Place[] = [
  { id: 'empty box', look: 'mark', box: inPoints(90, 320, 12, 12) },
  { id: 'ticked box', look: 'mark', box: inPoints(200, 320, 12, 12) },
  { id: 'signed line', look: 'signature', box: inPoints(115, 415, 110, 50) },
  { id: 'a name', look: 'text', box: inPoints(90, 140, 300, 20) },
];

let form: ReadPagePicture;
beforeAll(async () => {
  form = { bytes: await aScannedForm(), mediaType: 'image/png', turned: 0 };
});

const presence = async (page: ReadPagePicture, asked = places) =>
  Object.fromEntries(
    (await reader.readPlaces(page, asked)).map((one) => [one.id, one.look === 'text' ? one.text : one.present]),
  );

describe('without anybody who is paid', () => {
  it('boxes and the line to sign are judged, and print is left alone', async () => {
    expect(await presence(form)).toEqual({ 'empty box': false, 'ticked box': true, 'signed line': true });
    expect(reader.priceOf).toBeUndefined();
  });

  it('on a page that was read upside down they are found where they were read', async () => {
    const lying = new Uint8Array(await sharp(form.bytes).rotate(180).png().toBuffer());
    expect(await presence({ ...form, bytes: lying, turned: 2 })).toEqual(await presence(form));
  });

  it('on a photo that may have been turned, a fax and a damaged page nothing is judged', async () => {
    const photo = await sharp(form.bytes)
      .withExif({ IFD0: { Orientation: '6' } })
      .jpeg()
      .toBuffer();
    expect(await presence({ ...form, bytes: new Uint8Array(photo), mediaType: 'image/jpeg' })).toEqual({});
    expect(await presence({ ...form, mediaType: 'image/tiff' })).toEqual({});
    expect(await presence({ ...form, bytes: form.bytes.subarray(0, 5_000) })).toEqual({});
  });
});
