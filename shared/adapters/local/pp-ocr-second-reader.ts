import { z } from 'zod';
import type { SecondReader } from '#shared/ports/second-reader.ts';
import { drawnTypes } from '#shared/ports/text-reader.ts';
import { makeContainedPool } from './contained/contained-pool.ts';

const idShape = { id: z.string(), confidence: z.number().min(0).max(1) };
const readingSchema = z.discriminatedUnion('look', [
  z.object({ ...idShape, look: z.literal('text'), text: z.string().nullable() }),
  z.object({ ...idShape, look: z.enum(['mark', 'signature']), present: z.boolean().nullable() }),
]);
const answerSchema = z.union([z.array(readingSchema), z.literal(true)]);

/** All places of a page get this long and this much memory, then the page is treated as hostile. */
const limits = { deadlineMs: 60_000, rssBytesMax: 700_000_000 };
const module = new URL('./pp-ocr-job.ts', import.meta.url);

type Options = { size?: number; deadlineMs?: number; rssBytesMax?: number };

export type EmbeddedSecondReader = SecondReader & { close(): Promise<void> };

/** The engine of a machine without the recogniser: marks and signatures are measured again, print is not read again. */
export const measureOnly = 'second-measure-1';

/**
 * Reads places of a page with PP-OCRv4's recogniser of lines: another model, trained by others, than Tesseract's; marks
 * and signatures are judged by a measure of our own. The runtime of the recogniser is an optional package: where it is
 * missing, marks and signatures are all that is looked at.
 */
export async function openPpOcrSecondReader(options: Options = {}): Promise<EmbeddedSecondReader> {
  const hasEngine = await canStart(options);
  const pool = makeContainedPool({
    size: 1,
    ...limits,
    ...options,
    module,
    answerSchema,
    hasAddons: true,
    isAskedAgain: true,
  });
  return {
    ...(hasEngine ? { engine: 'pp-ocr-v4-rec-1' } : { engine: measureOnly, witnesses: ['mark', 'signature'] }),
    draws: drawnTypes,
    async readPlaces({ page = 1, ...picture }, places) {
      if (places.length === 0) return [];
      const asked = places.map(({ id, look, box }) => ({ id, look, box }));
      const result = await pool.run({ wanted: 'readings', hasEngine, ...picture, page, places: asked });
      return result.outcome === 'done' && result.value !== true ? result.value : [];
    },
    close: () => pool.close(),
  };
}

/** A child tries, then goes: the library may be missing, or not be made for this machine. */
async function canStart({ rssBytesMax = limits.rssBytesMax }: Options): Promise<boolean> {
  const pool = makeContainedPool({ ...limits, size: 1, rssBytesMax, module, answerSchema, hasAddons: true });
  const result = await pool.run({ wanted: 'presence' });
  await pool.close();
  return result.outcome === 'done' && result.value === true;
}
