import { isCanaryMail } from '#shared/domain/canary.ts';
import { GiveUp } from '#shared/domain/faults.ts';
import type { SubmissionId } from '#shared/domain/ids.ts';
import type { Judgement } from '#shared/domain/judgement.ts';
import type { FileStore } from '#shared/ports/file-store.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { hasBook } from '#shared/records/book-records.ts';
import { findFigures, hourKey } from '#shared/records/figures-records.ts';
import { findJudgement } from '#shared/records/judgement-records.ts';
import { type MailRows, readMailRows } from '#shared/records/mail-rows.ts';
import { disposedKeys } from '#shared/records/retention-records.ts';
import { isNotedAsSent } from '#shared/records/sent-file-records.ts';
import { findPointed, findSubmission, firstMailKey, referenceKey } from '#shared/records/submission-records.ts';
import type { KeptMail } from './faults-of-mail.ts';
import { filesOfMail } from './files-of-mail.ts';

export type LedgerPorts = { records: RecordStore; files: FileStore };

/** `hasBook`: for one round, see `rememberingBooks`. */
export type RoundPorts = LedgerPorts & { hasBook: (sha256: string) => Promise<boolean> };

/** A book has a hundred pages, and nearly all mails were judged by the same one. One that is missing is looked for again. */
export function rememberingBooks({ records }: LedgerPorts): RoundPorts['hasBook'] {
  const there = new Set<string>();
  return async (sha256) => {
    if (!there.has(sha256) && (await hasBook(records, sha256))) there.add(sha256);
    return there.has(sha256);
  };
}

/** All that is kept of one mail, and of what other rows and the file store should say of it. */
export async function keepMail({ records, files, hasBook: isKept }: RoundPorts, id: SubmissionId): Promise<KeptMail> {
  const rows = await readMailRows(records, id);
  const { submission } = rows;
  if (submission === null) return { ...nothing, about: id, isEntered: true, rows };
  const { receivedAt } = submission.envelope;
  const judgement = rows.single.has('JUDGEMENT') ? await judgementOrBroken(records, rows, id) : null;
  const [entered, first, earlier, figures, hour] = await Promise.all([
    findPointed(records, referenceKey(submission.reference)),
    findPointed(records, firstMailKey(submission.rawSha256)),
    submission.duplicateOf === null ? null : findSubmission(records, submission.duplicateOf),
    findFigures(records, id, receivedAt),
    records.find(hourKey(receivedAt)),
  ]);
  const missing = await Promise.all(filesOfMail(rows).map(async (key) => ((await files.has(key)) ? [] : [key])));
  // what a period and two people let go of is missed by nobody
  const gone = missing.some((keys) => keys.length > 0) ? await disposedKeys(records, id) : new Set<string>();
  const worded = new Set(rows.answers.flatMap(({ wordedBy }) => (wordedBy === undefined ? [] : [wordedBy.sha256])));
  const wordings = await Promise.all([...worded].map(isKept));
  const unnoted = await Promise.all(
    rows.files.map(async ({ sha256, isDecoration }) =>
      isDecoration || (await isNotedAsSent(records, sha256, id)) ? [] : [sha256],
    ),
  );
  return {
    about: submission.reference,
    isEntered: entered === id,
    rows,
    judgement,
    missingBytes: missing.flat().filter((key) => !gone.has(key)),
    hasFirst: first !== null,
    hasEarlier: submission.duplicateOf === null || earlier !== null,
    hasFigures: figures !== null || isCanaryMail(submission),
    hasHour: hour !== null || isCanaryMail(submission),
    hasBook: judgement?.judgedBy === undefined || (await isKept(judgement.judgedBy.sha256)),
    hasWordings: wordings.every((isThere) => isThere),
    unnotedFiles: unnoted.flat(),
  };
}

/** A judgement of which a part is gone is said to be unreadable; the others are proved all the same. */
async function judgementOrBroken(records: RecordStore, rows: MailRows, id: SubmissionId): Promise<Judgement | null> {
  try {
    return await findJudgement(records, id);
  } catch (fault) {
    if (!(fault instanceof GiveUp)) throw fault;
    rows.unreadable.push('JUDGEMENT');
    return null;
  }
}

const nothing = {
  judgement: null,
  missingBytes: [],
  hasFirst: true,
  hasEarlier: true,
  hasFigures: false,
  hasHour: false,
  hasBook: true,
  hasWordings: true,
  unnotedFiles: [],
};
