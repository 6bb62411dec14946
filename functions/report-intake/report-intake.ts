import type { DocumentRecord, FieldValue, TrainingRow } from '#shared/domain/document.ts';
import { GiveUp } from '#shared/domain/faults.ts';
import { formatHours } from '#shared/domain/hours.ts';
import type { SubmissionId } from '#shared/domain/ids.ts';
import type { Judgement } from '#shared/domain/judgement.ts';
import type { Submission } from '#shared/domain/submission.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { findSubmission } from '#shared/records/submission-records.ts';
import { type WholeMail, wholeMail } from './whole-mail.ts';

/** One line of `npm run intake -- --json`, as contract: what one mail was, what it held, what became of it. */
export function makeReportIntake({ records }: { records: RecordStore }) {
  return async (submissionId: SubmissionId, file: string) => {
    const found = await findSubmission(records, submissionId);
    if (!found) throw new GiveUp('there is no such submission');
    const { submission } = found;
    const { outcome, reasons, people, documents, credits, findings, answers } = await wholeMail(records, submission);
    return {
      file,
      message: messageOf(submission),
      reference: submission.outcome === 'not-a-submission' ? null : submission.reference,
      outcome,
      reasons,
      people: people.map(({ specialistId, name, match }) => ({ specialistId, name, match })),
      documents: documents.map(documentOf),
      credits: credits.map(creditOf),
      findings: findings.filter((finding) => finding.verdict !== 'does-not-apply').map(findingOf),
      replies: answers.map(({ to, subject, text }) => ({ to, subject, text })),
    };
  };
}

function messageOf({ mail, envelope }: Submission) {
  return {
    messageId: mail?.messageId ? `<${mail.messageId}>` : null,
    from: mail?.from ?? null,
    subject: mail?.subject ?? '',
    receivedAt: envelope.receivedAt,
  };
}

function documentOf({ attachment, pages, kind, reading, fields, trainings }: DocumentRecord) {
  return {
    attachment,
    pages,
    kind,
    // an unread page is one that waits for character recognition
    reading: reading === 'unread' ? 'ocr' : reading,
    fields: Object.fromEntries(
      Object.entries(fields)
        .filter(([name]) => !forTheDesk.has(name))
        .map(([name, field]) => [name, fieldOf(field)]),
    ),
    trainings: trainings.map(rowOf),
  };
}

/** Read for the desk's list of applications, and for programmes that ask it; the contract of this line does not know them. */
const forTheDesk: ReadonlySet<string> = new Set(['classWished', 'appliedFor', 'deliveryMode']);

const fieldOf = ({ value, confidence, page, box }: FieldValue) => ({ value, confidence, page, box });

const rowOf = (row: TrainingRow) => ({
  title: row.title.value,
  provider: row.provider.value,
  completedOn: row.completedOn.value,
  hours: row.hours.value,
  category: row.category.value,
  priorApproved: row.priorApproved.value,
});

function creditOf(credit: WholeMail['credits'][number]) {
  const { person, title, provider, completedOn, hours, bucket, status, code, why, citation, places } = credit;
  return {
    person,
    title,
    provider,
    completedOn,
    hours: hours === null ? null : formatHours(hours),
    bucket,
    status,
    code,
    why,
    citation,
    documents: places,
  };
}

function findingOf(finding: Judgement['findings'][number]) {
  const { rule, person, year, verdict, value, required, why, citation } = finding;
  return { rule, person, year, result: verdict, value, required, why, citation };
}
