import { z } from 'zod';

/** What reads bytes of strangers, each by the name it has on the command line. */
export const targets = [
  'mime',
  'headers',
  'tnef',
  'zip',
  'msg',
  'p7m',
  'pdf-scan',
  'pdf',
  'docx',
  'picture',
  'rules',
] as const;
export const targetSchema = z.enum(targets);
export type Target = z.infer<typeof targetSchema>;

export const fuzzJobSchema = z.object({ target: targetSchema, bytes: z.instanceof(Uint8Array) });

/** `says` is empty when the reader kept what it promises. */
export const fuzzAnswerSchema = z.object({ says: z.string() });
