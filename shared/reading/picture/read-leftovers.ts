import { findInk } from './find-ink.ts';
import type { PixelBox } from './find-rulings.ts';
import { blankRaster, type GreyRaster } from './grey-raster.ts';
import type { InkMask } from './ink-mask.ts';
import type { Recogniser, SeenWord } from './recognise-words.ts';
import { warp } from './warp.ts';

const placesMax = 60;
/** A place alone has no neighbours that support the reading: it has to be clear. */
const confidenceMin = 0.7;
const lonelySureFrom = 0.9;
/** Times the usual height: the name on a certificate is much larger than the rest. */
const heightMax = 6;
/** Pixels: a single letter is read best when it is this high, with paper around it. */
const heightWanted = 96;
const enlargeMax = 3;
const margin = 24;
const rim = 6;

/** One or two characters that stand alone, such as a mark in a cell, are often taken for others: they are read again. */
export function isLonely(word: SeenWord, words: readonly SeenWord[]): boolean {
  const { box, text, confidence } = word;
  if (text.length > 2 || confidence >= lonelySureFrom) return false;
  const reach = (box.bottom - box.top) * 1.2;
  return !words.some(
    (other) =>
      other !== word &&
      other.box.top < box.bottom &&
      other.box.bottom > box.top &&
      other.box.left - box.right < reach &&
      box.left - other.box.right < reach,
  );
}

type Page = { raster: GreyRaster; mask: InkMask };

/**
 * A recogniser of whole pages passes over single letters and numbers that stand alone in a cell, and over very large
 * print. Each such place is cut out, enlarged and shown to it by itself. `known` are the places already explained.
 */
export function readLeftovers(
  page: Page,
  words: readonly SeenWord[],
  known: readonly PixelBox[],
  recogniser: Recogniser,
): SeenWord[] {
  const usual = usualHeight(words);
  const places = findInk(page.mask, known, { widthMin: 2, heightMin: usual * 0.4 })
    .filter(({ top, bottom }) => bottom - top < usual * heightMax)
    .slice(0, placesMax)
    .map((place) => withRim(place, page.mask));
  const found: SeenWord[] = [];
  for (const place of places) found.push(...readPlace(page.raster, place, usual, recogniser));
  return found.filter(({ text, confidence }) => confidence >= confidenceMin && /^[\p{L}\p{N}(]/u.test(text));
}

/** Thin ends of strokes lie outside of a place that was found in coarse squares. */
function withRim({ left, top, right, bottom }: PixelBox, { width, height }: InkMask): PixelBox {
  return {
    left: Math.max(0, left - rim),
    top: Math.max(0, top - rim),
    right: Math.min(width, right + rim),
    bottom: Math.min(height, bottom + rim),
  };
}

function usualHeight(words: readonly SeenWord[]): number {
  const heights = words.map(({ box }) => box.bottom - box.top).sort((a, b) => a - b);
  return heights[Math.floor(heights.length / 2)] ?? 20;
}

function readPlace(raster: GreyRaster, place: PixelBox, usual: number, recogniser: Recogniser): SeenWord[] {
  const height = place.bottom - place.top;
  const lines = height < usual * 1.8 ? 'one' : 'several';
  const scale = Math.min(enlargeMax, Math.max(1, heightWanted / Math.min(height, usual * 1.5)));
  const words = recogniser.readPlace(cutOut(raster, place, scale), lines);
  return words.map(({ text, box, confidence }) => ({
    text,
    confidence,
    box: {
      left: Math.max(0, Math.round(place.left + (box.left - margin) / scale)),
      top: Math.max(0, Math.round(place.top + (box.top - margin) / scale)),
      right: Math.round(place.left + (box.right - margin) / scale),
      bottom: Math.round(place.top + (box.bottom - margin) / scale),
    },
  }));
}

/** The place enlarged, with a margin of paper: what else stands near it is not shown. */
function cutOut(raster: GreyRaster, { left, top, right, bottom }: PixelBox, scale: number): GreyRaster {
  const [width, height] = [Math.round((right - left) * scale), Math.round((bottom - top) * scale)];
  const inner = warp(raster, { width, height }, [1 / scale, 0, left, 0, 1 / scale, top, 0, 0, 1]);
  const cut = blankRaster(width + margin * 2, height + margin * 2);
  for (let y = 0; y < height; y++) {
    cut.data.set(inner.data.subarray(y * width, (y + 1) * width), (y + margin) * cut.width + margin);
  }
  return cut;
}
