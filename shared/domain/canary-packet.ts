import { z } from 'zod';
import { approvedTrainingSchema } from './approved-training.ts';
import { bucketSchema } from './credit.ts';
import { specialistSchema } from './person.ts';
import { outcomeSchema } from './submission.ts';

/** What a credit line of the packet has to come to: hours in hundredths, as the ledger counts them. */
const lineSchema = z.object({
  title: z.string(),
  hours: z.number().int().nullable(),
  bucket: bucketSchema.nullable(),
  status: z.enum(['counted', 'not-counted', 'undecided']),
});
export type ExpectedLine = z.infer<typeof lineSchema>;

const expectationSchema = z.object({
  outcome: outcomeSchema,
  /** in the order of their titles */
  credits: z.array(lineSchema),
  /** the page that words its answer */
  letter: z.string(),
});
export type Expectation = z.infer<typeof expectationSchema>;

/** packet.json in the folder `canary` of a programme, beside the files that it names. Nobody in it exists. */
export const packetPageSchema = z.object({
  /** the instant of receipt that the papers are judged by: a packet of this year stays true in the next */
  receivedAs: z.string(),
  subject: z.string(),
  text: z.string(),
  /** the one person on the roster that the packet is judged by; the address is that of whoever sends it */
  person: specialistSchema.omit({ email: true }),
  approved: z.array(approvedTrainingSchema),
  files: z.array(z.object({ name: z.string(), mediaType: z.string() })),
  /** how many papers are read in it */
  papers: z.number().int(),
  /** where senders are proved and pictures are read; and what becomes of it where the one or the other is not done */
  expected: z.object({
    whole: expectationSchema,
    unproved: expectationSchema,
    unread: expectationSchema,
    neither: expectationSchema,
  }),
});
export type PacketPage = z.infer<typeof packetPageSchema>;

/** What the office can do that a packet depends on. */
export type Sight = { sendersProved: boolean; picturesRead: boolean };

export function expectedOf({ expected }: PacketPage, { sendersProved, picturesRead }: Sight): Expectation {
  if (sendersProved) return picturesRead ? expected.whole : expected.unread;
  return picturesRead ? expected.unproved : expected.neither;
}
