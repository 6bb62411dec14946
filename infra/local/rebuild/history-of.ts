import type { Correction } from '#shared/domain/correction.ts';
import type { Decision } from '#shared/domain/decision.ts';
import type { FileId, SubmissionId } from '#shared/domain/ids.ts';
import type { StaffId } from '#shared/domain/staff.ts';
import type { Submission } from '#shared/domain/submission.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { listCorrections } from '#shared/records/correction-records.ts';
import { listDecisions } from '#shared/records/decision-records.ts';
import { listFiles } from '#shared/records/file-records.ts';
import { type HistoryEntry, listHistory } from '#shared/records/history-records.ts';
import { listReplies } from '#shared/records/reply-records.ts';
import { findReview } from '#shared/records/review-records.ts';
import { findSorting } from '#shared/records/sorting-records.ts';
import { listEverySubmission } from './every-submission.ts';

/** What came from outside and cannot be worked out again: the mails, and what people of the office said and when. */
export type Event = { at: string; id: SubmissionId } & (
  | { what: 'mail'; submission: Submission }
  | { what: 'corrected'; correction: Correction }
  | { what: 'read-again'; by: StaffId; sortings: { fileId: FileId; parts: unknown }[] }
  | { what: 'decided'; decision: Decision }
  | { what: 'second'; decision: Decision; second: NonNullable<Decision['second']> }
  | { what: 'undone'; by: StaffId; number: number }
  | { what: 'reopened'; by: StaffId; because: string }
  | { what: 'reply-apart'; by: StaffId; reply: SubmissionId; because: string }
);

/** Everything that was given to an office, in its order. */
export async function historyOf(records: RecordStore): Promise<Event[]> {
  const mails: Event[] = [];
  const said: Event[] = [];
  let last = '';
  // ids are sorted by the time of their making: of two mails with the same bytes the first stays the first
  for (const submission of await listEverySubmission(records)) {
    const id = submission.submissionId;
    const history = await listHistory(records, id);
    const began = history[0]?.at ?? submission.envelope.receivedAt;
    last = began > last ? began : last;
    mails.push({ at: last, id, what: 'mail', submission });
    said.push(...(await saidOf(records, id, history)));
  }
  return [...mails, ...said].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

async function saidOf(records: RecordStore, id: SubmissionId, history: readonly HistoryEntry[]): Promise<Event[]> {
  const [corrections, decisions, review, replies] = await Promise.all([
    listCorrections(records, id),
    listDecisions(records, id),
    findReview(records, id),
    listReplies(records, id),
  ]);
  const of = (action: string) => history.filter((entry) => entry.action === action);
  return [
    ...corrections.map((correction) => ({ at: correction.at, id, what: 'corrected' as const, correction })),
    ...(await Promise.all(of('read-again').map((entry) => readAgain(records, id, entry)))).flat(),
    ...decisions.flatMap(({ decision }) => decisionEvents(decision, of('undone'))),
    ...(review?.reopenings ?? []).map(({ at, by, because }) => ({ at, id, what: 'reopened' as const, by, because })),
    ...replies.flatMap(({ reply: { submissionId: reply, apart } }) =>
      apart === null
        ? []
        : [{ at: apart.at, id, what: 'reply-apart' as const, by: apart.by, reply, because: apart.because }],
    ),
  ];
}

async function readAgain(records: RecordStore, id: SubmissionId, { at, who, codes }: HistoryEntry): Promise<Event[]> {
  if (who === undefined) return [];
  const files = (await listFiles(records, id)).filter(({ file }) => codes.includes(file.fileId));
  const sortings = await Promise.all(
    files.map(async ({ file: { fileId } }) => ({ fileId, sorting: await findSorting(records, id, fileId) })),
  );
  const said = sortings.flatMap(({ fileId, sorting }) => (sorting ? [{ fileId, parts: sorting.parts }] : []));
  return [{ at, id, what: 'read-again', by: who, sortings: said }];
}

function decisionEvents(decision: Decision, undone: readonly HistoryEntry[]): Event[] {
  const { submissionId: id, number, at, second, state } = decision;
  const back = undone.find((entry) => entry.at >= at && entry.who !== undefined);
  return [
    { at, id, what: 'decided', decision },
    ...(second ? [{ at: second.at, id, what: 'second' as const, decision, second }] : []),
    ...(state === 'undone' && back?.who ? [{ at: back.at, id, what: 'undone' as const, by: back.who, number }] : []),
  ];
}
