import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { blocksOfPage, turnedBox } from '#shared/adapters/aws/textract-answer.ts';
import { uprightWords } from '#shared/adapters/aws/textract-words.ts';
import type { Box, Word } from '#shared/domain/reading.ts';
import { type HandAndPrint, marksOnPage } from '#shared/reading/picture/marks-on-page.ts';
import { openPlainly } from '#shared/reading/picture/open-plainly.ts';
import { aPhoto, aScannedForm } from '#test/builders/a-picture.ts';

const nothingRead: HandAndPrint = { turned: 0, words: [], byHand: new Set() };

async function marksOf(bytes: Uint8Array, seen = nothingRead) {
  const raster = await openPlainly(bytes, 3_300);
  if (raster === null) return expect.fail('not opened');
  return marksOnPage(raster, seen);
}

const middle = ([left, top, width, height]: Box): [number, number] => [left + width / 2, top + height / 2];
/** In points of the letter page, as the builder draws the form: an empty box, then a ticked one. */
const drawnBoxes = [
  [96, 792 - 466],
  [206, 792 - 466],
] as const;
const penStroke: Box = [118 / 612, 420 / 792, 94 / 612, 50 / 792];

let form = new Uint8Array(0);
beforeAll(async () => {
  form = new Uint8Array(await aScannedForm());
});

describe('without a reader of forms are seen on a scan', () => {
  it('lines, an empty box, a ticked box and the stroke of a pen, where they are', async () => {
    const marks = await marksOf(form);
    expect(marks?.checkMarks.map(({ checked }) => checked)).toEqual([false, true]);
    for (const [at, { box }] of (marks?.checkMarks ?? []).entries()) {
      const [x, y] = middle(box);
      expect(x * 612).toBeCloseTo(drawnBoxes[at]?.[0] ?? 0, -0.5);
      expect(y * 792).toBeCloseTo(drawnBoxes[at]?.[1] ?? 0, -0.5);
    }
    expect(marks?.rules.filter(({ direction }) => direction === 'horizontal').length).toBeGreaterThanOrEqual(2);
    expect(marks?.ink.some(({ box }) => Math.abs(middle(box)[1] - middle(penStroke)[1]) < 0.03)).toBe(true);
  });

  it('B106: the same on the scan laid upside down, once it is known how to turn it', async () => {
    const turned = new Uint8Array(await sharp(form).rotate(180).png().toBuffer());
    const [straight, back] = [await marksOf(form), await marksOf(turned, { ...nothingRead, turned: 2 })];
    expect(back?.checkMarks).toEqual(straight?.checkMarks);
  });

  it('boxes on a scan laid askew, at their places on the askew page', async () => {
    const degrees = 2;
    const askew = await sharp(form)
      .rotate(degrees, { background: '#ffffff' })
      .png()
      .toBuffer({ resolveWithObject: true });
    const marks = await marksOf(new Uint8Array(askew.data));
    const { width, height } = askew.info;
    const radians = (degrees * Math.PI) / 180;
    const places = drawnBoxes.map(([x, y]) => {
      const [across, down] = [((x - 306) * 1_700) / 612, ((y - 396) * 2_200) / 792];
      const turnedX = across * Math.cos(radians) - down * Math.sin(radians);
      return [
        (width / 2 + turnedX) / width,
        (height / 2 + across * Math.sin(radians) + down * Math.cos(radians)) / height,
      ];
    });
    expect(marks?.checkMarks.map(({ checked }) => checked)).toEqual([false, true]);
    for (const [at, { box }] of (marks?.checkMarks ?? []).entries()) {
      const [x, y] = middle(box);
      expect(Math.abs(x - (places[at]?.[0] ?? 0))).toBeLessThan(0.003);
      expect(Math.abs(y - (places[at]?.[1] ?? 0))).toBeLessThan(0.003);
    }
  });

  it('a signature that a reader of handwriting took for a word, but no printed word', async () => {
    const word: Word = { text: 'Moum', confidence: 0.97, box: penStroke };
    const inkThere = async (seen: HandAndPrint) =>
      (await marksOf(form, seen))?.ink.some(({ box }) => Math.abs(middle(box)[1] - middle(penStroke)[1]) < 0.03);
    expect(await inkThere({ turned: 0, words: [word], byHand: new Set([word]) })).toBe(true);
    expect(await inkThere({ turned: 0, words: [word], byHand: new Set() })).toBe(false);
  });

  it('a box once, and not as the letter that a reader took it for', async () => {
    const [, ticked] = drawnBoxes;
    const x: Word = {
      text: 'X',
      confidence: 0.9,
      box: [(ticked[0] - 5) / 612, (ticked[1] - 5) / 792, 10 / 612, 10 / 792],
    };
    const yes: Word = { text: 'Yes', confidence: 0.9, box: [0.5, 0.5, 0.05, 0.01] };
    const marks = await marksOf(form, { turned: 0, words: [x, yes], byHand: new Set() });
    expect(marks?.words).toEqual([yes]);
    expect(marks?.checkMarks).toHaveLength(2);
  });
});

it('on the recorded form every box that is seen is in the state that Textract saw it in, and none is made up', async () => {
  const folder = new URL('../../fixtures/textract-analyze/', import.meta.url);
  const blocks = blocksOfPage(JSON.parse(readFileSync(new URL('form.json', folder), 'utf8')));
  if (typeof blocks === 'string') return expect.fail(blocks);
  const marks = await marksOf(new Uint8Array(readFileSync(new URL('form.png', folder))), uprightWords(blocks));
  const theirs = blocks.flatMap(({ BlockType, Geometry, SelectionStatus }) =>
    BlockType === 'SELECTION_ELEMENT' && Geometry
      ? [{ at: middle(turnedBox(Geometry.Polygon, 0)), checked: SelectionStatus === 'SELECTED' }]
      : [],
  );
  const states = (marks?.checkMarks ?? []).map(({ box, checked }) => {
    const [x, y] = middle(box);
    const same = theirs.find(({ at }) => Math.abs(at[0] - x) < 0.008 && Math.abs(at[1] - y) < 0.008);
    return same === undefined ? 'made up' : same.checked === checked ? 'same' : 'other';
  });
  // a page of 85 dots an inch: 33 of its 53 boxes are seen
  expect(states.length).toBeGreaterThanOrEqual(33);
  expect(new Set(states)).toEqual(new Set(['same']));
});

it('a photo of a sheet on a desk is left alone: seen from the side, boxes are no squares', async () => {
  expect(await marksOf(await aPhoto())).toBeNull();
});
