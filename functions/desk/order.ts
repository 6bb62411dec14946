import { z } from 'zod';
import { whyNotAcceptable } from '#shared/domain/acceptable.ts';
import { type Decision, decisionActionSchema, isPaperAction, letterSchema } from '#shared/domain/decision.ts';
import type { FileRecord } from '#shared/domain/document.ts';
import { fileIdSchema } from '#shared/domain/ids.ts';
import type { Judgement } from '#shared/domain/judgement.ts';
import { holdsPrivateNumber, leaveNumberOut } from '#shared/domain/private-number.ts';
import { rulingsSchema } from '#shared/domain/ruling.ts';

/** A decision as a page sends it. `letter` null leaves the words to the office, where somebody is told at all. */
export type TypedOrder = {
  action: unknown;
  rulings: unknown;
  letter: unknown;
  reason: unknown;
  /** the private paper, for what is done with one */
  fileId?: unknown;
};

/** What a reviewer ordered, in the form in which it is kept. */
export type Order = Pick<Decision, 'action' | 'rulings' | 'letter' | 'reason' | 'fileId'>;

const reasonSchema = z.string().trim().max(1000).nullable();

/** What no mail takes in its subject: a letter with it would never leave. */
const brokenLine = /[\p{Cc}\u2028\u2029]/u;

export function parseOrder(typed: TypedOrder): { order: Order } | { why: string } {
  const action = decisionActionSchema.safeParse(typed.action);
  if (!action.success) return { why: 'Say what is to be done with this mail.' };
  const rulings = rulingsSchema.safeParse(typed.rulings);
  if (!rulings.success) return { why: 'Give a reason for each training, finding or doubt that you rule on.' };
  const letter = letterSchema.nullable().safeParse(typed.letter ?? null);
  if (!letter.success) return { why: 'A letter needs a subject and a text.' };
  if (letter.data && brokenLine.test(letter.data.subject))
    return { why: 'Write the subject of the letter on one line.' };
  const reason = reasonSchema.safeParse(typed.reason ?? null);
  if (!reason.success) return { why: 'Write the reason in no more than 1000 letters.' };
  const fileId = fileIdSchema.nullable().safeParse(typed.fileId ?? null);
  if (!fileId.success) return { why: 'Say which file it is about.' };
  if (holdsPrivateNumber(JSON.stringify([rulings.data, letter.data, reason.data]))) return { why: leaveNumberOut };
  const given = { rulings: rulings.data, letter: letter.data, reason: reason.data || null };
  return { order: { action: action.data, ...given, fileId: fileId.data } };
}

/** Why this cannot be decided as the mail stands, in words for the reviewer; null when it can. */
export function whyNot(
  order: Order,
  about: { judgement: Judgement | null; files: readonly FileRecord[] },
): string | null {
  const { action, reason, fileId } = order;
  if (isPaperAction(action)) {
    if (!about.files.some((file) => file.fileId === fileId)) return 'Say which file it is about.';
    return reason === null ? 'Say why, for the log.' : null;
  }
  if (action === 'not-ours') return reason === null ? 'Say why this is nothing for the office.' : null;
  const { judgement } = about;
  if (judgement === null)
    return 'This mail could not be opened, so nothing in it can count. Set it aside, or ask the sender.';
  return whyNotRuled(order, judgement) ?? (action === 'accept' ? whyNotAcceptable(judgement) : null);
}

/** `judgement` is with the rulings: each has to be about something that is there. */
function whyNotRuled({ rulings }: Order, { credits, findings }: Judgement): string | null {
  for (const ruling of rulings.credits) {
    const credit = credits.find(({ creditId }) => creditId === ruling.creditId);
    if (!credit) return `"${ruling.title}" is no longer listed. Look at the page again.`;
    if (!ruling.counts) continue;
    if (credit.hours === null) return `Say how many hours of "${ruling.title}" count.`;
    if (credit.bucket === null) return `Say what "${ruling.title}" counts as.`;
  }
  const lost = rulings.overrides.find(
    (one) =>
      !findings.some(
        ({ rule, year, applicationId }) =>
          rule === one.rule && year === one.year && one.applicationId === applicationId,
      ),
  );
  return lost ? `Rule ${lost.rule} says nothing about this mail any more. Look at the page again.` : null;
}
