import { z } from 'zod';

/** One protocol's own word. Whatever is none of these is `unknown`. */
const words = ['pass', 'fail', 'softfail', 'neutral', 'none', 'policy', 'permerror', 'temperror', 'unknown'] as const;
const wordSchema = z.enum(words);
export type CheckWord = z.infer<typeof wordSchema>;
export const checkWordOf = (text: string | undefined): CheckWord => wordSchema.catch('unknown').parse(text);

/**
 * What is known of whether a mail comes from the domain that it names. `by`: a server of ours in front wrote it, this machine looked it
 * up itself, or nobody looked.
 */
export const senderCheckSchema = z.object({
  by: z.enum(['receipt', 'ourselves', 'nobody']),
  dmarc: wordSchema,
  /** what the domain asks to be done with a mail that fails; null where nobody told */
  policy: z.enum(['none', 'quarantine', 'reject']).nullable(),
  spf: wordSchema.nullable(),
  dkim: wordSchema.nullable(),
});
export type SenderCheck = z.infer<typeof senderCheckSchema>;

export const notChecked: SenderCheck = { by: 'nobody', dmarc: 'unknown', policy: null, spf: null, dkim: null };

/** Anything but the literal pass is no proof; only the literal fail is a disproof. */
export function authenticationOf({ dmarc }: Pick<SenderCheck, 'dmarc'>): 'pass' | 'fail' | 'unknown' {
  return dmarc === 'pass' || dmarc === 'fail' ? dmarc : 'unknown';
}

/** How far somebody is known by their mail. A proved domain is not a proved human: shared mailboxes are normal. */
export const identityLevels = ['none', 'domain', 'address-on-file', 'confirmed'] as const;

/** Kept with each mail as it was when it came: the roster changes, what was known then does not. */
export const senderStandingSchema = z.object({
  check: senderCheckSchema,
  level: z.enum(identityLevels),
  isOnFile: z.boolean(),
});
export type SenderStanding = z.infer<typeof senderStandingSchema>;

/** `isConfirmed`: the owner of the address answered a letter to the one that was on file before it. */
export function senderStanding(
  check: SenderCheck,
  { isOnFile, isConfirmed }: { isOnFile: boolean; isConfirmed: boolean },
): SenderStanding {
  const isProved = authenticationOf(check) === 'pass';
  const known = isConfirmed ? 'confirmed' : 'address-on-file';
  return { check, isOnFile, level: isProved ? (isOnFile ? known : 'domain') : 'none' };
}
