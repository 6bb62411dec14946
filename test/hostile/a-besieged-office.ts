import { createHash } from 'node:crypto';
import { makeProveLedger } from '#functions/watch/ledger/prove-ledger.ts';
import type { SubmissionId } from '#shared/domain/ids.ts';
import { isConserved } from '#shared/domain/ledger.ts';
import { listAnswers } from '#shared/records/answer-records.ts';
import { listFiles } from '#shared/records/file-records.ts';
import { listAll } from '#shared/records/list-all.ts';
import { findReview } from '#shared/records/review-records.ts';
import { findSubmission } from '#shared/records/submission-records.ts';
import { anOfficeWithMails } from '#test/builders/an-office-with-mails.ts';

/** The real machine on one machine; each mail goes all the way, from its receipt to its answer. */
export async function aBesiegedOffice() {
  const office = await anOfficeWithMails([]);
  const taken = new Map<SubmissionId, string>();

  /** What became of a mail, its letters too. */
  async function take(raw: Uint8Array, receivedAt?: string) {
    const submissionId = await office.take(raw, receivedAt);
    taken.set(submissionId, createHash('sha256').update(raw).digest('hex'));
    return whatBecame(submissionId);
  }

  async function whatBecame(submissionId: SubmissionId) {
    const { records } = office;
    const submission = (await findSubmission(records, submissionId))?.submission;
    if (!submission) throw new Error('the mail is not there');
    return {
      submissionId,
      outcome: submission.outcome,
      codes: submission.reasons.map(({ code }) => code),
      mail: submission.mail,
      isWaiting: (await findReview(records, submissionId)) !== null,
      files: (await listFiles(records, submissionId)).map(({ file }) => file.attachment),
      letters: (await listAnswers(records, submissionId)).map(({ answer }) => answer),
      duplicateOf: submission.duplicateOf,
    };
  }

  /** I1, I2, I3, I5 of the invariants, over everything that was taken; null when all of them hold. */
  async function broken(): Promise<string | null> {
    for (const [submissionId, sha256] of taken) {
      const submission = (await findSubmission(office.records, submissionId))?.submission;
      if (submission?.outcome == null || submission.filedAt === null) return `I1: ${submissionId} has no end`;
      const needsPerson = submission.outcome === 'needs-review' || submission.outcome === 'quarantined';
      if (needsPerson && !(await findReview(office.records, submissionId))) return `I1: nobody sees ${submissionId}`;
      if (hashOf(await office.files.read(submission.rawKey)) !== sha256)
        return `I2: the raw mail ${submissionId} changed`;
      const letters = await listAnswers(office.records, submissionId);
      if (letters.length > 1) return `I3: ${submissionId} was answered twice`;
      const isSilent = submission.mail?.isAutomatic === true || submission.mail?.authentication === 'fail';
      if (letters.length > 0 && (isSilent || submission.envelope.mailFrom === ''))
        return `I3: ${submissionId} was answered`;
      if (needsPerson && submission.reasons.length === 0) return `I5: ${submissionId} waits without a reason`;
    }
    const clock = { now: () => '2026-12-21T09:00:00.000Z' };
    const ledger = await makeProveLedger({ ...office, clock })({ months: ['2026-12'], withStore: true });
    return isConserved(ledger) ? null : `I1: the ledger does not add up: ${JSON.stringify(ledger.faults)}`;
  }

  /** I4: what is known of somebody, to be held beside what was known before; what came in a year is a row of its own. */
  const profile = async (specialistId: string) => {
    const rows = await listAll(office.records, { pk: `PERSON#${specialistId}` });
    return JSON.stringify(rows.filter(({ sk }) => !sk.startsWith('YEAR#')));
  };

  return { ...office, take, whatBecame, broken, profile };
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
