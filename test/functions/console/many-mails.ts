import type { RecordStore, Write } from '#shared/ports/record-store.ts';
import { answerWrite } from '#shared/records/answer-records.ts';
import { submissionWrite } from '#shared/records/submission-records.ts';
import { aSubmission } from '#test/builders/a-submission.ts';
import { anAnswer } from '#test/builders/an-answer.ts';

/** So many decided mails, the first one the oldest: three a day until 20 November 2026, at one instant each day. */
export async function putRowsOf(
  records: RecordStore,
  count: number,
  own: { isSuspect?: boolean; isAnswered?: boolean } = {},
): Promise<void> {
  const newest = Date.parse('2026-11-20T10:00:00.000Z');
  const reasons = own.isSuspect ? [{ code: 'unsafe-file' as const, text: 'This file may do harm.' }] : [];
  const writes = Array.from({ length: count }, (_, i): Write[] => {
    const receivedAt = new Date(newest - Math.floor((count - 1 - i) / 3) * 86_400_000).toISOString();
    const submission = aSubmission({ number: i + 1, receivedAt, reasons });
    const answers = own.isAnswered
      ? [answerWrite(submission.submissionId, anAnswer({ subject: 'Re: report', text: 'Hello.' }), null)]
      : [];
    return [submissionWrite(submission, 'absent'), ...answers];
  });
  const all = writes.flat();
  for (let from = 0; from < all.length; from += 25) await records.write(all.slice(from, from + 25));
}
