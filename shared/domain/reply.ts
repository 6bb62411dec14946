import { z } from 'zod';
import { submissionIdSchema } from './ids.ts';
import { staffIdSchema } from './staff.ts';

/** A mail that brought a case back which waited for its sender. Its papers are judged as its own: nothing of them counts by this row. */
export const replySchema = z.object({
  submissionId: submissionIdSchema,
  reference: z.string(),
  at: z.string(),
  /** it came from who the case is from, or is about the same year of the same person; else somebody named the case */
  isOwn: z.boolean(),
  /** somebody of the office said that it does not belong to the case; `takenBack`: and later that it does */
  apart: z
    .object({
      ...{ by: staffIdSchema, at: z.string(), because: z.string() },
      takenBack: z.object({ by: staffIdSchema, at: z.string(), because: z.string() }).optional(),
    })
    .nullable(),
});
export type Reply = z.infer<typeof replySchema>;

export const isApart = ({ apart }: Reply): boolean => apart !== null && apart.takenBack === undefined;

/** What the case says while a reply is new. */
export const replyCameText = ({ reference, isOwn }: Pick<Reply, 'reference' | 'isOwn'>, isWhole: boolean): string =>
  isOwn
    ? `A reply came: ${reference}.${isWhole ? ' By the rules nothing is missing now.' : ''}`
    : `A mail from another address names this case: ${reference}. Look whether it belongs here.`;
