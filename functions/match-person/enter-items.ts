import { itemIdOf, itemReferenceOf } from '#shared/domain/batch.ts';
import type { DocumentRecord, FileRecord } from '#shared/domain/document.ts';
import { TryAgain } from '#shared/domain/faults.ts';
import { runIdOf, type SubmissionId } from '#shared/domain/ids.ts';
import type { Submission } from '#shared/domain/submission.ts';
import type { RecordStore, Write } from '#shared/ports/record-store.ts';
import { writesAtOnceMax } from '#shared/ports/record-store.ts';
import { auditWrite } from '#shared/records/audit-records.ts';
import { documentWrite } from '#shared/records/document-records.ts';
import { fileWrite } from '#shared/records/file-records.ts';
import type { ItemPlan } from '#shared/records/item-records.ts';
import { peopleWrite } from '#shared/records/judgement-records.ts';
import { sentFileWrite } from '#shared/records/sent-file-records.ts';
import {
  entryWrite,
  findSubmission,
  submissionWrite,
  type VersionedSubmission,
} from '#shared/records/submission-records.ts';
import type { RunInput } from '#shared/workflow/steps.ts';

type Mail = VersionedSubmission & { documents: readonly DocumentRecord[]; files: readonly FileRecord[] };

/** So many items are laid at the same time: two hundred people fit the minute that the step has. */
const itemsAtOnce = 8;

/**
 * Makes a case of each item, then says on the mail that it was split. An item counts as made with its own row, which is written last: a try
 * that was cut off is gone on with, and makes no item twice.
 */
export async function enterItems(
  records: RecordStore,
  mail: Mail,
  { plans, at }: { plans: readonly ItemPlan[]; at: string },
): Promise<void> {
  const items = plans.map((plan, i) => itemOf(mail.submission, plan, { number: i + 1, of: plans.length }));
  for (let from = 0; from < items.length; from += itemsAtOnce)
    await Promise.all(items.slice(from, from + itemsAtOnce).map((item) => layPapers(records, mail, item)));
  for (const { submission } of items) await enter(records, submission, at);
  await sayItIsSplit(records, mail, items.length, at);
}

type Item = { submission: Submission; plan: ItemPlan };

function itemOf(mail: Submission, plan: ItemPlan, { number, of }: { number: number; of: number }): Item {
  const submissionId = itemIdOf(mail.submissionId, number);
  return {
    plan,
    submission: {
      ...mail,
      submissionId,
      runId: runIdOf(submissionId, 1),
      reference: itemReferenceOf(mail.reference, number),
      filesFound: plan.files.length,
      itemOf: { mail: mail.submissionId, number, of, unread: plan.unread },
    },
  };
}

/** Its files and papers under their own numbers: an item's paper is found in its mail by the same name. */
async function layPapers(records: RecordStore, mail: Mail, { submission, plan }: Item): Promise<void> {
  const { submissionId } = submission;
  const own = mail.files.filter(({ fileId }) => plan.files.includes(fileId));
  const isOwn = ({ fileId, part }: DocumentRecord) =>
    plan.documents.some((one) => one.fileId === fileId && one.part === part);
  const writes: Write[] = [
    ...own.map((file) => fileWrite({ ...file, submissionId }, 'any')),
    ...mail.documents.filter(isOwn).map((document) => documentWrite({ ...document, submissionId })),
    ...[...new Set(own.map(({ sha256 }) => sha256))].map((sha256) => sentFileWrite(sha256, submissionId)),
    peopleWrite(submissionId, { people: plan.people, strays: plan.strays }),
  ];
  // once it is a case its papers are its reviewer's
  if (await findSubmission(records, submissionId)) return;
  for (let from = 0; from < writes.length; from += writesAtOnceMax)
    await records.write(writes.slice(from, from + writesAtOnceMax));
}

async function enter(records: RecordStore, submission: Submission, at: string): Promise<void> {
  const { submissionId, reasons } = submission;
  const codes = reasons.map(({ code }) => code);
  const written = await records.write([
    submissionWrite(submission, 'absent'),
    entryWrite(submission),
    auditWrite(submissionId, { at, by: 'machine', action: 'opened', codes }),
  ]);
  if (written === 'conflict' && !(await isThere(records, submissionId)))
    throw new TryAgain('an item of a mail could not be entered');
}

const isThere = async (records: RecordStore, id: SubmissionId) => (await findSubmission(records, id)) !== null;

const severalPeople = {
  code: 'several-people' as const,
  text: 'This e-mail is about several people; each is looked at by themselves.',
};

async function sayItIsSplit(records: RecordStore, { submission, version }: Mail, items: number, at: string) {
  const { submissionId, reasons } = submission;
  const decided = { state: 'decided' as const, outcome: 'split' as const, decidedAt: at, items };
  const written = await records.write([
    submissionWrite(
      { ...submission, ...decided, reasons: [...reasons, severalPeople], openingReasons: reasons },
      { version },
    ),
    auditWrite(submissionId, { at, by: 'machine', action: 'split', codes: [String(items)] }),
  ]);
  if (written === 'conflict') throw new TryAgain('somebody else changed a mail while it was split');
}

/** What the machine walks on with. */
export const itemRuns = (ids: readonly SubmissionId[]): RunInput[] =>
  ids.map((submissionId) => ({ submissionId, runId: runIdOf(submissionId, 1) }));
