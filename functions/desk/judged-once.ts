import type { Judgement } from '#shared/domain/judgement.ts';
import { noRulings } from '#shared/domain/ruling.ts';
import type { WhatIf } from './try-out.ts';

/**
 * "What if" for one answer to one person, who was shown the first `made` corrections: what is saved, what is ruled and what stood
 * there before are often the same question, and a mail of many trainings takes a while to judge.
 */
export function judgedOnce(whatIf: WhatIf, made: number): WhatIf {
  const judged = new Map<string, Promise<Judgement | null>>();
  return ({ correctedUntil = made, changes = [], rulings = noRulings, ...about }) => {
    const asked = { ...about, changes, rulings, correctedUntil: Math.min(correctedUntil, made) };
    const question = JSON.stringify([
      about.submissionId,
      about.without ?? null,
      changes,
      rulings,
      asked.correctedUntil,
    ]);
    const answer = judged.get(question) ?? whatIf(asked);
    judged.set(question, answer);
    return answer;
  };
}
