import type { Change } from '#shared/domain/correction.ts';
import { signed } from '#shared/domain/decision.ts';
import type { FileId, SubmissionId } from '#shared/domain/ids.ts';
import type { Judgement } from '#shared/domain/judgement.ts';
import { noRulings, type Rulings } from '#shared/domain/ruling.ts';
import type { StaffId } from '#shared/domain/staff.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { findSubmission } from '#shared/records/submission-records.ts';
import type { Programme } from '#shared/rules/programme.ts';
import { judgeSubmission } from './judge-submission.ts';

export type WhatIf = {
  submissionId: SubmissionId;
  who: StaffId;
  /** beyond the corrections that are stored */
  changes?: readonly Change[];
  rulings?: Rulings;
  /** without what was corrected after the one of this number: 0 is as the machine read it */
  correctedUntil?: number;
  /** without what this file holds */
  without?: FileId;
};

/** What would come out if these changes and rulings held: judged as it will be judged, and nothing is written. */
export function makeWhatIf({
  records,
  programme,
  clock,
}: {
  records: RecordStore;
  programme: Programme;
  clock: Clock;
}) {
  return async (asked: WhatIf): Promise<Judgement | null> => {
    const { submissionId, who, changes = [], rulings = noRulings, correctedUntil, without } = asked;
    const found = await findSubmission(records, submissionId);
    if (!found?.submission.mail) return null;
    const at = clock.now();
    const { judgement } = await judgeSubmission(records, found.submission, programme, {
      drafts: { changes, by: who, at },
      rulings: [signed({ rulings, by: who, at })],
      correctedUntil,
      without,
    });
    return judgement;
  };
}
