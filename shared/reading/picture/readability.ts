import type { UnreadCause } from '#shared/domain/reading.ts';
import { levelOf } from './even-light.ts';
import type { GreyRaster } from './grey-raster.ts';
import { countInk, type InkMask } from './ink-mask.ts';
import type { SeenWord } from './recognise-words.ts';

/** Below this fewer than half the words of any page tried were read right; up to `longSideSmall` it depends on the print. */
const longSideMin = 450;
const longSideSmall = 700;
const inkMin = 0.0004;
/** Nothing on the page is darker than this: not even letters blurred to grey. */
const paperFrom = 225;
const inkMax = 0.45;
/** How steep the steepest edges are (0..255 a pixel): sharp print has 60 and more, of a page with less than this no word came out. */
const edgeMin = 13;
const confidenceMin = 0.5;
/**
 * The share of words read surely (`sureFrom`). Measured on four papers by blur, size, grain, light and cuts: where fewer
 * than half the words were right it was 0.59 or less (once 0.70), where names, dates and hours were all right 0.77 or more.
 * Handwriting is read unsurely as well (0.75), so a low share refuses only what is also soft or small.
 */
const sureShareMin = 0.6;
const wholeShareMin = 0.75;
const sureFrom = 0.85;
/** A tenth of the edges are steeper: print that is still read whole had 52 and more, but for grain, which is read surely. */
const sharpFrom = 50;
const wordsMin = 3;
/** Share of the page's width. */
const edgeReach = 0.003;
const cutWordsMin = 3;
const cutShareMin = 0.05;
/** Slimmer than any sheet: a third of the page is missing, and half its words with it. */
const slimBelow = 0.6;

export type Unreadable = { cause: UnreadCause; because: string };

const unreadable = (cause: UnreadCause, because: string): Unreadable => ({ cause, because });
const again = 'Please take it again: the page flat, in daylight, whole in the frame.';
/** How a better picture is taken, by what is wrong with this one. */
const brighter = 'Please take it again by a window, and keep your shadow off the page.';
const closer = 'Please take it again from closer, or send the photo in its full size.';
const still =
  'Please take it again: lay the page flat, hold the phone still with both hands, and wait until it is sharp.';
const whole = 'Please take it again with all four corners of the page in the picture.';

/** Why a page is not worth reading, before any reading; null when it is. */
export function whyUnreadable(raster: GreyRaster, mask: InkMask, longSide: number): Unreadable | null {
  if (longSide < longSideMin) return tooSmall;
  const inked = countInk(mask) / mask.bits.length;
  if (inked < inkMin && levelOf(raster, 0.001) > paperFrom) return unreadable('blank', 'The page is blank.');
  if (inked > inkMax) return unreadable('too-dark', `The picture is too dark or too noisy to be read. ${brighter}`);
  if (steepness(raster) < edgeMin) return blurred;
  return null;
}

const tooSmall = unreadable('too-small', `The picture is too small to be read. ${closer}`);
const blurred = unreadable('blurred', `The picture is blurred and cannot be read. ${still}`);

/** The same after reading: what came out are not words, or fewer than half of them. */
export function whyNoWords(words: readonly SeenWord[], raster: GreyRaster, longSide: number): Unreadable | null {
  const real = realOf(words);
  // looked at only where the words are few or unsure: it takes as long as preparing half the page
  const poor = (): Unreadable | null =>
    longSide < longSideSmall ? tooSmall : steepness(raster, 0.1) < sharpFrom ? blurred : null;
  if (real.length === 0) return poor() ?? unreadable('no-words', `No words can be made out on this page. ${again}`);
  if (real.length < wordsMin || sureness(real) < confidenceMin) {
    return poor() ?? unreadable('noise', `The print on this page is not clear enough to be read. ${again}`);
  }
  const soft = sureShare(real) < sureShareMin ? poor() : null;
  if (soft !== null) return soft;
  const isSlim = Math.min(raster.width, raster.height) < Math.max(raster.width, raster.height) * slimBelow;
  return isSlim && isCutOff(real, raster.width)
    ? unreadable('cut-off', `A side of the page is cut off. ${whole}`)
    : null;
}

/** What a person should know of a page that was read: not all of it is there, or not all of it came out. Null: nothing. */
export function whyInPart(words: readonly SeenWord[], { width }: Pick<GreyRaster, 'width'>): string | null {
  const real = realOf(words);
  if (isCutOff(real, width)) return 'A side of this page is cut off: some of its words are missing.';
  if (sureShare(real) < wholeShareMin) return 'Some of the words on this page could not be made out.';
  return null;
}

const realOf = (words: readonly SeenWord[]) => words.filter(({ text }) => /[\p{L}\p{N}]{2,}/u.test(text));

function sureShare(words: readonly SeenWord[]): number {
  const long = words.filter(({ text }) => /[\p{L}\p{N}]{3,}/u.test(text));
  return long.length === 0 ? 0 : long.filter(({ confidence }) => confidence >= sureFrom).length / long.length;
}

/** Several words that run into the same side of the picture, as words of a whole page never do. */
function isCutOff(words: readonly SeenWord[], width: number): boolean {
  const reach = width * edgeReach;
  const atLeft = words.filter(({ box }) => box.left <= reach).length;
  const atRight = words.filter(({ box }) => box.right >= width - 1 - reach).length;
  return Math.max(atLeft, atRight) >= Math.max(cutWordsMin, words.length * cutShareMin);
}

/** Mean confidence, long words weighing more. */
export function sureness(words: readonly SeenWord[]): number {
  const letters = words.reduce((sum, { text }) => sum + text.length, 0);
  const sure = words.reduce((sum, { text, confidence }) => sum + text.length * confidence, 0);
  return letters === 0 ? 0 : sure / letters;
}

/** The brightness step that only a small share of the edge pixels exceeds. */
export function steepness({ width, height, data }: GreyRaster, share = 0.02): number {
  const counts = new Uint32Array(256);
  let edges = 0;
  for (let y = 0; y < height; y += 2) {
    let before = data[y * width] ?? 0;
    for (let at = y * width + 1; at < (y + 1) * width; at++) {
      const here = data[at] ?? 0;
      const step = Math.abs(here - before);
      before = here;
      if (step < 6) continue;
      counts[step] = (counts[step] ?? 0) + 1;
      edges += 1;
    }
  }
  let above = 0;
  for (let step = 255; step > 0; step--) {
    above += counts[step] ?? 0;
    if (above > edges * share) return step;
  }
  return 0;
}
