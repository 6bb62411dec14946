import { type BlindState, blindStateOf, countedHours } from '#shared/domain/blind-sample.ts';
import { isCanaryMail } from '#shared/domain/canary.ts';
import { type CaseFigures, type End, endOf } from '#shared/domain/case-figures.ts';
import { type Decision, isPaperAction } from '#shared/domain/decision.ts';
import { TryAgain } from '#shared/domain/faults.ts';
import { type ReadFigures, readFigures } from '#shared/domain/read-figures.ts';
import type { Submission } from '#shared/domain/submission.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { listAnswers } from '#shared/records/answer-records.ts';
import { findBlindTask } from '#shared/records/blind-records.ts';
import { readCorrectedCase } from '#shared/records/corrected-case.ts';
import { listDecisions } from '#shared/records/decision-records.ts';
import { listDocuments } from '#shared/records/document-records.ts';
import { figuresWrites, findFigures } from '#shared/records/figures-records.ts';
import { findJudgement, listJudgements } from '#shared/records/judgement-records.ts';
import { findReadingCost } from '#shared/records/reading-budget.ts';

/** Brings the small row that the page of numbers is made of to where the case now is. Made from other rows, so never lost. */
export async function keepFigures(records: RecordStore, submission: Submission): Promise<void> {
  const now = endOf(submission);
  if (now === null || isCanaryMail(submission)) return;
  const { submissionId } = submission;
  const { receivedAt } = submission.envelope;
  const [known, decisions, cost, letters] = await Promise.all([
    findFigures(records, submissionId, receivedAt),
    listDecisions(records, submissionId),
    findReadingCost(records, submissionId),
    listAnswers(records, submissionId),
  ]);
  const decided = decisions.map(({ decision }) => decision).filter(isAboutMail);
  const atFirst = known?.figures ?? (await firstOf(records, submission, { now, isDecided: decided.length > 0 }));
  const last = decided.at(-1) ?? null;
  const figures: CaseFigures = {
    submissionId,
    receivedAt,
    first: atFirst.first,
    reasons: atFirst.reasons,
    now,
    decidedAt: last?.at ?? null,
    microdollars: cost.microdollars,
    pagesBought: cost.pages,
    looksBought: cost.looks,
    letters: letters.length,
    read: decided.some(hasSeenValues) ? await readBy(records, submission) : [],
    blind: await blindState(records, submission, last),
  };
  const written = await records.write(figuresWrites(figures, known?.version ?? null));
  if (written === 'conflict') throw new TryAgain('somebody else changed the figures of this mail');
}

const isAboutMail = ({ state, action }: Decision) => state === 'in-effect' && !isPaperAction(action);
/** Who says that a mail is not ours need not have looked at what was read of it. */
const hasSeenValues = ({ action }: Decision) => action === 'accept' || action === 'ask-sender';

type First = Pick<CaseFigures, 'first' | 'reasons'>;

/** What the machine made of it by itself; of a mail decided before these rows were kept, its first judgement still says. */
async function firstOf(
  records: RecordStore,
  { submissionId, reasons }: Submission,
  { now, isDecided }: { now: End; isDecided: boolean },
): Promise<First> {
  const codes = (list: Submission['reasons']) => [...new Set(list.map(({ code }) => code))];
  const judged = isDecided ? (await listJudgements(records, submissionId))[0]?.judgement : undefined;
  return judged ? { first: judged.outcome, reasons: codes(judged.reasons) } : { first: now, reasons: codes(reasons) };
}

async function readBy(records: RecordStore, { submissionId }: Submission): Promise<ReadFigures[]> {
  const [asRead, corrected] = await Promise.all([
    listDocuments(records, submissionId),
    readCorrectedCase(records, submissionId),
  ]);
  return readFigures(asRead, corrected.documents);
}

async function blindState(
  records: RecordStore,
  { submissionId, outcome }: Submission,
  last: Decision | null,
): Promise<BlindState | null> {
  const found = await findBlindTask(records, submissionId);
  if (found === null) return null;
  const judgement = last === null ? null : await findJudgement(records, submissionId);
  const hours = judgement && countedHours(judgement, submissionId);
  return blindStateOf(found.task, last && hours ? { decidedAt: last.at, outcome, hours } : null);
}
