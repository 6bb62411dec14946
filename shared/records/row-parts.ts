import { createHash } from 'node:crypto';
import { z } from 'zod';
import { creditSchema } from '#shared/domain/credit.ts';
import { findingSchema } from '#shared/domain/finding.ts';

type Lists = { credits: readonly object[]; findings: readonly object[]; shadow: readonly object[] };

/** Well below the 100 kB that a row may hold. */
const rowBytes = 80_000;
const sizeOf = (body: unknown) => new TextEncoder().encode(JSON.stringify(body)).length;

/**
 * In how many rows of their own the credits and findings stand, where one row could not hold them; `run`: which of them belong
 * to this head. Left out in rows that were written before it was kept.
 */
export const partsSchema = { parts: z.number().int().default(0), run: z.string().optional() };

/** The credits and findings of a ledger, as a part of it keeps them. */
export const ledgerPartSchema = z.object({
  credits: z.array(creditSchema),
  findings: z.array(findingSchema),
  shadow: z.array(findingSchema),
});

/** What fits one row stays whole; else a head without its lists, and the rows that it names by `run`, a hash of the whole. */
export function inParts<Whole extends Lists>(
  whole: Whole,
): { head: Whole | (Whole & { parts: number; run: string }); parts: Lists[]; run: string } {
  const run = createHash('sha256').update(JSON.stringify(whole)).digest('hex').slice(0, 16);
  if (sizeOf(whole) <= rowBytes) return { head: whole, parts: [], run };
  const parts = partsOf(whole);
  return { head: { ...whole, credits: [], findings: [], shadow: [], parts: parts.length, run }, parts, run };
}

function partsOf({ credits, findings, shadow }: Lists): Lists[] {
  const parts: { credits: object[]; findings: object[]; shadow: object[] }[] = [];
  let room = 0;
  const partFor = (item: unknown) => {
    const size = sizeOf(item);
    const last = parts.at(-1);
    if (last && size <= room) {
      room -= size;
      return last;
    }
    const next = { credits: [], findings: [], shadow: [] };
    room = rowBytes - size;
    parts.push(next);
    return next;
  };
  for (const credit of credits) partFor(credit).credits.push(credit);
  for (const finding of findings) partFor(finding).findings.push(finding);
  for (const finding of shadow) partFor(finding).shadow.push(finding);
  return parts;
}
