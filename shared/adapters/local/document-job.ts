import { z } from 'zod';
import { drawDocument } from '#shared/reading/draw-document.ts';
import { openDocument } from '#shared/reading/open-document.ts';

/** What a child process is asked to do with one file. */
export const documentJobSchema = z.discriminatedUnion('work', [
  z.object({ work: z.literal('read'), bytes: z.instanceof(Uint8Array), mediaType: z.string() }),
  z.object({
    work: z.literal('draw'),
    bytes: z.instanceof(Uint8Array),
    mediaType: z.string(),
    page: z.number().int(),
    dotsPerInch: z.number(),
  }),
]);

/** Runs inside the child; the pool calls it by name. */
export async function answer(input: unknown): Promise<unknown> {
  const job = documentJobSchema.parse(input);
  const file = { bytes: job.bytes, mediaType: job.mediaType };
  return job.work === 'read' ? openDocument(file) : drawDocument(file, job.page, job.dotsPerInch);
}
