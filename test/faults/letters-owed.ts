import { wordsOf } from '#shared/domain/answer.ts';
import { listAnswers } from '#shared/records/answer-records.ts';
import { listDecisions, listDecisionsToCarryOut } from '#shared/records/decision-records.ts';
import { listOpenSubmissions, listSubmissions } from '#shared/records/submission-records.ts';
import type { OfficeProcess } from './an-office-process.ts';

/**
 * What is wrong with the letters that a killed process left. A letter that left stands on record, with the same words. A decision that
 * holds has its letter on record, or stands in a list of what is still to be done, which was written in the same transaction as itself.
 */
export async function wrongWithLetters({ own, letters }: OfficeProcess): Promise<string[]> {
  const { submissions } = await listSubmissions(own.records, { month: '2026-12', limit: 500 });
  const open = await listOpenSubmissions(own.records, {});
  const isOpen = new Set(open.submissions.map(({ submission }) => submission.submissionId));
  const toCarryOut = new Set((await listDecisionsToCarryOut(own.records)).map(({ runId }) => runId));
  const wrong: string[] = [];
  const known = new Map<string, string>();
  for (const { submission } of submissions) {
    const { submissionId, outcome } = submission;
    const answers = await listAnswers(own.records, submissionId);
    for (const { answer } of answers) known.set(answer.messageId, wordsOf(answer));
    const isAnswered = answers.some(({ decision }) => decision === undefined);
    if (outcome !== null && !isAnswered && !isOpen.has(submissionId))
      wrong.push(`${submissionId} is ${outcome}, nobody is told, and nothing says that somebody is to be`);
    for (const { decision } of await listDecisions(own.records, submissionId)) {
      const isTold = answers.some((answer) => answer.decision === decision.number);
      if (decision.state === 'in-effect' && !isTold && !toCarryOut.has(decision.runId))
        wrong.push(`decision ${decision.number} of ${submissionId} holds, and its letter is owed by nobody`);
    }
  }
  for (const { messageId, text } of letters)
    if (known.get(messageId) !== text) wrong.push(`${messageId} left, and does not stand on record`);
  return wrong;
}
