import { z } from 'zod';

/** The closed list of why something is not simply accepted. The words live where the reason is given. */
export const reasonCodes = [
  'missing-report',
  'missing-certificate',
  'unlisted-certificate',
  'missing-guidance-form',
  'attestation-unsigned',
  'signature-missing',
  'name-mismatch',
  'identity-ambiguous',
  'identity-unknown',
  'sender-unverified',
  'low-confidence',
  'illegible',
  'hours-mismatch',
  'unit-ambiguous',
  'date-missing',
  'hours-missing',
  'date-ambiguous',
  'date-future',
  'out-of-period',
  'duplicate-training',
  'excluded-training',
  'possible-mandatory-training',
  'topic-unclear',
  'ethics-surplus',
  'past-deadline',
  'not-yet-due',
  'encrypted-file',
  'unsupported-file',
  'unsafe-file',
  'too-large',
  'link-instead-of-file',
  'sensitive-document',
  'age-below-minimum',
  'education-evidence-missing',
  'question-unanswered',
  'needs-human-decision',
  'several-people',
] as const;

export const reasonCodeSchema = z.enum(reasonCodes);
export type ReasonCode = z.infer<typeof reasonCodeSchema>;

/** While one of these stands, nobody knows whose papers a mail brought: nothing of it counts, now or later. */
export const doubtsAboutWho: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'sender-unverified',
  'identity-ambiguous',
  'identity-unknown',
  'several-people',
]);

/** `text` is a plain sentence that may be shown to the sender: no diagnosis, no other person's name. */
export const reasonSchema = z.object({
  code: reasonCodeSchema,
  text: z.string(),
  /** 0-based place in the submission's list of documents, where the reason is about one document */
  document: z.number().int().optional(),
  field: z.string().optional(),
});
export type Reason = z.infer<typeof reasonSchema>;
