import { z } from 'zod';
import { documentKindSchema } from './document.ts';
import { findingSchema } from './finding.ts';
import { submissionIdSchema } from './ids.ts';
import { staffIdSchema } from './staff.ts';

/** Whether everything that is asked for has come. Says nothing about who may join: a person says that. */
export const completenessSchema = z.enum(['complete', 'incomplete', 'cannot-tell']);
export type Completeness = z.infer<typeof completenessSchema>;

/** here: it came where it belongs. elsewhere: it is meant for another address. somebody-else: it names another office. */
export const destinationSchema = z.enum(['here', 'elsewhere', 'somebody-else', 'not-known']);
export type Destination = z.infer<typeof destinationSchema>;

/**
 * Somebody's application for a training, over all the mails that belong to it. Kept under its own id: an applicant is on no
 * roster. What a person tells of themselves is not in it, and nothing in it is a score.
 */
export const applicationSchema = z.object({
  applicationId: z.string().min(1),
  /** of the mail that brought it first: what the applicant may quote */
  reference: z.string(),
  form: documentKindSchema,
  /** the programme's word; null where the form is not one of ours for certain */
  credential: z.string().nullable(),
  /** as read from the form; null where it could not be read */
  name: z.string().nullable(),
  bornOn: z.string().nullable(),
  /** who sent it, and whether the receiving server proved it: only a proved address completes it by a later mail */
  address: z.string().nullable(),
  isProved: z.boolean(),
  /** our clock when the form came first: the instant that counts, whatever follows */
  receivedAt: z.string(),
  /** when the last piece came with which it was complete */
  completeSince: z.string().nullable(),
  /** the class or day asked for, as written */
  classWished: z.string().nullable(),
  submissions: z.array(submissionIdSchema),
  /** its papers, by mail, file and place in the file: a mail may hold those of others too */
  papers: z.array(z.string()),
  /** false once a person set the mails that brought it aside as not the office's: it leaves the list, and is kept */
  isOurs: z.boolean().default(true),
  /** what a person last decided about it; accept: it is complete and stands in the list. Nobody is chosen or refused by it */
  decided: z
    .object({ action: z.enum(['accept', 'ask-sender']), by: staffIdSchema, at: z.string() })
    .nullable()
    .default(null),
  completeness: completenessSchema,
  /** sentences on what has come and what is still needed, fit for a letter */
  here: z.array(z.string()),
  missing: z.array(z.string()),
  destination: destinationSchema,
  /** sentences on where the form is meant to go, fit for a letter */
  directions: z.array(z.string()),
  findings: z.array(findingSchema),
  shadow: z.array(findingSchema),
});
export type Application = z.infer<typeof applicationSchema>;
