import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gunzipSync } from 'node:zlib';
import { drawDocument } from '#shared/reading/draw-document.ts';
import { rasterToPng } from '#shared/reading/picture/decode-picture.ts';
import { prepareAgain } from '#shared/reading/picture/prepare-page.ts';
import { type Recogniser, startRecogniser } from '#shared/reading/picture/recognise-words.ts';

const { resolve } = createRequire(import.meta.url);

export async function bareRecogniser(): Promise<Recogniser> {
  const english = readFileSync(resolve('@tesseract.js-data/eng/4.0.0_best_int/eng.traineddata.gz'));
  return startRecogniser({ english: gunzipSync(english) });
}

/** The page as the engine is given it, made beforehand: straight, evenly lit, as large as print wants to be. */
export async function pageForEngine({ bytes, mediaType }: Picture): Promise<Uint8Array> {
  const drawn = mediaType === 'application/pdf' ? await drawDocument({ bytes, mediaType }, 1, 300) : bytes;
  const prepared = drawn === null ? null : await prepareAgain(drawn, 1, 0);
  if (prepared === null) throw new Error('a page of the bench cannot be drawn');
  return rasterToPng(prepared);
}

export type Picture = { bytes: Uint8Array; mediaType: string };

/** Milliseconds of processor for one plain pass of the engine over each page, warm, and nothing else. */
export async function engineAlone(pictures: readonly Picture[]): Promise<number> {
  const recogniser = await bareRecogniser();
  const pages = await Promise.all(pictures.map(pageForEngine));
  const [first] = pages;
  if (first !== undefined) recogniser.readPage(first);
  const before = process.cpuUsage();
  for (const page of pages) recogniser.readPage(page);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
