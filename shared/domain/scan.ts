import { z } from 'zod';

/** Why a scanner said nothing about some bytes. */
export const unscannedCauses = [
  'no-scanner',
  'unavailable',
  'too-large',
  'unsupported',
  'denied',
  'failed',
  'late',
] as const;
export type UnscannedCause = (typeof unscannedCauses)[number];

/** What an office wants done with what its scanner could not look at: a person looks, or the mail goes on as if there were no scanner. */
export const whenUnscanned = ['person', 'go-on'] as const;
export type WhenUnscanned = (typeof whenUnscanned)[number];

/**
 * What is known about some bytes, and since when. There is no "clean": a scanner can only say that it found nothing. `isHeld`: the
 * office counts on its scanner, so what it did not see is for security only, and no mail with it is decided by machine.
 */
export const scanSchema = z.discriminatedUnion('result', [
  z.object({ result: z.literal('nothing-found'), by: z.string(), at: z.string() }),
  z.object({ result: z.literal('threat'), by: z.string(), at: z.string(), name: z.string() }),
  z.object({
    result: z.literal('not-scanned'),
    by: z.string().nullable(),
    at: z.string(),
    because: z.enum(unscannedCauses),
    isHeld: z.boolean(),
  }),
]);
export type Scan = z.infer<typeof scanSchema>;

/** Rows of before there were scanners have none, and were handled by the rules of their time. */
export const isThreat = (scan: Scan | undefined) => scan?.result === 'threat';
export const isHeldUnscanned = (scan: Scan | undefined) => scan?.result === 'not-scanned' && scan.isHeld;
export const mayDoHarm = (scan: Scan | undefined) => isThreat(scan) || isHeldUnscanned(scan);
