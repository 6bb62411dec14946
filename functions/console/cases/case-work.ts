import type { People } from '#shared/domain/assigned-person.ts';
import type { Correction } from '#shared/domain/correction.ts';
import type { Decision } from '#shared/domain/decision.ts';
import type { DocumentRecord } from '#shared/domain/document.ts';
import { type CorrectedCase, layCorrections, placeOf, takenBack } from '#shared/domain/lay-corrections.ts';
import { holderOf, type Lease } from '#shared/domain/lease.ts';
import type { Reply } from '#shared/domain/reply.ts';
import type { ReviewTask } from '#shared/domain/review.ts';
import { rowNumbers, sessionNumbers } from '#shared/domain/row-numbers.ts';
import type { Staff, StaffId } from '#shared/domain/staff.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { listCorrections } from '#shared/records/correction-records.ts';
import { listDecisions } from '#shared/records/decision-records.ts';
import { findPeople } from '#shared/records/judgement-records.ts';
import { findLease } from '#shared/records/lease-records.ts';
import { listReplies } from '#shared/records/reply-records.ts';
import { findReview } from '#shared/records/review-records.ts';
import { listStaff } from '#shared/records/staff-records.ts';
import { nobody } from './case-inputs.ts';
import type { Case } from './find-case.ts';

/** Whose case it is, as the person at the page sees it. */
export type Holder = { is: 'me'; until: string } | { is: 'another'; name: string; until: string } | { is: 'nobody' };
export type StaffById = ReadonlyMap<StaffId, Staff>;

/** A case as a person works on it: what was read, with what people said of it laid over. */
export type CaseWork = Omit<CorrectedCase, 'strays'> & {
  reference: string;
  version: number;
  holder: Holder;
  me: StaffId;
  /** everybody of the staff: who did what, and to whom a case can go */
  staff: StaffById;
  /** all that were made, in their order */
  corrections: readonly Correction[];
  /** "" while nobody knows whose paper it is */
  ownerOf(document: number): string;
  /** by which number a change names each row, or session, that is shown */
  rowNumbers(document: number): readonly number[];
  sessionNumbers(document: number): readonly number[];
  /** the corrections of one document that hold */
  correctionsOf(document: number): readonly Correction[];
};

type Asked = { records: RecordStore; now: string; me: StaffId };
export type StoredWork = {
  found: Case;
  matched: People;
  corrections: readonly Correction[];
  lease: Lease | null;
  staff: StaffById;
  /** what people decided, in their order */
  decisions: readonly Decision[];
  /** null: no person was ever asked about it */
  review: ReviewTask | null;
  /** the mails that brought it back */
  replies: readonly Reply[];
};

export async function readWork(records: RecordStore, found: Case): Promise<StoredWork> {
  const { submissionId } = found.submission;
  const [matched, corrections, lease, everybody, decisions, review, replies] = await Promise.all([
    findPeople(records, submissionId),
    listCorrections(records, submissionId),
    findLease(records, submissionId),
    listStaff(records),
    listDecisions(records, submissionId),
    findReview(records, submissionId),
    listReplies(records, submissionId),
  ]);
  const staff = new Map(everybody.map((one) => [one.staffId, one]));
  return {
    found,
    matched: matched ?? { people: [], strays: [] },
    corrections,
    lease: lease?.lease ?? null,
    staff,
    decisions: decisions.map(({ decision }) => decision),
    review,
    replies: replies.map(({ reply }) => reply),
  };
}

/** The case with its first corrections only: `made` of them were there when a page was shown. */
export function workOn(stored: StoredWork, { now, me }: Omit<Asked, 'records'>, made = Infinity): CaseWork {
  const { found, matched, lease, staff } = stored;
  const corrections = stored.corrections.slice(0, made);
  const read = found.documents;
  const { documents, people, aside, filesAside, unfit } = layCorrections(read, matched, corrections);
  const taken = takenBack(corrections);
  const correctionsOf = (at: number) =>
    corrections.filter(({ change, number }) => !taken.has(number) && isAbout(read, at, change));
  return {
    ...{ reference: found.submission.reference, version: found.version },
    ...{ documents, people, aside, filesAside, unfit, corrections, me, staff, correctionsOf },
    holder: holderFor(me, lease, { now, staff }),
    rowNumbers: (at) => rowNumbers(read, at, corrections),
    sessionNumbers: (at) => sessionNumbers(read, at, corrections),
    ownerOf(at) {
      const said = correctionsOf(at).findLast(({ change }) => change.what === 'person');
      if (said?.change.what === 'person' && said.change.specialistId === null) return nobody;
      return people.find((person) => person.documents.includes(at))?.specialistId ?? '';
    },
  };
}

const isAbout = (read: readonly DocumentRecord[], at: number, change: Correction['change']) =>
  'document' in change && placeOf(read, change.document) === at;

function holderFor(me: StaffId, lease: Lease | null, { now, staff }: { now: string; staff: StaffById }): Holder {
  const holder = holderOf(lease, now);
  if (lease === null || holder === null) return { is: 'nobody' };
  const { until } = lease;
  return holder === me ? { is: 'me', until } : { is: 'another', name: staffName(staff, holder), until };
}

export const staffName = (staff: StaffById, id: StaffId): string => staff.get(id)?.name ?? 'somebody who has left';
