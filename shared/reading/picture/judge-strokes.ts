import type { Box } from '#shared/domain/reading.ts';
import type { GreyRaster } from './grey-raster.ts';
import { inkPatch } from './ink-patch.ts';
import { printedLines } from './printed-lines.ts';
import type { Judgement } from './second-measure.ts';
import { type Stroke, strokesOf } from './strokes-of-patch.ts';

/** Every place is looked at as if it had been scanned with this many dots an inch; a letter page is so many inches wide. */
const dots = 150;
const pageInches = 8.5;
const inch = (share: number) => share * dots;

const cannotTell = (confidence: number): Judgement => ({ present: null, confidence });

/**
 * Whether a hand wrote over the line to sign on. A pen leaves strokes that are higher than print, hang together and stand
 * on no common foot; an empty place has nothing but its line, what is printed below it, and specks.
 */
export function judgeStrokes(raster: GreyRaster, box: Box): Judgement {
  const look = lookAt(raster, box);
  if (look === null) return { present: false, confidence: 0.85 };
  const above = look.strokes.filter(({ top }) => top < look.base - inch(0.02));
  const written = above.filter((stroke) => isPen(stroke));
  const isByHand = (isSigned(written) && !isPrint(written)) || above.some(isJoined) || isUneven(above);
  if (isByHand) return { present: true, confidence: 0.95 };
  const isEmpty = above.every((stroke) => isSpeck(stroke) || isTextAbove(stroke, look.base));
  const dirt = above.filter(isSpeck).reduce((sum, { ink }) => sum + ink, 0);
  return isEmpty && dirt < dirtMax ? { present: false, confidence: 0.92 } : cannotTell(0.5);
}

const wideOf = ({ left, right }: Stroke) => right - left + 1;
const highOf = ({ top, bottom }: Stroke) => bottom - top + 1;

/** Higher than any print of a form, and mostly paper between its turns; what is large and half dark is a shadow. */
function isPen(stroke: Stroke): boolean {
  const [wide, high] = [wideOf(stroke), highOf(stroke)];
  const darkMost = wide * high > inch(0.5) * inch(0.4) ? 0.35 : 0.5;
  return high >= inch(0.175) && wide >= inch(0.12) && stroke.ink < wide * high * darkMost;
}

/** Letters of a hand run into each other: one stroke as long as a word, low, and more than a line. */
const isJoined = (stroke: Stroke) =>
  wideOf(stroke) >= inch(0.6) &&
  highOf(stroke) >= inch(0.13) &&
  wideOf(stroke) > highOf(stroke) * 2.5 &&
  stroke.ink > wideOf(stroke) * 3.5 &&
  stroke.ink < wideOf(stroke) * highOf(stroke) * 0.3;

/** One letter far higher than print and than its neighbours begins a name that is written letter by letter. */
function isUneven(strokes: readonly Stroke[]): boolean {
  const letters = strokes.filter((stroke) => !isSpeck(stroke));
  const heights = letters.map(highOf).sort((a, b) => a - b);
  const from = Math.min(...letters.map(({ left }) => left));
  const to = Math.max(...letters.map(({ right }) => right));
  const isTall = letters.some((stroke) => isPen(stroke) && highOf(stroke) >= inch(0.2));
  return (
    letters.length >= 3 &&
    isTall &&
    to - from >= inch(0.5) &&
    (heights.at(-1) ?? 0) >= 1.5 * (heights[heights.length >> 1] ?? 0)
  );
}

function isSigned(written: readonly Stroke[]): boolean {
  if (written.length === 0) return false;
  const from = Math.min(...written.map(({ left }) => left));
  const to = Math.max(...written.map(({ right }) => right));
  return to - from >= inch(0.35) && (written.length > 1 || to - from >= inch(0.4));
}

/** Large letters of print are as high as each other, stand on one line, and none is twice as wide as high. */
function isPrint(strokes: readonly Stroke[]): boolean {
  if (strokes.length < 3 || strokes.some((stroke) => wideOf(stroke) > highOf(stroke) * 2)) return false;
  const [feet, heights] = [strokes.map(({ bottom }) => bottom), strokes.map(highOf)];
  return alike(feet) && alike(heights);
}

function alike(values: readonly number[]): boolean {
  const sorted = [...values].sort((a, b) => a - b);
  const usual = sorted[sorted.length >> 1] ?? 0;
  return values.filter((value) => Math.abs(value - usual) <= 2).length >= values.length * 0.6;
}

const isSpeck = (stroke: Stroke) => Math.max(wideOf(stroke), highOf(stroke)) < inch(0.045);
/** Pixels of all specks together: more is a stain, or a signature that a poor copy has broken into dots. */
const dirtMax = 90;

/** The foot of a line of print that stands over the place. */
const isTextAbove = (stroke: Stroke, base: number) =>
  stroke.top <= 1 && stroke.bottom < base - inch(0.2) && highOf(stroke) < inch(0.1) && wideOf(stroke) < inch(0.25);

/** `base` is how high the line to sign on lies in the piece that was looked at. */
type SigningLook = { strokes: Stroke[]; base: number };

function lookAt(raster: GreyRaster, box: Box): SigningLook | null {
  const scale = Math.min(raster.width, raster.height) / pageInches / dots;
  const margin = inch(0.04) * scale;
  const cut = {
    left: box[0] * raster.width - margin,
    top: box[1] * raster.height - margin,
    right: (box[0] + box[2]) * raster.width + margin,
    bottom: (box[1] + box[3]) * raster.height + margin,
    scale,
  };
  const patch = inkPatch(raster, cut);
  if (patch === null) return null;
  const longest = { along: Math.min(inch(0.7), patch.width * 0.6), down: patch.height * 0.8 };
  const { pixels, base } = printedLines(patch, longest, inch(0.035));
  return { strokes: strokesOf(patch, pixels), base: base ?? patch.height };
}
