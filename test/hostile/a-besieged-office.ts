import type { SubmissionId } from '#shared/domain/ids.ts';
import { listAnswers } from '#shared/records/answer-records.ts';
import { listFiles } from '#shared/records/file-records.ts';
import { listAll } from '#shared/records/list-all.ts';
import { findReview } from '#shared/records/review-records.ts';
import { findSubmission } from '#shared/records/submission-records.ts';
import { anOfficeWithMails } from '#test/builders/an-office-with-mails.ts';
import { firstBroken, hashOf } from './invariants.ts';

/** The real machine on one machine; each mail goes all the way, from its receipt to its answer. */
export async function aBesiegedOffice(scanning: Parameters<typeof anOfficeWithMails>[2] = {}) {
  const office = await anOfficeWithMails([], undefined, scanning);
  const taken = new Map<SubmissionId, string>();

  /** What became of a mail, its letters too. */
  async function take(raw: Uint8Array, receivedAt?: string) {
    const submissionId = await office.take(raw, receivedAt);
    taken.set(submissionId, hashOf(raw));
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
      receivedAt: submission.envelope.receivedAt,
      isWaiting: (await findReview(records, submissionId)) !== null,
      files: (await listFiles(records, submissionId)).map(({ file }) => file.attachment),
      letters: (await listAnswers(records, submissionId)).map(({ answer }) => answer),
      duplicateOf: submission.duplicateOf,
    };
  }

  const broken = () => firstBroken(office, taken);

  /** I4: what is known of somebody, to be held beside what was known before; what came in a year is a row of its own. */
  const profile = async (specialistId: string) => {
    const rows = await listAll(office.records, { pk: `PERSON#${specialistId}` });
    return JSON.stringify(rows.filter(({ sk }) => !sk.startsWith('YEAR#')));
  };

  return { ...office, take, whatBecame, broken, profile };
}
