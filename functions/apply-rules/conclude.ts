import type { Finding } from '#shared/domain/finding.ts';
import type { Outcome } from '#shared/domain/submission.ts';
import type { Concern } from './concern.ts';

/**
 * Accepted only when nothing at all speaks against it and every rule that applies is met. What the sender can put right
 * goes back to the sender; everything else, and every mixture, goes to a person.
 */
export function concludeOutcome(concerns: readonly Concern[], findings: readonly Finding[], isLate: boolean): Outcome {
  if (concerns.some((one) => one.fixedBy === 'person')) return 'needs-review';
  if (concerns.length > 0) return 'needs-sender';
  const applying = findings.filter((finding) => finding.verdict !== 'does-not-apply');
  if (applying.length === 0 || applying.some((finding) => finding.verdict === 'cannot-tell')) return 'needs-review';
  if (applying.some((finding) => finding.verdict === 'not-met')) return isLate ? 'needs-review' : 'needs-sender';
  return 'accepted';
}
