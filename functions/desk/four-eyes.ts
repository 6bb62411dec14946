import { createHash } from 'node:crypto';
import type { Decision } from '#shared/domain/decision.ts';
import type { FileRecord } from '#shared/domain/document.ts';
import type { SubmissionId } from '#shared/domain/ids.ts';
import type { Judgement } from '#shared/domain/judgement.ts';
import type { Order } from './order.ts';

export type DeskPolicy = {
  /** so long a decision can be taken back */
  undoSeconds: number;
  /** which share of the other decisions a second person looks at, from 0 to 1 */
  secondShare: number;
};

type About = {
  submissionId: SubmissionId;
  number: number;
  files: readonly FileRecord[];
  judgement: Judgement | null;
};

/** Why a second, other person has to agree before anything follows; null when nobody has to. */
export function whySecond(order: Order, about: About, { secondShare }: DeskPolicy): Decision['needsSecond'] {
  if (isAdverse(order, about)) return 'adverse';
  return shareOf(about) < secondShare ? 'random-share' : null;
}

/** It takes something from somebody that cannot simply be given back. */
function isAdverse({ action, rulings }: Order, { files }: About): boolean {
  if (action === 'destroy' || action === 'return') return true;
  if (action === 'not-ours') return files.some(({ isDecoration }) => !isDecoration);
  return (
    rulings.credits.some(({ counts }) => !counts) || rulings.overrides.some(({ verdict }) => verdict === 'not-met')
  );
}

/** From 0 to 1, by the decision's own id: nobody can wait for a luckier moment, and anybody can work it out again. */
function shareOf({ submissionId, number }: About): number {
  const hash = createHash('sha256').update(`${submissionId}#${number}`).digest();
  return hash.readUInt32BE(0) / 2 ** 32;
}
