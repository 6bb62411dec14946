import type { Answer } from '#shared/domain/answer.ts';
import { itemIdsOf } from '#shared/domain/batch.ts';
import type { DocumentRecord } from '#shared/domain/document.ts';
import type { SubmissionId } from '#shared/domain/ids.ts';
import type { Judgement } from '#shared/domain/judgement.ts';
import type { Reason } from '#shared/domain/reason.ts';
import type { Outcome, Submission } from '#shared/domain/submission.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { findAnswer } from '#shared/records/answer-records.ts';
import { listDocuments } from '#shared/records/document-records.ts';
import { findJudgement } from '#shared/records/judgement-records.ts';
import { findSubmission } from '#shared/records/submission-records.ts';

/** What became of one mail, whether it is one case or many. Places are those of the mail's own list of documents. */
export type WholeMail = {
  outcome: Outcome | null;
  reasons: Reason[];
  documents: DocumentRecord[];
  people: Judgement['people'];
  credits: (Judgement['credits'][number] & { places: number[] })[];
  findings: Judgement['findings'];
  answers: Answer[];
};

/** A mail that was split says what its items say together, the most careful outcome first. */
export async function wholeMail(records: RecordStore, submission: Submission): Promise<WholeMail> {
  const documents = await listDocuments(records, submission.submissionId);
  const own = await partOf(records, submission, documents);
  const items = await Promise.all(itemIdsOf(submission).map((id) => itemOf(records, id, documents)));
  const parts = [own, ...items.filter((item) => item !== null)];
  const people = parts.map((part) => part.people.length);
  const before = (at: number) => people.slice(0, at).reduce((sum, count) => sum + count, 0);
  const moved = <Of extends { person: number }>(all: readonly Of[], at: number) =>
    all.map((one) => ({ ...one, person: one.person + before(at) }));
  return {
    outcome: outcomeOf(parts.map(({ outcome }) => outcome)),
    reasons: distinct(parts.flatMap(({ reasons }) => reasons)),
    documents,
    people: parts.flatMap((part) => part.people),
    credits: parts.flatMap(({ credits }, at) => moved(credits, at)),
    findings: parts.flatMap(({ findings }, at) => moved(findings, at)),
    answers: parts.flatMap(({ answers }) => answers),
  };
}

async function itemOf(records: RecordStore, id: SubmissionId, documents: readonly DocumentRecord[]) {
  const found = await findSubmission(records, id);
  return found && partOf(records, found.submission, documents);
}

async function partOf(
  records: RecordStore,
  { submissionId, outcome, reasons }: Submission,
  documents: readonly DocumentRecord[],
): Promise<WholeMail> {
  const [own, judgement, answer] = await Promise.all([
    listDocuments(records, submissionId),
    findJudgement(records, submissionId),
    findAnswer(records, submissionId),
  ]);
  const placeOf = (at: number) =>
    documents.findIndex(({ fileId, part }) => fileId === own[at]?.fileId && part === own[at]?.part);
  const inMail = (reason: Reason): Reason =>
    reason.document === undefined ? reason : { ...reason, document: placeOf(reason.document) };
  return {
    outcome,
    reasons: reasons.map(inMail),
    documents: own,
    people: judgement?.people ?? [],
    credits: (judgement?.credits ?? []).map((credit) => {
      const places = credit.evidence
        .filter((one) => one.submissionId === submissionId)
        .map((one) => placeOf(one.document));
      return { ...credit, places: [...new Set(places)] };
    }),
    findings: judgement?.findings ?? [],
    answers: answer ? [answer.answer] : [],
  };
}

/** What waits for a person outweighs what waits for the sender, and that what is done. */
function outcomeOf(outcomes: readonly (Outcome | null)[]): Outcome | null {
  const ends = outcomes.filter((outcome) => outcome !== 'split');
  const careful = (['needs-review', 'needs-sender'] as const).find((outcome) => ends.includes(outcome));
  return ends.includes(null) ? null : (careful ?? ends[0] ?? null);
}

function distinct(reasons: readonly Reason[]): Reason[] {
  return [...new Map(reasons.map((reason) => [JSON.stringify(reason), reason])).values()];
}
