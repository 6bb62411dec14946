import { type Edges, edgesAround, type PageFrame, type Point, placePoint } from './page-frame.ts';
import { doubleAt, floatAt, integerAt, type Pdfium, unsignedAt } from './pdfium-engine.ts';
import { printedCharacter } from './printed-character.ts';

/** One character as displayed. `along` and `across` are measured in points along its own line of writing. */
export type PageCharacter = {
  text: string;
  /** the whole line height: the same for all characters of one size on one line */
  edges: Edges;
  /** the ink of the glyph alone */
  inkEdges: Edges;
  alongStart: number;
  alongEnd: number;
  across: number;
  direction: Point;
  sizePoints: number;
  /** PDFium's text object, for what is common to a run of characters */
  run: number;
  luminance: number;
  opacity: number;
};

/** `blank` was written into the text, `gap` is PDFium's guess from the distance (or a new line). */
export type CharacterOrGap = PageCharacter | 'blank' | 'gap';

/** 20,000 words; what lies beyond is said to be missing. */
export const charactersMax = 150_000;

export type PageText = { characters: CharacterOrGap[]; unreadable: number; counted: number; isWhole: boolean };

/** All characters of a page in the order they were written, with gaps. `textPage` is PDFium's handle. */
export function readCharacters(pdfium: Pdfium, textPage: number, frame: PageFrame): PageText {
  const all = pdfium.call.FPDFText_CountChars(textPage);
  const count = Math.min(all, charactersMax);
  const page: PageText = { characters: [], unreadable: 0, counted: 0, isWhole: all <= charactersMax };
  for (let index = 0; index < count; index++) {
    const text = textAt(pdfium, textPage, index);
    if (text === null) {
      page.characters.push(pdfium.call.FPDFText_IsGenerated(textPage, index) === 1 ? 'gap' : 'blank');
      continue;
    }
    page.counted += 1;
    if (text === '\uFFFD') page.unreadable += 1;
    else if (text !== '') page.characters.push(characterAt(pdfium, textPage, index, text, frame) ?? 'gap');
  }
  return page;
}

function textAt(pdfium: Pdfium, textPage: number, index: number): string | null {
  const code = pdfium.call.FPDFText_GetUnicode(textPage, index);
  if (pdfium.call.FPDFText_HasUnicodeMapError(textPage, index) === 1) return '\uFFFD';
  if (pdfium.call.FPDFText_IsHyphen(textPage, index) === 1 || code === 2) return '-';
  return printedCharacter(code);
}

function characterAt(
  pdfium: Pdfium,
  textPage: number,
  index: number,
  text: string,
  frame: PageFrame,
): PageCharacter | null {
  const { call, scratch } = pdfium;
  if (!call.FPDFText_GetCharBox(textPage, index, scratch, scratch + 8, scratch + 16, scratch + 24)) return null;
  const [left, right, bottom, top] = [0, 8, 16, 24].map((offset) => doubleAt(pdfium, scratch + offset));
  if (left === undefined || right === undefined || bottom === undefined || top === undefined) return null;
  const corners: Point[] = [
    [left, bottom],
    [left, top],
    [right, bottom],
    [right, top],
  ];
  call.FPDFText_GetCharOrigin(textPage, index, scratch, scratch + 8);
  const origin: Point = [doubleAt(pdfium, scratch), doubleAt(pdfium, scratch + 8)];
  const writing = writingAt(pdfium, textPage, index);
  const line = lineEdges(corners, origin, writing);
  const advance = advanceAt(pdfium, textPage, index, writing) ?? line;
  return {
    text,
    edges: edgesAround(line.corners.map((corner) => placePoint(frame, corner))),
    inkEdges: edgesAround(corners.map((corner) => placePoint(frame, corner))),
    alongStart: advance.start,
    alongEnd: advance.end,
    across: dot(origin, writing.up),
    direction: writing.along,
    sizePoints: writing.sizePoints,
    run: call.FPDFText_GetTextObject(textPage, index),
    ...inkAt(pdfium, textPage, index),
  };
}

type Writing = { along: Point; up: Point; sizePoints: number };

function writingAt(pdfium: Pdfium, textPage: number, index: number): Writing {
  const { call, scratch } = pdfium;
  const known = call.FPDFText_GetMatrix(textPage, index, scratch);
  const [a = 1, b = 0, c = 0, d = 1] = known ? [0, 4, 8, 12].map((offset) => floatAt(pdfium, scratch + offset)) : [];
  const length = Math.hypot(a, b);
  const along: Point = length > 0 ? [a / length, b / length] : [1, 0];
  const turned: Point = [-along[1], along[0]];
  const up: Point = turned[0] * c + turned[1] * d < 0 ? [-turned[0], -turned[1]] : turned;
  return { along, up, sizePoints: call.FPDFText_GetFontSize(textPage, index) * Math.abs(dot([c, d], up)) };
}

/** The room the letter takes on its line, which for a narrow 1 is more than its ink. */
function advanceAt(pdfium: Pdfium, textPage: number, index: number, writing: Writing) {
  const { call, scratch } = pdfium;
  if (!call.FPDFText_GetLooseCharBox(textPage, index, scratch)) return null;
  const [left = 0, top = 0, right = 0, bottom = 0] = [0, 4, 8, 12].map((offset) => floatAt(pdfium, scratch + offset));
  const alongs = [dot([left, bottom], writing.along), dot([right, top], writing.along)];
  return { start: Math.min(...alongs), end: Math.max(...alongs) };
}

/** From a little below the line of writing to the top of a capital, whatever the letter, so that words of a line align. */
function lineEdges(corners: readonly Point[], origin: Point, writing: Writing) {
  const alongs = corners.map((corner) => dot(corner, writing.along));
  const acrosses = corners.map((corner) => dot(corner, writing.up));
  const start = Math.min(...alongs);
  const end = Math.max(...alongs);
  const base = dot(origin, writing.up);
  const low = Math.min(base - writing.sizePoints * 0.2, Math.max(...acrosses));
  const high = base + writing.sizePoints * 0.75;
  const at = (along: number, up: number): Point => [
    along * writing.along[0] + up * writing.up[0],
    along * writing.along[1] + up * writing.up[1],
  ];
  return { start, end, corners: [at(start, low), at(end, low), at(start, high), at(end, high)] };
}

function inkAt(pdfium: Pdfium, textPage: number, index: number): { luminance: number; opacity: number } {
  const { call, scratch } = pdfium;
  const known = call.FPDFText_GetFillColor(textPage, index, scratch, scratch + 4, scratch + 8, scratch + 12);
  if (!known) return { luminance: 0, opacity: 1 };
  const [red = 0, green = 0, blue = 0] = [0, 4, 8].map((offset) => unsignedAt(pdfium, scratch + offset));
  return {
    luminance: 0.299 * red + 0.587 * green + 0.114 * blue,
    opacity: integerAt(pdfium, scratch + 12) / 255,
  };
}

function dot(one: Point, other: Point): number {
  return one[0] * other[0] + one[1] * other[1];
}
