import { itemIdsOf } from '#shared/domain/batch.ts';
import type { Judgement } from '#shared/domain/judgement.ts';
import type { ReasonCode } from '#shared/domain/reason.ts';
import { doubtsAboutWho } from '#shared/domain/reason.ts';
import type { Submission } from '#shared/domain/submission.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { findPeople } from '#shared/records/judgement-records.ts';
import { findSpecialist } from '#shared/records/roster-records.ts';
import { findSubmission } from '#shared/records/submission-records.ts';

/** How many people a mail is about and how far each is; nothing of anybody. */
export type SeveralPeople = { people: number; complete: number; asked: number; codes: ReasonCode[] };

/**
 * Null for a mail about one person. People are counted by the names on the papers, whoever of them is on the roster: of a mail that was split and
 * one that was not a stranger hears the same.
 */
export async function severalPeople(
  records: RecordStore,
  submission: Submission,
  judgement: Judgement | null,
): Promise<SeveralPeople | null> {
  const { submissionId, outcome, items } = submission;
  if (items === undefined) {
    const people = judgement?.people.length ?? 0;
    return people > 1 && outcome === 'needs-review' ? { people, complete: 0, asked: 0, codes: [] } : null;
  }
  const [named, found] = await Promise.all([
    findPeople(records, submissionId),
    Promise.all(itemIdsOf(submission).map((id) => findSubmission(records, id))),
  ]);
  const cases = found.flatMap((one) => (one ? [one.submission] : []));
  const ending = (end: Submission['outcome']) => cases.filter((one) => one.outcome === end).length;
  return {
    people: named?.people.length ?? items,
    complete: ending('accepted'),
    asked: ending('needs-sender'),
    codes: cases.flatMap(({ reasons }) => reasons.map(({ code }) => code)),
  };
}

/**
 * Whose item it is hears of it at the address on file, once nobody doubts who it is or who sent it; never whoever sent the papers.
 */
export async function personOfItem(
  records: RecordStore,
  { reasons }: Submission,
  judgement: Judgement | null,
): Promise<string | null> {
  const [only, ...others] = judgement?.people ?? [];
  if (!only?.specialistId || others.length > 0) return null;
  if (reasons.some(({ code }) => doubtsAboutWho.has(code))) return null;
  return (await findSpecialist(records, only.specialistId))?.email ?? null;
}

/** A letter to somebody who did not write to us. */
export const isSentForThem = ({ itemOf, mail }: Submission, to: string): boolean =>
  itemOf !== undefined && mail?.from?.toLowerCase() !== to.toLowerCase();
