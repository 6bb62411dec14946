import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gunzipSync } from 'node:zlib';
import tesseractCore from 'tesseract.js-core/tesseract-core-simd-lstm.js';
import { drawnTypes, ownPictureTypes } from '#shared/ports/text-reader.ts';
import { rasterToPng } from '#shared/reading/picture/decode-picture.ts';
import { prepareAgain } from '#shared/reading/picture/prepare-page.ts';

const { resolve } = createRequire(import.meta.url);

export type Picture = { bytes: Uint8Array; mediaType: string };
type BareEngine = (file: Uint8Array) => void;

/** The engine as its package gives it, nothing of ours around it: it takes the file of a picture, finds the lines and reads them. */
async function bareEngine(): Promise<BareEngine> {
  const english = readFileSync(resolve('@tesseract.js-data/eng/4.0.0_best_int/eng.traineddata.gz'));
  const quiet = () => undefined;
  const core = await tesseractCore({ print: quiet, printErr: quiet, TesseractProgress: quiet });
  core.FS.writeFile('./eng.traineddata', gunzipSync(english));
  const api = new core.TessBaseAPI();
  if (api.Init(null, 'eng', 1) !== 0) throw new Error('the language data does not load');
  api.SetVariable('tessedit_pageseg_mode', '3');
  return (file) => {
    core.FS.writeFile('/input', file);
    api.SetImageFile(1, 0);
    api.Recognize(null);
    api.GetJSONText();
  };
}

/** The very picture that our reader shows the engine, made beforehand: drawn as large, straight, evenly lit. */
async function pageForEngine({ bytes, mediaType }: Picture): Promise<Uint8Array> {
  const type = [...ownPictureTypes, ...drawnTypes].find((one) => one === mediaType);
  const prepared = type === undefined ? null : await prepareAgain({ bytes, mediaType: type }, 0);
  if (prepared === null) throw new Error('a page of the bench cannot be drawn');
  return rasterToPng(prepared);
}

/** Milliseconds of processor for one plain pass of the engine over each page, warm, and nothing else. */
export async function engineAlone(pictures: readonly Picture[]): Promise<number> {
  const read = await bareEngine();
  const pages = await Promise.all(pictures.map(pageForEngine));
  for (const page of pages.slice(0, 2)) read(page);
  const before = process.cpuUsage();
  for (const page of pages) read(page);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
