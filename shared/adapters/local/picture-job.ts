import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { rasterToPng } from '#shared/reading/picture/decode-picture.ts';
import { prepareAgain } from '#shared/reading/picture/prepare-page.ts';
import { readPicturePage } from '#shared/reading/picture/read-picture-page.ts';
import { type Recogniser, startRecogniser } from '#shared/reading/picture/recognise-words.ts';
import { pagePictureSchema } from './page-picture-schema.ts';

/** What a child process is asked to do with one page. */
const pictureJobSchema = z.discriminatedUnion('wanted', [
  pagePictureSchema.extend({ wanted: z.literal('reading') }),
  pagePictureSchema.extend({ wanted: z.literal('picture'), turned: z.number().int() }),
]);

const { resolve } = createRequire(import.meta.url);
let started: Promise<Recogniser> | null = null;

/** Runs inside the child; the pool calls it by name. The recogniser stays warm between pages. */
export async function answer(input: unknown): Promise<unknown> {
  const job = pictureJobSchema.parse(input);
  if (job.wanted === 'picture') {
    const prepared = await prepareAgain(job, job.turned);
    return prepared === null ? null : rasterToPng(prepared);
  }
  started ??= start();
  return readPicturePage(job, await started);
}

async function start(): Promise<Recogniser> {
  const english = await readFile(resolve('@tesseract.js-data/eng/4.0.0_best_int/eng.traineddata.gz'));
  const spanish = () => readFileSync(resolve('@tesseract.js-data/spa/4.0.0_best_int/spa.traineddata.gz'));
  return startRecogniser({ english: gunzipSync(english), spanish: () => gunzipSync(spanish()) });
}
