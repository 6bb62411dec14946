import tesseractCore from 'tesseract.js-core/tesseract-core-simd-lstm.js';
import { z } from 'zod';
import type { PixelBox } from './find-rulings.ts';
import { greyFileOf } from './grey-file.ts';
import type { GreyRaster } from './grey-raster.ts';
import { isSpanish } from './spanish-page.ts';

/** A word as the recogniser gives it; confidence 0..1. */
export type SeenWord = { text: string; box: PixelBox; confidence: number };

/** Reads print. One page at a time. */
export type Recogniser = {
  readonly engine: string;
  readPage(page: GreyRaster): SeenWord[];
  /** a cut-out with one line of print, or a few, in the language of the last page; boxes are pixels of it */
  readPlace(place: GreyRaster, lines: 'one' | 'several'): SeenWord[];
};

const bboxSchema = z.object({ x0: z.number(), y0: z.number(), x1: z.number(), y1: z.number() });
const wordSchema = z.object({ bbox: bboxSchema, text: z.string(), confidence: z.number() });
const lineSchema = z.object({
  words: z.array(wordSchema),
  baseline: bboxSchema,
  rowAttributes: z.object({ rowHeight: z.number(), descenders: z.number() }),
});
type Line = z.infer<typeof lineSchema>;
const pageSchema = z.object({
  blocks: z.array(z.object({ paragraphs: z.array(z.object({ lines: z.array(lineSchema) })).optional() })).nullable(),
});

/** Times its own height that a word is made higher: "on" in a line with capitals and descenders. */
const higherMax = 2.3;

/** Of Tesseract's own numbering. */
const neuralOnly = 1;
const automaticLayout = '3';
const singleBlock = '6';
const singleLine = '7';
/** The one name the compiled engine reads from, in its own memory. */
const pageFile = '/input';

/** The unpacked language files. Spanish is opened when the first page in Spanish comes. */
export type LanguageData = { english: Uint8Array; spanish?: () => Uint8Array };

/**
 * Nothing is fetched. Each page is read with the English data; only a page whose words are then surely Spanish is read
 * once more with the Spanish data, for its accents: at most one pass more.
 */
export async function startRecogniser({ english, spanish }: LanguageData): Promise<Recogniser> {
  const quiet = () => undefined;
  const core = await tesseractCore({ print: quiet, printErr: quiet, TesseractProgress: quiet });
  const open = (language: string, data: Uint8Array) => {
    core.FS.writeFile(`./${language}.traineddata`, data);
    const api = new core.TessBaseAPI();
    if (api.Init(null, language, neuralOnly) !== 0) throw new Error('the language data does not load');
    return api;
  };
  const inEnglish = open('eng', english);
  let inSpanish: typeof inEnglish | null = null;
  let api = inEnglish;
  const read = (picture: GreyRaster, layout: string): SeenWord[] => {
    core.FS.writeFile(pageFile, greyFileOf(picture));
    if (api.SetImageFile(1, 0) === 1) return [];
    api.SetVariable('tessedit_pageseg_mode', layout);
    api.Recognize(null);
    const page = pageSchema.parse(JSON.parse(api.GetJSONText()));
    const lines = (page.blocks ?? []).flatMap(({ paragraphs }) => (paragraphs ?? []).flatMap((one) => one.lines));
    return lines
      .flatMap((line) => barsAsLetters(line.words.map((word) => seenWord(word, line))))
      .filter(({ text }) => text !== '');
  };
  return {
    engine: `tesseract-${api.Version()}`,
    readPage(page) {
      api = inEnglish;
      const words = read(page, automaticLayout);
      if (spanish === undefined || !isSpanish(words)) return words;
      inSpanish ??= open('spa', spanish());
      api = inSpanish;
      const again = read(page, automaticLayout);
      return again.length > 0 ? again : words;
    },
    readPlace: (place, lines) => read(place, lines === 'one' ? singleLine : singleBlock),
  };
}

function seenWord({ text, bbox, confidence }: z.infer<typeof wordSchema>, line: Line): SeenWord {
  const box = asHighAsItsLine({ left: bbox.x0, top: bbox.y0, right: bbox.x1, bottom: bbox.y1 }, line);
  return { text: text.trim(), box, confidence: Math.min(1, Math.max(0, confidence / 100)) };
}

/** A bar before a word in small letters is the word "I"; before a number or a name it parts two things. */
function barsAsLetters(words: readonly SeenWord[]): SeenWord[] {
  return words.map((word, at) => {
    const isLetter = word.text === '|' && /^\p{Ll}/u.test(words[at + 1]?.text ?? '');
    return isLetter ? { ...word, text: 'I' } : word;
  });
}

/**
 * Boxes of a text layer are as high as the font; those of a recogniser hug the ink, so "a" is half as high as "A". Each
 * word is given the height of its line, but never much more than its own: a line may hold two sizes of print.
 */
function asHighAsItsLine(box: PixelBox, { baseline, rowAttributes }: Line): PixelBox {
  const slope = (baseline.y1 - baseline.y0) / Math.max(1, baseline.x1 - baseline.x0);
  const base = baseline.y0 + slope * ((box.left + box.right) / 2 - baseline.x0);
  const { rowHeight, descenders } = rowAttributes;
  const own = box.bottom - box.top;
  if (rowHeight > own * higherMax || rowHeight <= 0) return box;
  const bottom = Math.round(base + Math.abs(descenders));
  const top = Math.max(0, Math.round(bottom - rowHeight));
  return { ...box, top: Math.min(box.top, top), bottom: Math.max(box.bottom, bottom) };
}
