import { agreedUntil, type Decision, isPaperAction } from '#shared/domain/decision.ts';
import type { FileRecord } from '#shared/domain/document.ts';
import type { SubmissionId } from '#shared/domain/ids.ts';
import type { Judgement } from '#shared/domain/judgement.ts';
import { lostClaims, lostRules } from '#shared/domain/lost-claims.ts';
import type { StaffId } from '#shared/domain/staff.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { readAgreedCase } from '#shared/records/corrected-case.ts';
import { listJudgements } from '#shared/records/judgement-records.ts';
import type { Order } from './order.ts';
import type { WhatIf } from './try-out.ts';

type Ports = { records: RecordStore; whatIf: WhatIf };
type About = {
  submissionId: SubmissionId;
  who: StaffId;
  /** decisions about the same mail, whatever became of them */
  earlier: readonly Decision[];
  files: readonly FileRecord[];
  /** what would be carried out, with all corrections and the rulings of the order */
  judgement: Judgement | null;
};

/**
 * In words, what somebody claimed and would lose by an order, measured against what stood before anybody said anything that
 * nobody has agreed to yet.
 */
export async function whatIsLost(ports: Ports, order: Order, about: About): Promise<string[]> {
  const { submissionId, who, earlier, judgement } = about;
  const asked = { submissionId, who, correctedUntil: agreedUntil(earlier) };
  const before = await ports.whatIf(asked);
  if (before === null || judgement === null) return [];
  if (order.action === 'restrict' && order.fileId !== null) {
    const without = await ports.whatIf({ ...asked, without: order.fileId });
    return without === null ? [] : [...lostClaims(before, without), ...lostRules(before, without)];
  }
  if (order.action !== 'accept' && order.action !== 'ask-sender') return [];
  const first = await readBefore(ports, submissionId, earlier);
  const lost = [before, ...(first ? [first] : [])].flatMap((one) => lostClaims(one, judgement));
  // accepted, every rule is met without it; else the sender is told that something is short that may lie in it
  const unread = order.action === 'accept' ? [] : await unreadSetAside(ports, about);
  return [...new Set([...lost, ...unread])];
}

/**
 * What the machine made of the mail at first, where somebody had its papers read again since and nobody has decided: papers have
 * other places and parts now, so a training is known by its name and day alone.
 */
async function readBefore(
  { records }: Ports,
  submissionId: SubmissionId,
  earlier: readonly Decision[],
): Promise<Judgement | null> {
  if (earlier.some(({ state, action }) => state === 'in-effect' && !isPaperAction(action))) return null;
  const [first, ...later] = await listJudgements(records, submissionId);
  if (first === undefined || later.length === 0) return null;
  const { judgement } = first;
  return { ...judgement, credits: judgement.credits.map((credit) => ({ ...credit, evidence: [] })) };
}

/** Files and papers that nobody could read, and that a person set aside since the last decision that holds. */
async function unreadSetAside({ records }: Ports, { submissionId, earlier, files }: About): Promise<string[]> {
  const { agreed, now } = await readAgreedCase(records, submissionId, earlier);
  const papers = agreed.documents.flatMap(({ reading, fileId }, at) =>
    reading === 'unread' && now.aside.has(at) && !agreed.aside.has(at) ? [fileId] : [],
  );
  const closed = [...now.filesAside].filter((fileId) => !agreed.filesAside.has(fileId));
  const aside = new Set([...papers, ...closed]);
  return files
    .filter(({ fileId, isDecoration }) => aside.has(fileId) && !isDecoration)
    .map(({ attachment }) => `"${attachment}" could not be read, and nobody would look at it any more.`);
}
