import type { UnreadCause } from '#shared/domain/reading.ts';
import { levelOf } from './even-light.ts';
import type { GreyRaster } from './grey-raster.ts';
import type { InkMask } from './ink-mask.ts';
import type { SeenWord } from './recognise-words.ts';

/** Below this no letter of a full page has enough pixels to be told from another. */
const longSideMin = 700;
const inkMin = 0.0004;
/** Nothing on the page is darker than this: not even letters blurred to grey. */
const paperFrom = 225;
const inkMax = 0.45;
/** How steep the steepest edges are (0..255 a pixel); sharp print has 60 and more. */
const edgeMin = 22;
const confidenceMin = 0.5;
const wordsMin = 3;
/** Share of the page's width. */
const edgeReach = 0.003;
const cutWordsMin = 3;
const cutShareMin = 0.05;

export type Unreadable = { cause: UnreadCause; because: string };

const unreadable = (cause: UnreadCause, because: string): Unreadable => ({ cause, because });
const again = 'Please take it again: the page flat, in daylight, whole in the frame.';

/** Why a page is not worth reading, before any reading; null when it is. */
export function whyUnreadable(raster: GreyRaster, mask: InkMask, longSide: number): Unreadable | null {
  if (longSide < longSideMin) return unreadable('too-small', `The picture is too small to be read. ${again}`);
  const inked = shareOfInk(mask);
  if (inked < inkMin && levelOf(raster, 0.001) > paperFrom) return unreadable('blank', 'The page is blank.');
  if (inked > inkMax) return unreadable('too-dark', `The picture is too dark or too noisy to be read. ${again}`);
  if (steepness(raster) < edgeMin) return unreadable('blurred', `The picture is blurred and cannot be read. ${again}`);
  return null;
}

/** The same after reading: what came out are not words, or not all of them. */
export function whyNoWords(words: readonly SeenWord[], { width }: Pick<GreyRaster, 'width'>): Unreadable | null {
  const real = words.filter(({ text }) => /[\p{L}\p{N}]{2,}/u.test(text));
  if (real.length === 0) return unreadable('no-words', 'No words can be made out on this page.');
  if (real.length < wordsMin || sureness(real) < confidenceMin) {
    return unreadable('noise', `The print on this page is not clear enough to be read. ${again}`);
  }
  if (isCutOff(real, width)) return unreadable('cut-off', `A side of the page is cut off. ${again}`);
  return null;
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

function shareOfInk({ bits }: InkMask): number {
  let ink = 0;
  for (const bit of bits) ink += bit;
  return ink / bits.length;
}

/** The brightness step that only one in a hundred edge pixels exceeds. */
export function steepness({ width, height, data }: GreyRaster): number {
  const counts = new Uint32Array(256);
  let edges = 0;
  for (let y = 0; y < height; y += 2) {
    for (let x = 0; x + 1 < width; x++) {
      const step = Math.abs((data[y * width + x + 1] ?? 0) - (data[y * width + x] ?? 0));
      if (step < 6) continue;
      counts[step] = (counts[step] ?? 0) + 1;
      edges += 1;
    }
  }
  let above = 0;
  for (let step = 255; step > 0; step--) {
    above += counts[step] ?? 0;
    if (above > edges * 0.02) return step;
  }
  return 0;
}
