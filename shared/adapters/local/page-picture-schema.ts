import { z } from 'zod';
import { drawnTypes, ownPictureTypes } from '#shared/ports/text-reader.ts';

/** One page as a child process is given it: its own picture, or the file in which it is drawn. */
export const pagePictureSchema = z.object({
  bytes: z.instanceof(Uint8Array),
  mediaType: z.enum([...ownPictureTypes, ...drawnTypes]),
  page: z.number().int().min(1),
});
