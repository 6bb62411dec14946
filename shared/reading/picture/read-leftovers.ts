import { findInk } from './find-ink.ts';
import type { PixelBox } from './find-rulings.ts';
import type { InkMask } from './ink-mask.ts';
import type { Recogniser, SeenWord } from './recognise-words.ts';

const placesMax = 60;
/** Times the usual height: the name on a certificate is much larger than the rest. */
const heightMax = 6;
/** A place alone has no neighbours that support the reading: it has to be clear. */
const confidenceMin = 0.7;

/**
 * A recogniser of whole pages passes over single letters and numbers that stand alone in a cell. Each such place, about
 * as high as the words of the page, is shown to it by itself. The page must be the one that was read last.
 */
export function readLeftovers(
  mask: InkMask,
  words: readonly SeenWord[],
  known: readonly PixelBox[],
  recogniser: Recogniser,
): SeenWord[] {
  const usual = usualHeight(words);
  const places = findInk(mask, known, { widthMin: 2, heightMin: usual * 0.5 }).filter(
    ({ top, bottom }) => bottom - top < usual * heightMax,
  );
  return places
    .slice(0, placesMax)
    .flatMap((place) => recogniser.lookAgain(grown(place, Math.round(usual * 0.35), mask)))
    .filter(({ text, confidence }) => confidence >= confidenceMin && /^[\p{L}\p{N}(]/u.test(text));
}

function usualHeight(words: readonly SeenWord[]): number {
  const heights = words.map(({ box }) => box.bottom - box.top).sort((a, b) => a - b);
  return heights[Math.floor(heights.length / 2)] ?? 20;
}

function grown({ left, top, right, bottom }: PixelBox, by: number, { width, height }: InkMask): PixelBox {
  return {
    left: Math.max(0, left - by),
    top: Math.max(0, top - by),
    right: Math.min(width - 1, right + by),
    bottom: Math.min(height - 1, bottom + by),
  };
}
