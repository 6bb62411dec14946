import type { Reason, ReasonCode } from './reason.ts';

/**
 * What kind of question a reason puts, the weightiest first: whose papers these are; whether they are safe to handle; what
 * somebody has to judge; what could not be read for certain; what the sender has yet to bring.
 */
const weights = {
  'sender-unverified': 1,
  'identity-ambiguous': 1,
  'identity-unknown': 1,
  'several-people': 1,
  'name-mismatch': 1,
  'unsafe-file': 2,
  'sensitive-document': 2,
  'needs-human-decision': 3,
  'question-unanswered': 3,
  'past-deadline': 3,
  'not-yet-due': 3,
  'out-of-period': 3,
  'age-below-minimum': 3,
  'excluded-training': 3,
  'possible-mandatory-training': 3,
  'duplicate-training': 3,
  'topic-unclear': 3,
  'ethics-surplus': 3,
  'hours-mismatch': 4,
  'unit-ambiguous': 4,
  'date-ambiguous': 4,
  'date-future': 4,
  'low-confidence': 4,
  illegible: 4,
  'encrypted-file': 4,
  'unsupported-file': 4,
  'too-large': 4,
  'link-instead-of-file': 4,
  'missing-report': 5,
  'missing-certificate': 5,
  'unlisted-certificate': 5,
  'missing-guidance-form': 5,
  'attestation-unsigned': 5,
  'signature-missing': 5,
  'date-missing': 5,
  'hours-missing': 5,
  'education-evidence-missing': 5,
} as const satisfies Record<ReasonCode, 1 | 2 | 3 | 4 | 5>;

/** The weightiest first; those of one weight as they were given. */
export function byWeight(reasons: readonly Reason[]): Reason[] {
  return reasons.toSorted((one, other) => weights[one.code] - weights[other.code]);
}
