import { z } from 'zod';
import { fileReadingSchema } from '#shared/domain/reading.ts';
import { reasonSchema } from '#shared/domain/reason.ts';
import type { DocumentReader } from '#shared/ports/document-reader.ts';
import { makeContainedPool } from './contained/contained-pool.ts';
import { makeRecentPages } from './recent-pages.ts';

const readAnswerSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('read'), reading: fileReadingSchema }),
  z.object({ outcome: z.literal('refused'), reason: reasonSchema }),
]);
const answerSchema = z.union([readAnswerSchema, z.instanceof(Uint8Array), z.null()]);

export type ContainedDocumentReader = DocumentReader & { close(): Promise<void> };

/** One file gets this long and this much memory, then it is treated as hostile. */
const limits = { deadlineMs: 20_000, rssBytesMax: 1_000_000_000 };
/** Drawn pages of a mail or two, so that the steps after the first need not draw them again. */
const drawnBytesMax = 24_000_000;

/** Opens each document in a child process: a file that kills, stalls or bloats its reader is refused, nothing else. */
export function makeContainedDocumentReader(
  options: { size?: number; deadlineMs?: number; rssBytesMax?: number } = {},
): ContainedDocumentReader {
  const module = new URL('./document-job.ts', import.meta.url);
  const pool = makeContainedPool({ size: 2, ...limits, ...options, module, answerSchema, isAskedAgain: true });
  const drawn = makeRecentPages<Uint8Array>(drawnBytesMax, (page) => page.byteLength);
  return {
    async read({ bytes, mediaType }) {
      const result = await pool.run({ work: 'read', bytes, mediaType });
      const answer = result.outcome === 'done' ? readAnswerSchema.safeParse(result.value) : null;
      return answer?.success ? answer.data : { outcome: 'refused', reason: notOpened };
    },
    draw({ bytes, mediaType }, page, dotsPerInch) {
      return drawn.get({ bytes, wanted: `${mediaType} ${page} ${dotsPerInch}` }, async () => {
        const result = await pool.run({ work: 'draw', bytes, mediaType, page, dotsPerInch });
        return result.outcome === 'done' && result.value instanceof Uint8Array ? result.value : null;
      });
    },
    close: () => pool.close(),
  };
}

const notOpened = {
  code: 'unsafe-file' as const,
  text: 'This file could not be opened safely. Please save it again as PDF and send it once more.',
};
