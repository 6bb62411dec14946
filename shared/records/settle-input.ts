import type { Decision } from '#shared/domain/decision.ts';

/** What the run of a decision is started with: ids, and until when it waits. */
export function settleInputOf({ submissionId, runId, takesEffectAt, at }: Decision): Readonly<Record<string, string>> {
  return { submissionId, runId, takesEffectAt: takesEffectAt ?? at };
}
