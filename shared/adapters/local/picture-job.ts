import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { readPicturePage } from '#shared/reading/picture/read-picture-page.ts';
import { type Recogniser, startRecogniser } from '#shared/reading/picture/recognise-words.ts';

/** What a child process is asked to do with one page. */
const pictureJobSchema = z.object({
  bytes: z.instanceof(Uint8Array),
  page: z.number().int().min(1),
  wanted: z.enum(['reading', 'picture']),
});

const { resolve } = createRequire(import.meta.url);
let started: Promise<Recogniser> | null = null;

/** Runs inside the child; the pool calls it by name. The recogniser stays warm between pages. */
export async function answer(input: unknown): Promise<unknown> {
  const { bytes, page, wanted } = pictureJobSchema.parse(input);
  started ??= start();
  const { reading, prepared } = await readPicturePage(bytes, page, await started);
  return wanted === 'reading' ? reading : prepared;
}

async function start(): Promise<Recogniser> {
  const packed = await readFile(resolve('@tesseract.js-data/eng/4.0.0_best_int/eng.traineddata.gz'));
  return startRecogniser(gunzipSync(packed));
}
