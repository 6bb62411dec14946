import { createHash } from 'node:crypto';
import type { Judgement } from '#shared/domain/judgement.ts';

/** What a page showed before anything was typed into it: the judgement with the first `corrections` corrections. */
export type ShownJudgement = { corrections: number; judgementSha256: string };

/** What colleagues suggest, and pages that judge nothing yet, change nothing that anybody decides by. */
const besides: ReadonlySet<string> = new Set(['suggestion', 'shadow']);

export function judgementSha256(judgement: Judgement | null): string {
  const text = JSON.stringify(judgement, (key, value: unknown) => (besides.has(key) ? undefined : value));
  return createHash('sha256').update(text).digest('hex');
}
