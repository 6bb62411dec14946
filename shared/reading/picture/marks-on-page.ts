import type { Box, PageReading, Word } from '#shared/domain/reading.ts';
import { evenLight } from './even-light.ts';
import { findCheckBoxes } from './find-check-boxes.ts';
import { findInk } from './find-ink.ts';
import { findRulings, type PixelBox } from './find-rulings.ts';
import { findSheet } from './find-sheet.ts';
import { blankRaster, type GreyRaster, type Quarters, turnQuarters } from './grey-raster.ts';
import { maskInk } from './ink-mask.ts';
import { lightenDarkAreas } from './lighten-dark-areas.ts';
import { skewOf } from './straighten.ts';
import { type Projection, rotation, warp } from './warp.ts';

/** Below this the frame of a box is too few pixels; an embedded reader enlarges its pages alike. */
const longSideMin = 2_200;
const enlargeMax = 3;
/** Nobody sees less, and lines are still found. */
const degreesMin = 0.08;
/** Hair lines of a form are paler than its print. */
const faintInkBelow = 200;
/** A word less sure than this may be a scribble that was taken for letters. */
const printFrom = 0.6;
const smallSide = 400;

type Marks = Pick<PageReading, 'words' | 'checkMarks' | 'rules' | 'ink'>;

/** `byHand`: the words that a pen wrote. A reader of handwriting reads signatures too, and a signature is ink. */
export type HandAndPrint = { turned: Quarters; words: readonly Word[]; byHand: ReadonlySet<Word> };

/**
 * Lines, boxes to tick and pen strokes of a scanned page whose words another reader read, and its words without those
 * that are boxes. All places are fractions of the page set upright by `turned`, where they are found even when the page
 * was laid on the scanner askew. Null for a photo of a sheet on a desk: seen from the side, boxes are no squares.
 */
export function marksOnPage(picture: GreyRaster, { turned, words, byHand }: HandAndPrint): Marks | null {
  if (findSheet(smallOf(picture)) !== null) return null;
  const light = lightPage(picture, turned);
  const degrees = skewOf(light);
  const radians = Math.abs(degrees) < degreesMin ? 0 : (degrees * Math.PI) / 180;
  const level = radians === 0 ? light : warp(light, light, rotation(light, radians));
  const toLevel = rotation(light, -radians);
  const back = rotation(light, radians);
  const mask = maskInk(level);
  const rulings = findRulings(maskInk(level, faintInkBelow));
  const seen = words.map((word) => ({ word, box: moved(pixelsOf(word.box, level), toLevel) }));
  const boxes = findCheckBoxes(mask).filter((box) => !seen.some(({ word, box: own }) => isLetterOf(word, own, box)));
  const print = seen.filter(({ word }) => word.confidence >= printFrom && !byHand.has(word));
  const known = [...rulings, ...boxes, ...print.map(({ box }) => box)].map((box) => grown(box, 5));
  const place = (box: PixelBox): Box => fractionOf(moved(box, back), level);
  return {
    words: seen.filter(({ word, box }) => !isBoxItself(word, box, boxes)).map(({ word }) => word),
    checkMarks: boxes.map((box) => ({ box: place(box), checked: box.checked, confidence: box.confidence })),
    rules: rulings.map((ruling) => ({ box: place(ruling), direction: ruling.direction })),
    ink: findInk(mask, known).map((box) => ({ box: place(box) })),
  };
}

/** The page upright, large enough, evenly lit and with its dark bands turned light; its lines as level as they lay. */
export const lightPage = (picture: GreyRaster, turned: Quarters): GreyRaster =>
  evenLight(lightenDarkAreas(enlarged(turnQuarters(picture, turned))));

const isOver = ({ left, right, top, bottom }: PixelBox, x: number, y: number) =>
  x >= left && x <= right && y >= top && y <= bottom;
const isIn = (outer: PixelBox, { left, right, top, bottom }: PixelBox) =>
  isOver(outer, (left + right) / 2, (top + bottom) / 2);

/** A round letter in the middle of a longer word is no box. */
const isLetterOf = ({ text }: Word, own: PixelBox, box: PixelBox) => text.length > 3 && isIn(own, box);

/** Readers of print take an empty box for an "O" and a ticked one for an "X". */
const isBoxItself = ({ text }: Word, own: PixelBox, boxes: readonly PixelBox[]) =>
  text.length <= 2 && boxes.some((box) => isIn(box, own));

function enlarged(raster: GreyRaster): GreyRaster {
  const scale = Math.min(enlargeMax, longSideMin / Math.max(raster.width, raster.height));
  if (scale <= 1) return raster;
  const size = { width: Math.round(raster.width * scale), height: Math.round(raster.height * scale) };
  return warp(raster, size, [1 / scale, 0, 0, 0, 1 / scale, 0, 0, 0, 1]);
}

/** Enough to see where a sheet ends: every so many pixels one, as a picture in colours. */
function smallOf(raster: GreyRaster) {
  const step = Math.max(1, Math.round(Math.max(raster.width, raster.height) / smallSide));
  const small = blankRaster(Math.floor(raster.width / step), Math.floor(raster.height / step));
  const data = new Uint8Array(small.data.length * 3);
  for (let at = 0; at < small.data.length; at++) {
    const [x, y] = [(at % small.width) * step, Math.floor(at / small.width) * step];
    data.fill(raster.data[y * raster.width + x] ?? 255, at * 3, at * 3 + 3);
  }
  return { width: small.width, height: small.height, data };
}

/** The middle goes where the projection says; the size stays, since no page lies far askew. */
function moved(box: PixelBox, [a = 1, b = 0, c = 0, d = 0, e = 1, f = 0]: Projection): PixelBox {
  const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  const [right, down] = [a * x + b * y + c - x, d * x + e * y + f - y];
  return { left: box.left + right, right: box.right + right, top: box.top + down, bottom: box.bottom + down };
}

const pixelsOf = ([left, top, width, height]: Box, page: GreyRaster): PixelBox => ({
  left: left * page.width,
  top: top * page.height,
  right: (left + width) * page.width,
  bottom: (top + height) * page.height,
});

const grown = ({ left, top, right, bottom }: PixelBox, by: number): PixelBox => ({
  left: Math.round(left) - by,
  top: Math.round(top) - by,
  right: Math.round(right) + by,
  bottom: Math.round(bottom) + by,
});

function fractionOf({ left, top, right, bottom }: PixelBox, { width, height }: GreyRaster): Box {
  const inside = (value: number) => Math.min(1, Math.max(0, value));
  const [x, y] = [inside(left / width), inside(top / height)];
  return [x, y, inside(right / width) - x, inside(bottom / height) - y];
}
