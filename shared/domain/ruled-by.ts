import { z } from 'zod';
import { staffIdSchema } from './staff.ts';

/** Who differed from the machine, when and why. */
export const ruledBySchema = z.object({ by: staffIdSchema, at: z.string(), reason: z.string() });
export type RuledBy = z.infer<typeof ruledBySchema>;
