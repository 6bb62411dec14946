import { z } from 'zod';
import { type SubmissionId, submissionIdSchema } from './ids.ts';

/** The header by which our own inbox knows a packet of its own; nobody else has a reason to write it. */
export const canaryHeader = 'X-Intake-Canary';

/** How an id of ours begins whose mail is the canary's. Every other id begins with its time, in figures. */
const idsBegin = 'sub_canary';

export const canaryIdOf = (next: string): SubmissionId => submissionIdSchema.parse(`${idsBegin}${next}`);

/** Its rows lie apart from the programme's (shared/records/own-space.ts). */
export const isCanaryId = (id: string): boolean => id.startsWith(idsBegin);

/** The person of the packet writes from here, and is answered here: an address of the same domain as the inbox. */
export const canaryAddressOf = (inbox: string): string => `canary@${inbox.split('@')[1] ?? 'localhost'}`;

/** In words without anything of a paper; what each means stands in the runbook. */
export const differences = [
  'not-arrived',
  'not-filed',
  'late',
  'sender-not-proved',
  'outcome',
  'papers',
  'picture-not-read',
  'what-counts',
  'no-answer',
  'answer-not-sent',
  'answer-not-back',
  'answer-to-another',
  'answer-says-otherwise',
] as const;
export const differenceSchema = z.enum(differences);
export type Difference = z.infer<typeof differenceSchema>;

/** One packet that was mailed. `tokenHash` stands in for the token, which is kept nowhere. */
export const canaryRunSchema = z.object({
  submissionId: submissionIdSchema,
  tokenHash: z.string(),
  /** from whom and to whom it went */
  from: z.string(),
  sentAt: z.string(),
  /** the instant of receipt that its papers are judged by, whatever the year is */
  receivedAs: z.string(),
  /** the bytes that spent the token; null: none yet */
  spentBy: z.string().nullable(),
  /** the Message-ID that it came with: its answer names it */
  messageId: z.string().nullable(),
  /** when the answer to it came to the address that it was sent from; null: not yet */
  answerBackAt: z.string().nullable(),
  /** what was found when it was looked at; null: nobody has looked */
  differs: z.array(differenceSchema).nullable(),
});
export type CanaryRun = z.infer<typeof canaryRunSchema>;

/** One packet in so many hours, since a page of a picture costs; after one that differed the next at once, to see whether it is mended. */
const hoursBetween = 24;
/** A round may begin a little sooner than that of the day before. */
const slackMs = 10 * 60_000;

export function isTimeForPacket(last: CanaryRun | null, now: string): boolean {
  if (last === null) return true;
  if (last.differs !== null && last.differs.length > 0) return true;
  return Date.parse(now) - Date.parse(last.sentAt) >= hoursBetween * 3_600_000 - slackMs;
}

/** A packet is answered in two or three minutes. */
const minutesMost = 15;
export const isLate = ({ sentAt }: CanaryRun, at: string): boolean =>
  Date.parse(at) - Date.parse(sentAt) > minutesMost * 60_000;
