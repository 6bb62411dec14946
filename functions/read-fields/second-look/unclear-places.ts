import type { Box, PageReading, Word } from '#shared/domain/reading.ts';
import { boxAround, leftOf, rightOf, sharedHeight } from '#shared/reading/box-geometry.ts';

/** A word less sure than this is as likely a scribble as print. */
export const unclearBelow = 0.6;
/** A page with more of them is not unclear in places, it is unclear. */
const placesMax = 40;
/** Shares of the page. Smaller is a speck, larger a frame or a seal. */
const widthMin = 0.02;
const [heightMin, heightMax] = [0.006, 0.1];
const widthMax = 0.75;

/** Of the height of a line; between words there is more. */
const touchingGap = 0.12;

/** A stretch of a line that the first reader could not read: words it hardly believed, or writing it took for none. */
export type UnclearPlace = { box: Box; words: readonly Word[] };

/** Where on a page a second reader may see words that the first did not. */
export function unclearPlaces({ words, ink }: Pick<PageReading, 'words' | 'ink'>): UnclearPlace[] {
  const unclear = words.filter(({ confidence }) => confidence < unclearBelow);
  const pieces = [
    ...unclear.map((word) => ({ box: word.box, words: [word] })),
    ...ink.map(({ box }) => ({ box, words: [] })),
  ].filter(({ box }) => box[3] >= heightMin && box[3] <= heightMax && box[2] <= widthMax);
  return joined(pieces, words)
    .map((place) => withTouching(place, words))
    .filter(({ box }) => box[2] >= widthMin)
    .slice(0, placesMax);
}

/** Pieces side by side on one line are one place: a script name comes in as many pieces as it has gaps. */
function joined(pieces: readonly UnclearPlace[], words: readonly Word[]): UnclearPlace[] {
  const places: UnclearPlace[] = [];
  for (const piece of [...pieces].sort((a, b) => leftOf(a.box) - leftOf(b.box))) {
    const at = places.findIndex(({ box }) => isBeside(box, piece.box) && !isParted(box, piece.box, words));
    const before = places[at];
    if (before === undefined) places.push(piece);
    else places[at] = { box: boxAround([before.box, piece.box]), words: [...before.words, ...piece.words] };
  }
  return places;
}

/** A clear word that touches the place is a part of the same word, which a fax or a fold has torn apart. */
function withTouching({ box, words: own }: UnclearPlace, words: readonly Word[]): UnclearPlace {
  const touching = words.filter((word) => !own.includes(word) && isTouching(word.box, box));
  return { box: boxAround([box, ...touching.map((word) => word.box)]), words: [...own, ...touching] };
}

function isTouching(word: Box, place: Box): boolean {
  const gap = Math.max(leftOf(place) - rightOf(word), leftOf(word) - rightOf(place));
  return sharedHeight(word, place) > 0.5 && gap < Math.min(word[3], place[3]) * touchingGap;
}

/** No wider apart than they are high: pages are about as wide as high, so shares of both compare well enough. */
const isBeside = (left: Box, right: Box) =>
  sharedHeight(left, right) > 0.5 && leftOf(right) - rightOf(left) < Math.max(left[3], right[3]) * 0.8;

/** A clear word stands between them. */
const isParted = (left: Box, right: Box, words: readonly Word[]) =>
  words.some(
    ({ box, confidence }) =>
      confidence >= unclearBelow &&
      sharedHeight(box, left) > 0.5 &&
      leftOf(box) >= rightOf(left) &&
      rightOf(box) <= leftOf(right),
  );
