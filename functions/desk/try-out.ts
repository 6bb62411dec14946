import type { Change } from '#shared/domain/correction.ts';
import type { FileId, SubmissionId } from '#shared/domain/ids.ts';
import type { Judgement } from '#shared/domain/judgement.ts';
import { type Rulings, rulingsSchema } from '#shared/domain/ruling.ts';
import type { StaffId } from '#shared/domain/staff.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { type Given, type Refusal, refused } from './held-case.ts';
import { parseChanges } from './parse-changes.ts';

/** Judges a mail as it stands, with drafts laid over it: functions/apply-rules/what-if.ts. */
export type WhatIf = (asked: {
  submissionId: SubmissionId;
  who: StaffId;
  changes?: readonly Change[];
  rulings?: Rulings;
  correctedUntil?: number;
  without?: FileId;
}) => Promise<Judgement | null>;

export type TriedOut = { answer: 'done'; judgement: Judgement };

/** "What if": what the rules would say to changes and rulings as they stand on a page, unsaved. Anybody may ask. */
export function makeTryOut({ records, whatIf }: { records: RecordStore; whatIf: WhatIf }) {
  return async (
    given: Omit<Given, 'version'> & { changes: readonly unknown[]; rulings: unknown },
  ): Promise<TriedOut | Refusal> => {
    const { submissionId, who } = given;
    const parsed = await parseChanges(records, submissionId, given.changes);
    if ('why' in parsed) return refused(parsed.why);
    const rulings = rulingsSchema.safeParse(given.rulings);
    if (!rulings.success) return refused('Give a reason for each training, finding or doubt that you rule on.');
    const changes = parsed.changes.map(({ change }) => change);
    const judgement = await whatIf({ submissionId, who, changes, rulings: rulings.data });
    return judgement ? { answer: 'done', judgement } : { answer: 'no-such-case' };
  };
}
