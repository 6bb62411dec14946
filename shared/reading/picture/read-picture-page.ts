import type { Box, PageReading, Word } from '#shared/domain/reading.ts';
import type { PagePicture } from '#shared/ports/text-reader.ts';
import { damagedSentence, unreadPage } from '#shared/reading/unread-page.ts';
import { eraseMarks } from './erase-marks.ts';
import { type DrawnCheckBox, findCheckBoxes } from './find-check-boxes.ts';
import { findInk } from './find-ink.ts';
import { findRulings, type PixelBox, type Ruling } from './find-rulings.ts';
import { type GreyRaster, type Quarters, turnQuarters } from './grey-raster.ts';
import { type InkMask, maskInk } from './ink-mask.ts';
import { likenessOf } from './likeness.ts';
import { openPage } from './open-page.ts';
import { preparePage } from './prepare-page.ts';
import { isLonely, readLeftovers } from './read-leftovers.ts';
import { sureness, whyInPart, whyNoWords, whyUnreadable } from './readability.ts';
import type { Recogniser, SeenWord } from './recognise-words.ts';

/** Print read this surely lies the right way up. */
const uprightFrom = 0.75;
/** Hair lines of a form are paler than its print. */
const faintInkBelow = 200;
/** A word less sure than this may be a scribble that was taken for letters. */
const printFrom = 0.6;

/**
 * One page of a scan, fax or photo. All boxes are fractions of the prepared page: of a photo that is the flattened
 * sheet, of a page that lay on its side the upright one; `width` and `height` are its pixels. A page that is not fit to
 * be read is `unread` with its reason, never noise. `prepareAgain` gives the prepared page once more, from `turned`.
 */
export async function readPicturePage(page: PagePicture, recogniser: Recogniser): Promise<PageReading> {
  const decoded = await openPage(page);
  if (decoded === null) return unreadPage(1, { width: 1, height: 1 }, damagedSentence, 'damaged');
  const light = preparePage(decoded);
  const mask = maskInk(light);
  const unreadable = whyUnreadable(light, mask, decoded.longSide);
  if (unreadable !== null) return unreadPage(1, light, unreadable.because, unreadable.cause);
  const sheet = readUpright({ raster: light, mask }, recogniser);
  const noWords = whyNoWords(sheet.words, sheet.raster, decoded.longSide);
  if (noWords !== null) return unreadPage(1, light, noWords.because, noWords.cause);
  const inPartBecause = whyInPart(sheet.words, sheet.raster);
  const words = withLeftovers(sheet, recogniser);
  return { ...readingOf({ ...sheet, words }), ...(inPartBecause === null ? {} : { inPartBecause }) };
}

/** What the second look says of a word that stands alone replaces it; what it does not find stays as it was. */
function withLeftovers(sheet: Sheet, recogniser: Recogniser): SeenWord[] {
  const sure = sheet.words.filter((word) => !isLonely(word, sheet.words));
  const found = readLeftovers(sheet, sure, knownPlaces(sheet, sure), recogniser);
  const kept = sheet.words.filter((word) => sure.includes(word) || !found.some(({ box }) => isOver(box, word.box)));
  return [...kept, ...found];
}

const isOver = (one: PixelBox, other: PixelBox) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

type Lying = { raster: GreyRaster; mask: InkMask };

/** `turned`: quarter turns clockwise from the page as it came to `raster`. */
type Sheet = Lying & {
  turned: Quarters;
  rulings: Ruling[];
  boxes: DrawnCheckBox[];
  words: SeenWord[];
};

/** Tries the way the page lies; when the print does not come out, turned as its words suggest, then upside down. */
function readUpright(lying: Lying, recogniser: Recogniser): Sheet {
  const first = readSheet(lying, 0, recogniser);
  const turn = (turned: Quarters) => {
    const raster = turnQuarters(lying.raster, turned);
    return readSheet({ raster, mask: maskInk(raster) }, turned, recogniser);
  };
  if (!isSideways(first.words)) {
    if (sureness(first.words) >= uprightFrom) return first;
    return surer(first, turn(2));
  }
  const isDown = runsDown(first.words);
  const turned = turn(isDown ? 3 : 1);
  if (sureness(turned.words) >= uprightFrom) return turned;
  return surer(turned, turn(isDown ? 1 : 3));
}

const surer = (one: Sheet, other: Sheet): Sheet => (weightOf(other.words) > weightOf(one.words) ? other : one);
const weightOf = (words: readonly SeenWord[]) =>
  words.reduce((sum, { text, confidence }) => sum + (confidence >= printFrom ? text.length * confidence : 0), 0);

function readSheet({ raster, mask }: Lying, turned: Quarters, recogniser: Recogniser): Sheet {
  const rulings = findRulings(maskInk(raster, faintInkBelow));
  const boxes = findCheckBoxes(mask);
  const words = recogniser.readPage(eraseMarks(raster, rulings, boxes));
  return { raster, turned, mask, rulings, boxes, words };
}

/** Lines that run down the page have words higher than wide. */
function isSideways(words: readonly SeenWord[]): boolean {
  const long = words.filter(({ text }) => text.length >= 4);
  const high = long.filter(({ box }) => box.bottom - box.top > (box.right - box.left) * 1.2);
  return long.length >= 3 && high.length > long.length / 2;
}

/** In reading order the next word of a sideways line lies below the one before, or above it. */
function runsDown(words: readonly SeenWord[]): boolean {
  let balance = 0;
  for (const [index, { box }] of words.entries()) {
    const before = words[index - 1]?.box;
    if (before === undefined || box.left > before.right || box.right < before.left) continue;
    balance += Math.sign(box.top - before.top);
  }
  return balance > 0;
}

const knownPlaces = ({ rulings, boxes }: Sheet, words: readonly SeenWord[]): PixelBox[] =>
  [...rulings, ...boxes, ...words.map(({ box }) => box)].map((box) => grown(box, 5));

function readingOf(sheet: Sheet): PageReading {
  const { raster, mask, rulings, boxes, words } = sheet;
  const { width, height } = raster;
  const likeness = likenessOf(raster);
  const place = (box: PixelBox) => fractionOf(box, raster);
  const known = knownPlaces(
    sheet,
    words.filter(({ confidence }) => confidence >= printFrom),
  );
  return {
    number: 1,
    width,
    height,
    medium: 'ocr',
    words: words.filter(isPrint).map(({ text, box, confidence }): Word => ({ text, box: place(box), confidence })),
    checkMarks: boxes.map((box) => ({ box: place(box), checked: box.checked, confidence: box.confidence })),
    rules: rulings.map((ruling) => ({ box: place(ruling), direction: ruling.direction })),
    ink: findInk(mask, known).map((box) => ({ box: place(box) })),
    formFields: [],
    turned: sheet.turned,
    ...(likeness === null ? {} : { likeness }),
  };
}

/** Specks and rests of lines come out as single marks. */
const isPrint = ({ text, confidence }: SeenWord) => /[\p{L}\p{N}&@]/u.test(text) || confidence > 0.8;

const grown = ({ left, top, right, bottom }: PixelBox, by: number): PixelBox => ({
  left: left - by,
  top: top - by,
  right: right + by,
  bottom: bottom + by,
});

function fractionOf({ left, top, right, bottom }: PixelBox, { width, height }: GreyRaster): Box {
  const [x, y] = [Math.max(0, left) / width, Math.max(0, top) / height];
  return [x, y, Math.max(0, Math.min(1, right / width) - x), Math.max(0, Math.min(1, bottom / height) - y)];
}
