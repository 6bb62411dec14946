import type { Decision } from '#shared/domain/decision.ts';
import { runIdOf } from '#shared/domain/ids.ts';
import { noRulings } from '#shared/domain/ruling.ts';
import { submissionIdFor } from './a-submission.ts';
import { ann } from './staff.ts';

/** Ann accepted the mail, and her minute is over. */
export function aDecision(own: Partial<Decision> = {}): Decision {
  const submissionId = own.submissionId ?? submissionIdFor(1);
  return {
    submissionId,
    number: 1,
    runId: runIdOf(submissionId, 2),
    by: ann,
    at: '2026-11-20T16:00:00.000Z',
    takesEffectAt: '2026-11-20T16:01:00.000Z',
    action: 'accept',
    fileId: null,
    rulings: noRulings,
    letter: null,
    reason: null,
    basedOn: { version: 1, corrections: 0, judgementSha256: '0'.repeat(64) },
    needsSecond: null,
    second: null,
    state: 'waiting',
    settledAt: null,
    ...own,
  };
}
