import { type BlindAnswer, type BlindTask, differenceOf } from '#shared/domain/blind-sample.ts';
import { isOpen } from '#shared/domain/decision.ts';
import { parseHours } from '#shared/domain/hours.ts';
import type { SubmissionId } from '#shared/domain/ids.ts';
import type { Reason } from '#shared/domain/reason.ts';
import type { StaffId } from '#shared/domain/staff.ts';
import type { Write } from '#shared/ports/record-store.ts';
import { auditWrite } from '#shared/records/audit-records.ts';
import { blindWrite, findBlindTask } from '#shared/records/blind-records.ts';
import { listDecisions } from '#shared/records/decision-records.ts';
import { figuresWrites, findFigures } from '#shared/records/figures-records.ts';
import { listHistory } from '#shared/records/history-records.ts';
import { queueLineWrites } from '#shared/records/queue-line-records.ts';
import { findVersionedReview, reviewMove, reviewWrite } from '#shared/records/review-records.ts';
import { findSubmission, submissionWrite } from '#shared/records/submission-records.ts';
import { type DeskPorts, type Refusal, refused } from './held-case.ts';

/** A blind judgement as a form sends it; hours left empty are none. */
export type TypedBlindAnswer = { accepts: unknown; ethics: unknown; core: unknown; reason: unknown };
type Given = { submissionId: SubmissionId; who: StaffId };

export type BlindAnswered = { answer: 'done'; task: BlindTask; isReviewOpened: boolean };

const reasonMax = 1000;

/**
 * Why this person cannot judge the case blind, or null: who has seen what the machine made of it would only repeat it. The
 * case page writes down each opening, so this holds whichever way they came.
 */
export async function whyNotBlind({ records }: DeskPorts, { submissionId, who }: Given): Promise<string | null> {
  const seen = new Set(['opened-case', 'claimed', 'corrected', 'decided', 'exported']);
  const history = await listHistory(records, submissionId);
  const isKnown = history.some((entry) => entry.who === who && seen.has(entry.action));
  return isKnown ? 'You have seen what the machine made of this case. Leave it to a colleague who has not.' : null;
}

/**
 * Keeps what a person says of an accepted case from its papers alone. Where they differ from the machine, the case becomes
 * an open one like any other; nothing that was counted is taken back by this.
 */
export function makeAnswerBlind(ports: DeskPorts) {
  const { records, clock } = ports;
  return async (given: Given & TypedBlindAnswer): Promise<BlindAnswered | Refusal> => {
    const { submissionId, who } = given;
    const found = await findBlindTask(records, submissionId);
    if (!found) return { answer: 'no-such-case' };
    if (found.task.answer !== null) return refused('A colleague has answered this already.');
    const parsed = parseAnswer(given);
    const why = 'why' in parsed ? parsed.why : await whyNotBlind(ports, given);
    if ('why' in parsed || why !== null) return refused(why ?? '');
    const at = clock.now();
    const task: BlindTask = { ...found.task, answer: { by: who, at, ...parsed.said } };
    const difference = differenceOf(task) ?? 'none';
    const isDifferent = difference !== 'none';
    const review = isDifferent ? await reviewWrites(ports, task, at) : [];
    const written = await records.write([
      blindWrite(task, found.version),
      ...(await figuresAfter(ports, task, { isDifferent, isOpened: review.length > 0 })),
      ...review,
      auditWrite(submissionId, { at, by: 'person', action: 'judged-blind', codes: [difference], who }),
    ]);
    if (written === 'conflict') return refused('Something changed at this very moment. Send it again.');
    return { answer: 'done', task, isReviewOpened: review.length > 0 };
  };
}

type Said = Omit<BlindAnswer, 'by' | 'at'>;

function parseAnswer({ accepts, ethics, core, reason }: TypedBlindAnswer): { said: Said } | { why: string } {
  if (accepts !== 'yes' && accepts !== 'no') return { why: 'Say whether you would accept it.' };
  const [ethicsHours, coreHours] = [hoursIn(ethics), hoursIn(core)];
  if (ethicsHours === null || coreHours === null)
    return { why: 'Write hours like 2 or 1.5, or leave the field empty.' };
  const words = typeof reason === 'string' ? reason.trim() : '';
  if (words.length > reasonMax) return { why: `Write the reason in no more than ${reasonMax} letters.` };
  if (accepts === 'no' && words === '') return { why: 'Say in a few words why you would not accept it.' };
  return {
    said: { accepts: accepts === 'yes', hours: { ethics: ethicsHours, core: coreHours }, reason: words || null },
  };
}

function hoursIn(typed: unknown): number | null {
  const text = typeof typed === 'string' ? typed.trim() : '';
  return text === '' ? 0 : parseHours(text);
}

const reason: Reason = {
  code: 'needs-human-decision',
  text: 'This case was accepted by the machine. A reviewer who judged the papers alone came to another result.',
};

/** None where somebody is at work on the case already: they see the difference in its history. */
async function reviewWrites(
  { records }: DeskPorts,
  { submissionId, reference }: BlindTask,
  at: string,
): Promise<Write[]> {
  const [found, decisions, review] = await Promise.all([
    findSubmission(records, submissionId),
    listDecisions(records, submissionId),
    findVersionedReview(records, submissionId),
  ]);
  const isBusy = decisions.some(({ decision }) => isOpen(decision));
  if (!found || isBusy || found.submission.outcome !== 'accepted') return [];
  const { submission, version } = found;
  const opened = { submissionId, reference, openedAt: at, reasons: [reason], state: 'open' as const };
  const next = { ...submission, outcome: 'needs-review' as const, reasons: [...submission.reasons, reason] };
  return [
    submissionWrite(next, { version }),
    ...(await queueLineWrites(records, next)),
    review ? reviewMove({ ...review, task: { ...review.task, ...opened } }, 'open', at) : reviewWrite(opened),
    auditWrite(submissionId, { at, by: 'machine', action: 'review-opened', codes: [reason.code] }),
  ];
}

async function figuresAfter(
  { records }: DeskPorts,
  { submissionId, receivedAt }: BlindTask,
  { isDifferent, isOpened }: { isDifferent: boolean; isOpened: boolean },
): Promise<Write[]> {
  const found = await findFigures(records, submissionId, receivedAt);
  if (!found) return [];
  const blind = isDifferent ? 'differs' : 'agrees';
  const now = isOpened ? { now: 'needs-review' as const } : {};
  return figuresWrites({ ...found.figures, ...now, blind }, found.version);
}
