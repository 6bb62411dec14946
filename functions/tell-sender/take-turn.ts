import { type Answer, sendingBy } from '#shared/domain/answer.ts';
import { turnOf } from '#shared/domain/answer-window.ts';
import type { RunId, SubmissionId } from '#shared/domain/ids.ts';
import type { Submission } from '#shared/domain/submission.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { RecordStore, Write } from '#shared/ports/record-store.ts';
import { answerWrite, findAnswer, type VersionedAnswer } from '#shared/records/answer-records.ts';
import { answerWindowWrite, findAnswerWindow, type VersionedWindow } from '#shared/records/answer-window-records.ts';
import { auditWrite } from '#shared/records/audit-records.ts';
import { findSubmission } from '#shared/records/submission-records.ts';
import type { Programme } from '#shared/rules/programme.ts';
import { type Told, toldTogether } from './told-together.ts';

type Ports = { records: RecordStore; clock: Clock; programme: Programme };
type Waiting = VersionedAnswer & Told & { submissionId: SubmissionId };

/**
 * Writes an answer of the machine, with the hour at which it may go. Within a day of the last letter to its address it waits, and the letter
 * that waits there already becomes part of it: what goes then is one, of the newest state. `conflict`: somebody else took the turn.
 */
export async function takeTurn(
  { records, clock, programme }: Ports,
  { submissionId, reference }: Submission,
  { answer, runId, beside }: { answer: Answer; runId: RunId; beside: readonly Write[] },
): Promise<VersionedAnswer | 'conflict'> {
  const now = clock.now();
  const found = await findAnswerWindow(records, answer.to);
  const { notBefore, joins } = turnOf(found?.window ?? null, now);
  const joined = await waitingOf(records, joins);
  const turned = { ...answer, ...(notBefore === null ? { sending: sendingBy(runId, now) } : { notBefore }) };
  const told = [...joined, { answer: turned, reference }];
  const written = joined.length === 0 ? turned : { ...turned, together: toldTogether(programme, told) };
  const window = {
    at: notBefore ?? now,
    waiting: notBefore === null ? [] : [...joined.map((one) => one.submissionId), submissionId],
  };
  const result = await records.write([
    answerWrite(submissionId, written, null),
    ...(notBefore === null
      ? []
      : [auditWrite(submissionId, { at: now, by: 'machine', action: 'answer-waits', codes: [] })]),
    ...joined.flatMap((one) => mergedWrites(one, written.messageId, now)),
    answerWindowWrite(answer.to, window, found?.version ?? null),
    ...beside,
  ]);
  return result === 'conflict' ? 'conflict' : { answer: written, version: 1 };
}

/** Those that wait still: one that went after all, or was told otherwise, is left alone. */
async function waitingOf(records: RecordStore, ids: readonly SubmissionId[]): Promise<Waiting[]> {
  const all = await Promise.all(
    ids.map(async (submissionId) => {
      const [found, mail] = await Promise.all([
        findAnswer(records, submissionId),
        findSubmission(records, submissionId),
      ]);
      const isThere = found?.answer.state === 'waiting' || found?.answer.state === 'merged';
      return found && mail && isThere ? [{ ...found, submissionId, reference: mail.submission.reference }] : [];
    }),
  );
  return all.flat();
}

/** The one that was to go is told by a newer one; those that were told before are told by that one too. */
function mergedWrites({ submissionId, answer, version }: Waiting, toldBy: string, at: string): Write[] {
  const write = answerWrite(submissionId, { ...answer, state: 'merged', toldBy }, version);
  if (answer.state !== 'waiting') return [write];
  return [write, auditWrite(submissionId, { at, by: 'machine', action: 'answer-merged', codes: [] }, toldBy)];
}

/**
 * What a person wrote about a mail goes at once, and opens the day of its address. What the machine had waiting about that mail is no longer
 * true, so it does not go; what waits about others goes at its hour.
 */
export async function personSpoke(
  { records, clock, programme }: Ports,
  { submissionId, to, messageId }: { submissionId: SubmissionId; to: string; messageId: string },
): Promise<Write[]> {
  const now = clock.now();
  const found = await findAnswerWindow(records, to);
  const waiting = found === null || found.window.at <= now ? [] : await waitingOf(records, found.window.waiting);
  const own = waiting.filter((one) => one.submissionId === submissionId);
  if (found === null || own.length === 0) return [windowAfter(to, found, now)];
  const left = waiting.filter((one) => one.submissionId !== submissionId);
  const merged = own.flatMap((one) => mergedWrites(one, messageId, now));
  const lead = left.at(-1);
  if (lead === undefined) return [...merged, answerWindowWrite(to, { at: now, waiting: [] }, found.version)];
  const { together: _, toldBy: __, ...alone } = lead.answer;
  const words = left.length === 1 ? {} : { together: toldTogether(programme, left) };
  const next = { ...alone, ...words, state: 'waiting' as const, notBefore: found.window.at };
  const ids = left.map((one) => one.submissionId);
  return [
    ...merged,
    answerWrite(lead.submissionId, next, lead.version),
    answerWindowWrite(to, { at: found.window.at, waiting: ids }, found.version),
  ];
}

/** A letter that waits keeps its hour. */
function windowAfter(to: string, found: VersionedWindow | null, now: string): Write {
  const window = found !== null && found.window.at > now ? found.window : { at: now, waiting: [] };
  return answerWindowWrite(to, window, found?.version ?? null);
}
