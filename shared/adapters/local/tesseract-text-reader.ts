import { z } from 'zod';
import { type PageReading, pageReadingSchema } from '#shared/domain/reading.ts';
import type { ReadPagePicture } from '#shared/ports/second-reader.ts';
import { drawnTypes, type TextReader } from '#shared/ports/text-reader.ts';
import { unreadPage } from '#shared/reading/unread-page.ts';
import { makeContainedPool } from './contained/contained-pool.ts';

const answerSchema = z.union([pageReadingSchema, z.instanceof(Uint8Array), z.null()]);

/** A page gets this long and this much memory, then it is treated as hostile. */
const limits = { deadlineMs: 60_000, rssBytesMax: 700_000_000 };

export type EmbeddedTextReader = TextReader & {
  /** The page as a PNG as it was read: the flattened sheet of a photo, which its boxes refer to. Null when damaged. */
  showPage(page: ReadPagePicture): Promise<Uint8Array | null>;
  close(): Promise<void>;
};

/**
 * Reads scans, faxes and photos on this machine: Tesseract (compiled to WebAssembly), its English data and its Spanish
 * for pages in Spanish come with the packages, nothing is fetched. Each page is opened and read in a warm child process; a page that kills, stalls or
 * bloats it is `unread`, nothing else.
 */
export function makeTesseractTextReader(
  options: { size?: number; deadlineMs?: number; rssBytesMax?: number } = {},
): EmbeddedTextReader {
  const module = new URL('./picture-job.ts', import.meta.url);
  const pool = makeContainedPool({
    size: 2,
    ...limits,
    ...options,
    module,
    answerSchema,
    hasAddons: true,
    isAskedAgain: true,
  });
  return {
    engine: 'tesseract-core-7-0-0-best-int-eng-or-spa-2',
    draws: drawnTypes,
    async readPage({ bytes, mediaType, page = 1 }): Promise<PageReading> {
      const result = await pool.run({ bytes, mediaType, page, wanted: 'reading' });
      const reading = result.outcome === 'done' ? pageReadingSchema.safeParse(result.value) : null;
      return reading?.success ? reading.data : unreadPage(1, { width: 1, height: 1 }, notRead, 'damaged');
    },
    async showPage({ bytes, mediaType, page = 1, turned }) {
      const result = await pool.run({ bytes, mediaType, page, turned, wanted: 'picture' });
      return result.outcome === 'done' && result.value instanceof Uint8Array ? result.value : null;
    },
    close: () => pool.close(),
  };
}

const notRead = 'This page could not be opened safely. Please send it once more as a PDF or a smaller picture.';
