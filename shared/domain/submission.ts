import { z } from 'zod';
import { itemOfSchema } from './batch.ts';
import { runIdSchema, submissionIdSchema } from './ids.ts';
import { agreedOrderSchema } from './quarantine.ts';
import { reasonSchema } from './reason.ts';
import { scanSchema } from './scan.ts';
import { senderStandingSchema } from './sender-check.ts';

export const outcomes = [
  'accepted',
  'needs-review',
  'needs-sender',
  'duplicate',
  'not-a-submission',
  'quarantined',
  // a mail about many people: each has a case of their own
  'split',
] as const;
export const outcomeSchema = z.enum(outcomes);
export type Outcome = z.infer<typeof outcomeSchema>;

/** What the receiving server saw; the mail's own headers are claims. Kept beside the raw mail. */
export const envelopeSchema = z.object({
  mailFrom: z.string(),
  recipients: z.array(z.string()),
  remoteAddress: z.string().nullable(),
  /** how the other server greeted us; left out where nobody told */
  helo: z.string().optional(),
  /** when the last byte was taken: the instant deadlines are judged by */
  receivedAt: z.string(),
  /** whose clock said so: ours, that of the mail server in front, of SES, or of the bucket; left out in rows of before, and for files */
  receivedBy: z.enum(['clock', 'mail-server', 'ses', 'bucket']).optional(),
  /** what our own clock said when another's is believed */
  takenAt: z.string().optional(),
});
export type Envelope = z.infer<typeof envelopeSchema>;

/** How sure we are that the mail comes from the address it names. `pass` is a literal DMARC pass of the receiver, nothing else. */
export const authenticationSchema = z.enum(['pass', 'fail', 'unknown']);

/** The headers that matter, read by our own reader, once the mail is opened. */
export const mailFactsSchema = z.object({
  messageId: z.string().nullable(),
  from: z.string().nullable(),
  fromName: z.string().nullable(),
  subject: z.string(),
  /** the Date header as an instant: evidence only, null when unreadable */
  headerDate: z.string().nullable(),
  references: z.array(z.string()),
  isAutomatic: z.boolean(),
  authentication: authenticationSchema,
  /** what that rests on, and how far the sender was known when it came; left out in rows of before */
  sender: senderStandingSchema.optional(),
  /** warnings of the pre-scan and of the two parsers, e.g. unclosed, dup-from, disagree */
  flags: z.array(z.string()),
  /** links to file shares found in the text; shown, never fetched */
  fileLinks: z.array(z.string()),
  /** true when the person wrote more than a greeting: a question a person should see */
  bodyText: z.string(),
});
export type MailFacts = z.infer<typeof mailFactsSchema>;

/** One mail, from its receipt to its outcome. */
export const submissionSchema = z.object({
  submissionId: submissionIdSchema,
  runId: runIdSchema,
  /** LA-2026-7K3M9Q: what the sender may quote */
  reference: z.string(),
  rawKey: z.string(),
  rawSha256: z.string(),
  rawBytes: z.number().int(),
  envelope: envelopeSchema,
  state: z.enum(['received', 'opened', 'decided', 'set-aside']),
  mail: mailFactsSchema.nullable(),
  /** how many files were found in it, logos too, for the ledger; left out until it is opened, and in rows of before */
  filesFound: z.number().int().optional(),
  /** what a scanner said of the raw mail; left out until it is opened, and in rows of before */
  scan: scanSchema.optional(),
  /** what two people of security ordered for a mail that was held back; left out where nobody did */
  quarantineOrder: agreedOrderSchema.optional(),
  outcome: outcomeSchema.nullable(),
  reasons: z.array(reasonSchema),
  /** those that were there when the mail had been opened: judging it anew begins with them. Left out until it is judged */
  openingReasons: z.array(reasonSchema).optional(),
  /** into how many items it was split; left out where it is one case */
  items: z.number().int().optional(),
  /** where it is an item of a mail about many people */
  itemOf: itemOfSchema.optional(),
  /** the earlier submission that this one repeats */
  duplicateOf: submissionIdSchema.nullable(),
  decidedAt: z.string().nullable(),
  /** the run of a person's decision that judged it last; left out while only the machine has */
  judgedBy: runIdSchema.optional(),
  /** when the intake machine was through with it. Until then the row stands in index2 under `SUBMISSIONS#OPEN`. */
  filedAt: z.string().nullable(),
});
export type Submission = z.infer<typeof submissionSchema>;
