import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { gunzipSync } from 'node:zlib';
import tesseractCore from 'tesseract.js-core/tesseract-core-simd-lstm.js';
import { z } from 'zod';

const { resolve } = createRequire(import.meta.url);

/** The engine as its package gives it, nothing of ours around it: it takes the file of a picture, finds the lines and reads them. */
async function bareEngine(): Promise<(file: Uint8Array) => void> {
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

/** A thread of `engineAlone`: says when it is warm, and when it has read its pages. */
const pages = z.array(z.instanceof(Uint8Array)).parse(workerData);
const read = await bareEngine();
for (const page of pages.slice(0, 2)) read(page);
parentPort?.once('message', () => {
  for (const page of pages) read(page);
  parentPort?.postMessage('done');
});
parentPort?.postMessage('warm');
