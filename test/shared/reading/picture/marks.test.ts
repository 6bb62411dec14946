import { describe, expect, it } from 'vitest';
import { decodePicture } from '#shared/reading/picture/decode-picture.ts';
import { findCheckBoxes } from '#shared/reading/picture/find-check-boxes.ts';
import { findInk } from '#shared/reading/picture/find-ink.ts';
import { findRulings } from '#shared/reading/picture/find-rulings.ts';
import { type InkMask, maskInk } from '#shared/reading/picture/ink-mask.ts';
import { preparePage } from '#shared/reading/picture/prepare-page.ts';
import { aFax, aPhoto, aScannedForm } from '#test/builders/a-picture.ts';

async function masked(bytes: Uint8Array): Promise<InkMask> {
  const picture = await decodePicture(bytes);
  if (picture === null) throw new Error('the picture was not decoded');
  return maskInk(preparePage(picture));
}

describe.each([
  ['scan', aScannedForm],
  ['fax', aFax],
  ['photo', aPhoto],
])('on a %s', (_medium, picture) => {
  it('the boxes to tick are found with their state, and no letter is taken for one', async () => {
    const boxes = findCheckBoxes(await masked(await picture()));
    const states = boxes.sort((a, b) => a.left - b.left).map(({ checked }) => checked);
    expect(states).toEqual([false, true]);
  });

  it('the ruling lines are found, and no stroke of a letter is taken for one', async () => {
    const rulings = findRulings(await masked(await picture()));
    const long = rulings.filter(({ left, right, top, bottom }) => Math.max(right - left, bottom - top) > 700);
    expect(long.filter(({ direction }) => direction === 'horizontal').length).toBeGreaterThanOrEqual(2);
    expect(long.filter(({ direction }) => direction === 'vertical').length).toBeGreaterThanOrEqual(1);
  });
});

it('what a pen left is found where nothing else explains it', async () => {
  const mask = await masked(await aScannedForm());
  const known = [...findRulings(mask), ...findCheckBoxes(mask)].map(({ left, top, right, bottom }) => {
    return { left: left - 5, top: top - 5, right: right + 5, bottom: bottom + 5 };
  });
  const print = { left: 200, top: 200, right: 1600, bottom: 1000 };
  const [signature, ...more] = findInk(mask, [...known, print]);
  expect(more).toEqual([]);
  expect(signature?.left).toBeGreaterThan(300);
  expect(signature?.right).toBeLessThan(620);
});
