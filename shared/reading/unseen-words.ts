import type { PageWord } from './characters-to-words.ts';
import { centreOf, holds, type PageFrame } from './page-frame.ts';
import type { PageDrawing, PageShape } from './page-shapes.ts';
import type { Pdfium } from './pdfium-engine.ts';
import type { Picture } from './png-file.ts';
import { renderPage, sizeInPixels } from './render-page.ts';

/** Letters this small are a mark of some program, or meant not to be read. */
const sizePointsMin = 3;
/** Between letters and their ground, of 255: less is hard to see on any screen or paper. */
const contrastMin = 80;
const pixelDifferenceMin = 32;
const dotsPerInch = 110;
const pixelsMax = 4_000_000;

type SeenWords = { seen: PageWord[]; unseenCount: number };

/**
 * Keeps the words that a person looking at the page can see. Doubtful ones (pale, on a ground of nearly their colour,
 * painted over, on an image) are proved: the page is painted with and without them, and must differ in their place.
 */
export function keepSeenWords(
  pdfium: Pdfium,
  page: number,
  frame: PageFrame,
  drawing: PageDrawing,
  words: readonly PageWord[],
): SeenWords {
  const possible = words.filter((word) => couldBeSeen(pdfium, frame, word));
  const doubtful = new Set(possible.filter((word) => isDoubtful(word, drawing)));
  const proved = doubtful.size > 0 ? provedWords(pdfium, page, frame, [...doubtful]) : doubtful;
  const seen = possible.filter((word) => !doubtful.has(word) || proved.has(word));
  return { seen, unseenCount: words.length - seen.length };
}

const unpaintedModes = new Set([3, 7]);

function couldBeSeen(pdfium: Pdfium, frame: PageFrame, word: PageWord): boolean {
  const [first] = word.characters;
  if (first === undefined || first.sizePoints < sizePointsMin || first.opacity < 0.1) return false;
  if (unpaintedModes.has(pdfium.call.FPDFTextObj_GetTextRenderMode(first.run))) return false;
  const [x, y] = centreOf(word.edges);
  return x >= 0 && y >= 0 && x <= frame.width && y <= frame.height;
}

function isDoubtful(word: PageWord, { shapes, runOrders }: PageDrawing): boolean {
  const [first] = word.characters;
  const order = first === undefined ? undefined : runOrders.get(first.run);
  if (first === undefined || order === undefined) return true;
  const around = shapes.filter((shape) => isGround(shape) && holds(shape.edges, centreOf(word.edges)));
  if (around.some((shape) => shape.order > order)) return true;
  const ground = around.at(-1);
  if (ground?.kind === 'image') return true;
  return Math.abs(first.luminance - (ground?.filled ?? 255)) < contrastMin || first.opacity < 0.5;
}

function isGround(shape: PageShape): boolean {
  return shape.kind === 'image' || shape.filled !== null;
}

function provedWords(pdfium: Pdfium, page: number, frame: PageFrame, words: readonly PageWord[]): Set<PageWord> {
  const size = sizeInPixels(frame, dotsPerInch, pixelsMax);
  const runs = new Set(words.flatMap((word) => word.characters.map((character) => character.run)));
  const withThem = renderPage(pdfium, page, size, null);
  for (const run of runs) pdfium.call.FPDFPageObj_SetIsActive(run, false);
  const withoutThem = renderPage(pdfium, page, size, null);
  for (const run of runs) pdfium.call.FPDFPageObj_SetIsActive(run, true);
  if (withThem === null || withoutThem === null) return new Set();
  return new Set(words.filter((word) => differsAt(word, frame, withThem, withoutThem)));
}

/** A handful of clearly changed dots is enough for a thin letter and too much for a shadow of rounding. */
function differsAt(word: PageWord, frame: PageFrame, one: Picture, other: Picture): boolean {
  const scale = one.width / frame.width;
  const left = Math.max(0, Math.floor(word.edges.left * scale));
  const right = Math.min(one.width, Math.ceil(word.edges.right * scale));
  const bottom = Math.min(one.height, Math.ceil(word.edges.bottom * scale));
  const wanted = Math.min(4, word.text.length * 2);
  let changed = 0;
  for (let y = Math.max(0, Math.floor(word.edges.top * scale)); y < bottom && changed < wanted; y++) {
    for (let x = left; x < right; x++) {
      const at = (y * one.width + x) * 3 + 1;
      if (Math.abs((one.pixels[at] ?? 0) - (other.pixels[at] ?? 0)) >= pixelDifferenceMin) changed += 1;
    }
  }
  return changed >= wanted;
}
