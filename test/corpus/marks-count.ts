import { isOn } from '#functions/read-fields/signature.ts';
import type { Box } from '#shared/domain/reading.ts';
import { type DrawnCheckBox, findCheckBoxes } from '#shared/reading/picture/find-check-boxes.ts';
import { findInk } from '#shared/reading/picture/find-ink.ts';
import { findRulings, type PixelBox } from '#shared/reading/picture/find-rulings.ts';
import type { GreyRaster } from '#shared/reading/picture/grey-raster.ts';
import { maskInk } from '#shared/reading/picture/ink-mask.ts';
import { type Judgement, judgeMark, judgeSignature } from '#shared/reading/picture/second-measure.ts';
import { chanceFrom } from './marks-chance.ts';
import { copied, type WayOfCopying } from './marks-copies.ts';
import { aPageOfMarks } from './marks-page.ts';
import { aPageOfSignatures } from './marks-signatures.ts';

/** What a measure says when it is believed from 0.8 on. `not found`: it does not know of the place at all. */
export type Said = 'yes' | 'no' | 'cannot tell' | 'not found';
/** One place, what is true of it, and what both measures say. `truth` is null where people would not agree either. */
export type Seen = { kind: string; truth: boolean | null; first: Said; second: Said; where: string };
export type Counted = { seen: Seen[]; extra: number };
export type Copy = { seed: string; dotsPerInch: number; way: WayOfCopying; ringShare?: number };

const believedFrom = 0.8;
const said = (judgement: Judgement | null): Said => {
  if (judgement === null) return 'not found';
  if (judgement.present === null || judgement.confidence < believedFrom) return 'cannot tell';
  return judgement.present ? 'yes' : 'no';
};

export const both = ({ first, second }: Seen): Said => (first === second ? first : 'cannot tell');
export const isWrong = (what: Said, { truth }: Seen) =>
  (what === 'yes' && truth !== true) || (what === 'no' && truth !== false);

/** A page of boxes as it arrives: what the finder of boxes says of each, and what the second look says. */
export async function countBoxes({ seed, dotsPerInch, way, ringShare }: Copy): Promise<Counted> {
  const page = await aPageOfMarks(seed, dotsPerInch, ringShare);
  const raster = await copied(page.png, way, chanceFrom(`copy ${seed}`));
  const found = findCheckBoxes(maskInk(raster));
  const used = new Set<DrawnCheckBox>();
  const truths = { ticked: true, empty: false, unclear: null };
  const seen = page.boxes.map(({ box, kind, truth }): Seen => {
    const first = found.find((one) => isAt(pixelsOf(box, raster), one)) ?? null;
    if (first) used.add(first);
    return {
      kind,
      truth: truths[truth],
      first: said(first && { present: first.checked, confidence: first.confidence }),
      second: said(first && judgeMark(raster, fractionOf(first, raster))),
      where: `${seed}, ${dotsPerInch}, ${way}, at ${box[0].toFixed(3)} ${box[1].toFixed(3)}`,
    };
  });
  return { seen, extra: found.length - used.size };
}

/** The page is set straight again after it was copied: a box may be some pixels off. */
function isAt(wanted: PixelBox, found: PixelBox): boolean {
  const reach = (wanted.right - wanted.left) * 0.6 + 12;
  const off = (one: PixelBox) => [(one.left + one.right) / 2, (one.top + one.bottom) / 2] as const;
  const [[x, y], [foundX, foundY]] = [off(wanted), off(found)];
  return Math.abs(x - foundX) < reach && Math.abs(y - foundY) < reach;
}

/** The first measure of a signature is the ink that no print explains; some print a recogniser does not see. */
export async function countSignatures({ seed, dotsPerInch, way }: Copy): Promise<Counted> {
  const page = await aPageOfSignatures(seed, dotsPerInch);
  const chance = chanceFrom(`copy ${seed}`);
  const raster = await copied(page.png, way, chance);
  const print = page.words.filter(() => !chance.isLikely(0.03)).map((word) => pixelsOf(word, raster));
  const known = [...print, ...findRulings(maskInk(raster, 200))].map((place) => grown(place, 5));
  const inks = findInk(maskInk(raster), known).map((ink) => fractionOf(ink, raster));
  const truths = { signed: true, empty: false, unclear: null };
  const seen = page.places.map(({ box, kind, truth }): Seen => {
    const ink = inks.find((one) => isOn(box, one)) ?? null;
    return {
      kind,
      truth: truths[truth],
      first: ink === null ? 'no' : 'yes',
      second: said(judgeSignature(raster, ink ?? box)),
      where: `${seed}, ${dotsPerInch}, ${way}, at ${box[0].toFixed(3)} ${box[1].toFixed(3)}`,
    };
  });
  return { seen, extra: 0 };
}

const pixelsOf = ([x, y, wide, high]: Box, { width, height }: GreyRaster): PixelBox => ({
  left: Math.round(x * width),
  top: Math.round(y * height),
  right: Math.round((x + wide) * width),
  bottom: Math.round((y + high) * height),
});

const fractionOf = ({ left, top, right, bottom }: PixelBox, { width, height }: GreyRaster): Box => [
  left / width,
  top / height,
  (right - left) / width,
  (bottom - top) / height,
];

const grown = ({ left, top, right, bottom }: PixelBox, by: number): PixelBox => ({
  left: left - by,
  top: top - by,
  right: right + by,
  bottom: bottom + by,
});
