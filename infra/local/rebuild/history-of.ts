import type { Correction } from '#shared/domain/correction.ts';
import type { Decision } from '#shared/domain/decision.ts';
import type { FileId, SubmissionId } from '#shared/domain/ids.ts';
import type { QuarantineOrder } from '#shared/domain/quarantine.ts';
import type { Reply } from '#shared/domain/reply.ts';
import type { Hold } from '#shared/domain/retention.ts';
import type { StaffId } from '#shared/domain/staff.ts';
import type { Submission } from '#shared/domain/submission.ts';
import type { TopicChoice } from '#shared/domain/topic-choice.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { listCorrections } from '#shared/records/correction-records.ts';
import { listDecisions } from '#shared/records/decision-records.ts';
import { listFiles } from '#shared/records/file-records.ts';
import { type HistoryEntry, listHistory } from '#shared/records/history-records.ts';
import { listQuarantineOrders } from '#shared/records/quarantine-records.ts';
import { listReplies } from '#shared/records/reply-records.ts';
import { listHolds } from '#shared/records/retention-records.ts';
import { findReview } from '#shared/records/review-records.ts';
import { findSorting } from '#shared/records/sorting-records.ts';
import { listTopicChoices } from '#shared/records/topic-choice-records.ts';
import { listEverySubmission } from './every-submission.ts';
import { type PersonEvent, saidOfPerson } from './said-of-people.ts';

/** What came from outside and cannot be worked out again: the mails, and what people of the office said and when. */
export type MailEvent = { at: string; id: SubmissionId } & (
  | { what: 'mail'; submission: Submission }
  | { what: 'corrected'; correction: Correction }
  | { what: 'read-again'; by: StaffId; sortings: { fileId: FileId; parts: unknown }[] }
  | { what: 'decided'; decision: Decision }
  | { what: 'second'; decision: Decision; second: NonNullable<Decision['second']> }
  | { what: 'undone'; by: StaffId; number: number }
  | { what: 'reopened'; by: StaffId; because: string }
  | { what: 'reply-apart' | 'reply-joined'; by: StaffId; reply: SubmissionId; because: string }
  | { what: 'quarantine-asked' | 'quarantine-answered'; order: QuarantineOrder }
  | { what: 'held' | 'let-go'; hold: Hold }
  | { what: 'topic-chosen'; choice: TopicChoice }
);
export type Event = MailEvent | PersonEvent;

/** Everything that was given to an office, in its order. `people`: those of whom something was said. */
export async function historyOf(
  records: RecordStore,
  { programme, people }: { programme: string; people: readonly string[] },
): Promise<Event[]> {
  const mails: Event[] = [];
  const said: Event[] = [
    ...(await heldEvents(records)),
    ...(await Promise.all(people.map((person) => saidOfPerson(records, person)))).flat(),
  ];
  const choices = await listTopicChoices(records, programme);
  let last = '';
  // ids are sorted by the time of their making: of two mails with the same bytes the first stays the first
  for (const submission of await listEverySubmission(records)) {
    const id = submission.submissionId;
    const history = await listHistory(records, id);
    const began = history[0]?.at ?? submission.envelope.receivedAt;
    last = began > last ? began : last;
    // an item is made of its mail
    if (!submission.itemOf) mails.push({ at: last, id, what: 'mail', submission });
    said.push(...(await saidOf(records, id, history)), ...topicEvents(id, history, choices));
  }
  return [...mails, ...said].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

async function saidOf(records: RecordStore, id: SubmissionId, history: readonly HistoryEntry[]): Promise<MailEvent[]> {
  const [corrections, decisions, review, replies, orders] = await Promise.all([
    listCorrections(records, id),
    listDecisions(records, id),
    findReview(records, id),
    listReplies(records, id),
    listQuarantineOrders(records, id),
  ]);
  const of = (action: string) => history.filter((entry) => entry.action === action);
  return [
    ...corrections.map((correction) => ({ at: correction.at, id, what: 'corrected' as const, correction })),
    ...(await Promise.all(of('read-again').map((entry) => readAgain(records, id, entry)))).flat(),
    ...decisions.flatMap(({ decision }) => decisionEvents(decision, of('undone'))),
    ...(review?.reopenings ?? []).map(({ at, by, because }) => ({ at, id, what: 'reopened' as const, by, because })),
    ...replies.flatMap(({ reply }) => replyEvents(id, reply)),
    ...orders.flatMap(({ order }) => orderEvents(order)),
  ];
}

function replyEvents(id: SubmissionId, { submissionId: reply, apart }: Reply): MailEvent[] {
  if (apart === null) return [];
  const { by, at, because, takenBack } = apart;
  const joined = takenBack ? [{ ...takenBack, id, what: 'reply-joined' as const, reply }] : [];
  return [{ at, id, what: 'reply-apart', by, reply, because }, ...joined];
}

function orderEvents(order: QuarantineOrder): MailEvent[] {
  const { submissionId: id, at, second, refused } = order;
  const answered = second ?? refused;
  return [
    { at, id, what: 'quarantine-asked', order },
    ...(answered ? [{ at: answered.at, id, what: 'quarantine-answered' as const, order }] : []),
  ];
}

/** Of each case the last one: what held before was let go, and gave way to it. */
async function heldEvents(records: RecordStore): Promise<MailEvent[]> {
  return (await listHolds(records)).flatMap(({ hold }): MailEvent[] => [
    { at: hold.at, id: hold.submissionId, what: 'held', hold },
    ...(hold.lifted ? [{ at: hold.lifted.at, id: hold.submissionId, what: 'let-go' as const, hold }] : []),
  ]);
}

/** Those that somebody chose at the desk; a decision makes its own again. */
function topicEvents(id: SubmissionId, history: readonly HistoryEntry[], choices: readonly TopicChoice[]): MailEvent[] {
  const chosen = history.filter(({ action }) => action === 'topic-chosen');
  return chosen.flatMap(({ at, who }) => {
    const choice = choices.find((one) => one.at === at && one.by === who);
    return choice === undefined ? [] : [{ at, id, what: 'topic-chosen', choice }];
  });
}

async function readAgain(
  records: RecordStore,
  id: SubmissionId,
  { at, who, codes }: HistoryEntry,
): Promise<MailEvent[]> {
  if (who === undefined) return [];
  const files = (await listFiles(records, id)).filter(({ file }) => codes.includes(file.fileId));
  const sortings = await Promise.all(
    files.map(async ({ file: { fileId } }) => ({ fileId, sorting: await findSorting(records, id, fileId) })),
  );
  const said = sortings.flatMap(({ fileId, sorting }) => (sorting ? [{ fileId, parts: sorting.parts }] : []));
  return [{ at, id, what: 'read-again', by: who, sortings: said }];
}

function decisionEvents(decision: Decision, undone: readonly HistoryEntry[]): MailEvent[] {
  const { submissionId: id, number, at, second, state } = decision;
  const back = undone.find((entry) => entry.at >= at && entry.who !== undefined);
  return [
    { at, id, what: 'decided', decision },
    ...(second ? [{ at: second.at, id, what: 'second' as const, decision, second }] : []),
    ...(state === 'undone' && back?.who ? [{ at: back.at, id, what: 'undone' as const, by: back.who, number }] : []),
  ];
}
