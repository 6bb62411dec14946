import { z } from 'zod';

export const specialistSchema = z.object({
  specialistId: z.string().min(1),
  legalName: z.string().min(1),
  otherNames: z.array(z.string()),
  email: z.string().nullable(),
  credentialType: z.string().min(1),
  /** day the initial training was completed; null when the roster does not say */
  initialTrainingDate: z.string().nullable(),
  /** day the credential was given: what periods are counted from where they are not calendar years. Not every roster has it. */
  certifiedOn: z.string().nullable().optional(),
  /** in which the person asked to be written to, by its code ("es"); left out or null: nobody asked. Not every roster has it. */
  language: z.string().nullable().optional(),
  status: z.string(),
  employer: z.string().nullable(),
});
export type Specialist = z.infer<typeof specialistSchema>;

export const matchKindSchema = z.enum(['exact', 'likely', 'ambiguous', 'none']);
export type MatchKind = z.infer<typeof matchKindSchema>;

/** One person that a mail speaks of. `specialistId` is null for ambiguous and none. */
export const matchedPersonSchema = z.object({
  specialistId: z.string().nullable(),
  name: z.string(),
  match: matchKindSchema,
  /** what the match rests on, in words a reviewer can check */
  evidence: z.array(z.string()),
  /** specialist ids of everybody it could be, when ambiguous */
  candidates: z.array(z.string()),
  /** 0-based places in the submission's documents that bear this person's name */
  documents: z.array(z.number().int()),
});
export type MatchedPerson = z.infer<typeof matchedPersonSchema>;
