import { z } from 'zod';
import type { SecondReader } from '#shared/ports/second-reader.ts';
import { makeContainedPool } from './contained/contained-pool.ts';
import { noSecondReader } from './no-second-reader.ts';

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

/**
 * Reads places of a page with PP-OCRv4's recogniser of lines: another model, trained by others, than Tesseract's. The
 * runtime it needs is an optional package; where it is missing the reader is the one that reads nothing (engine `none`).
 */
export async function openPpOcrSecondReader(options: Options = {}): Promise<EmbeddedSecondReader> {
  if (!(await canStart(options))) return { ...noSecondReader, close: async () => undefined };
  const pool = makeContainedPool({ size: 1, ...limits, ...options, module, answerSchema, hasAddons: true });
  return {
    engine: 'pp-ocr-v4-rec-1',
    async readPlaces({ bytes, page = 1, turned }, places) {
      if (places.length === 0) return [];
      const asked = places.map(({ id, look, box }) => ({ id, look, box }));
      const result = await pool.run({ wanted: 'readings', bytes, page, turned, places: asked });
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
