import tesseractCore from 'tesseract.js-core/tesseract-core-simd-lstm.js';
import { z } from 'zod';
import type { PixelBox } from './find-rulings.ts';

/** A word as the recogniser gives it; confidence 0..1. */
export type SeenWord = { text: string; box: PixelBox; confidence: number };

/** Reads print from a PNG. One page at a time. */
export type Recogniser = {
  readonly engine: string;
  recognise(png: Uint8Array): SeenWord[];
  /** one place of the page that was read last, as a single line */
  lookAgain(place: PixelBox): SeenWord[];
};

const bboxSchema = z.object({ x0: z.number(), y0: z.number(), x1: z.number(), y1: z.number() });
const wordSchema = z.object({ bbox: bboxSchema, text: z.string(), confidence: z.number() });
const lineSchema = z.object({ words: z.array(wordSchema) });
const pageSchema = z.object({
  blocks: z.array(z.object({ paragraphs: z.array(z.object({ lines: z.array(lineSchema) })).optional() })).nullable(),
});

/** Of Tesseract's own numbering. */
const neuralOnly = 1;
const automaticLayout = '3';
const singleLine = '7';
/** The one name the compiled engine reads from, in its own memory. */
const pageFile = '/input';

/** `trainedData` is the unpacked English language file; nothing is fetched. */
export async function startRecogniser(trainedData: Uint8Array): Promise<Recogniser> {
  const quiet = () => undefined;
  const core = await tesseractCore({ print: quiet, printErr: quiet, TesseractProgress: quiet });
  core.FS.writeFile('./eng.traineddata', trainedData);
  const api = new core.TessBaseAPI();
  if (api.Init(null, 'eng', neuralOnly) !== 0) throw new Error('the language data does not load');
  const wordsNow = (): SeenWord[] => {
    api.Recognize(null);
    const page = pageSchema.parse(JSON.parse(api.GetJSONText()));
    const lines = (page.blocks ?? []).flatMap(({ paragraphs }) => (paragraphs ?? []).flatMap((one) => one.lines));
    return lines.flatMap(({ words }) => words.map(seenWord)).filter(({ text }) => text !== '');
  };
  return {
    engine: `tesseract-${api.Version()}`,
    recognise(png) {
      core.FS.writeFile(pageFile, png);
      if (api.SetImageFile(1, 0) === 1) return [];
      api.SetVariable('tessedit_pageseg_mode', automaticLayout);
      return wordsNow();
    },
    lookAgain({ left, top, right, bottom }) {
      api.SetVariable('tessedit_pageseg_mode', singleLine);
      api.SetRectangle(left, top, right - left + 1, bottom - top + 1);
      return wordsNow();
    },
  };
}

function seenWord({ text, bbox, confidence }: z.infer<typeof wordSchema>): SeenWord {
  const box = { left: bbox.x0, top: bbox.y0, right: bbox.x1, bottom: bbox.y1 };
  return { text: text.trim(), box, confidence: Math.min(1, Math.max(0, confidence / 100)) };
}
