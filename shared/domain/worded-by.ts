import { z } from 'zod';

/** The page that a letter was drafted with ("accepted.es"), and the hash of all pages of letters as they stood then. */
export const wordedBySchema = z.object({ letter: z.string(), sha256: z.string() });
export type WordedBy = z.infer<typeof wordedBySchema>;
