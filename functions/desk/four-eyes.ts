import { createHash } from 'node:crypto';
import { type Decision, isPaperAction } from '#shared/domain/decision.ts';
import type { FileRecord } from '#shared/domain/document.ts';
import type { SubmissionId } from '#shared/domain/ids.ts';
import type { Order } from './order.ts';

export type DeskPolicy = {
  /** so long a decision can be taken back */
  undoSeconds: number;
  /** which share of the other decisions a second person looks at, from 0 to 1 */
  secondShare: number;
};

type About = {
  submissionId: SubmissionId;
  files: readonly FileRecord[];
  /** in words, what somebody would lose by it */
  lost: readonly string[];
  /** decisions about the same mail, whatever became of them */
  earlier: readonly Decision[];
};

/**
 * Why a second, other person has to agree before anything follows; `needsSecond` null when nobody has to. Whatever takes
 * something away, a ruling, a correction or a private paper, is looked at by its effect (what-is-lost.ts).
 */
export function whySecond(
  order: Order,
  about: About,
  { secondShare }: DeskPolicy,
): Pick<Decision, 'needsSecond' | 'lost'> {
  if (about.lost.length > 0) return { needsSecond: 'adverse', lost: [...about.lost] };
  if (isAdverse(order, about)) return { needsSecond: 'adverse' };
  return { needsSecond: shareOf(about) < secondShare ? 'random-share' : null };
}

/** It takes something from somebody that cannot simply be given back. */
function isAdverse({ action, rulings }: Order, { files }: About): boolean {
  if (action === 'destroy' || action === 'return') return true;
  if (action === 'not-ours') return files.some(({ isDecoration }) => !isDecoration);
  return (
    rulings.credits.some(({ counts }) => !counts) || rulings.overrides.some(({ verdict }) => verdict === 'not-met')
  );
}

/**
 * From 0 to 1, by the mail and how often it was decided for good: nobody can wait for a luckier moment, what is taken back or
 * not agreed to draws no other lot, and anybody can work it out again.
 */
function shareOf({ submissionId, earlier }: About): number {
  const held = earlier.filter(({ state, action }) => state === 'in-effect' && !isPaperAction(action));
  const hash = createHash('sha256')
    .update(`${submissionId}#${held.length + 1}`)
    .digest();
  return hash.readUInt32BE(0) / 2 ** 32;
}
