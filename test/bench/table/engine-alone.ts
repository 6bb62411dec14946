import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { drawnTypes, ownPictureTypes } from '#shared/ports/text-reader.ts';
import { rasterToPng } from '#shared/reading/picture/decode-picture.ts';
import { prepareAgain } from '#shared/reading/picture/prepare-page.ts';

export type Picture = { bytes: Uint8Array; mediaType: string };

/** The very picture that our reader shows the engine, made beforehand: drawn as large, straight, evenly lit. */
async function pageForEngine({ bytes, mediaType }: Picture): Promise<Uint8Array> {
  const type = [...ownPictureTypes, ...drawnTypes].find((one) => one === mediaType);
  const prepared = type === undefined ? null : await prepareAgain({ bytes, mediaType: type }, 0);
  if (prepared === null) throw new Error('a page of the bench cannot be drawn');
  return rasterToPng(prepared);
}

/**
 * Milliseconds of processor for one plain pass of the engine over each page, warm, and nothing else. As many engines at once as there are
 * cores, as our readers are: both are measured on a machine that is as busy.
 */
export async function engineAlone(pictures: readonly Picture[]): Promise<number> {
  const pages = await Promise.all(pictures.map(pageForEngine));
  const engines = Array.from({ length: availableParallelism() }, (_, at) =>
    startEngine(pages.filter((_page, number) => number % availableParallelism() === at)),
  );
  await Promise.all(engines.map(hasSaid('warm')));
  const before = process.cpuUsage();
  for (const engine of engines) engine.postMessage('read');
  await Promise.all(engines.map(hasSaid('done')));
  const { user, system } = process.cpuUsage(before);
  await Promise.all(engines.map((engine) => engine.terminate()));
  return (user + system) / 1000;
}

const startEngine = (pages: readonly Uint8Array[]) =>
  new Worker(new URL('./bare-engine.ts', import.meta.url), { workerData: pages });

const hasSaid = (word: 'warm' | 'done') => async (engine: Worker) => {
  const [said] = await once(engine, 'message');
  if (said !== word) throw new Error(`the engine said ${said} where it was to say ${word}`);
};
