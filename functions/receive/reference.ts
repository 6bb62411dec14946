import { createHash } from 'node:crypto';

/** Crockford's base 32: no I, L, O or U, so that nobody misreads it on the telephone. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const charactersInCode = 6;

/** LA-2026-7K3M9Q. The same submission and attempt give the same reference, so a step done twice does no harm. */
export function referenceOf(input: { prefix: string; year: string; submissionId: string; attempt: number }): string {
  const hash = createHash('sha256').update(`${input.submissionId}#${input.attempt}`).digest();
  const code = Array.from(hash.subarray(0, charactersInCode), (byte) => alphabet.charAt(byte % alphabet.length));
  return `${input.prefix}-${input.year}-${code.join('')}`;
}
