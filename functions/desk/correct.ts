import { type Change, type Correction, changeSchema } from '#shared/domain/correction.ts';
import { isOpen } from '#shared/domain/decision.ts';
import { auditWrite } from '#shared/records/audit-records.ts';
import { correctionWrite, listCorrections } from '#shared/records/correction-records.ts';
import { listDecisions } from '#shared/records/decision-records.ts';
import { leaseCheck } from '#shared/records/lease-records.ts';
import { submissionKey } from '#shared/records/submission-records.ts';
import { type DeskPorts, type Given, type Refusal, refused, whileHeld } from './held-case.ts';
import { parseChanges } from './parse-changes.ts';

/** More than anybody types; beyond it each look at the mail would take long. */
const correctionsMax = 1_000;

/** `made`: how many corrections the page showed; left out where there was no page. */
export type Correcting = Given & { changes: readonly unknown[]; made?: number };
export type Corrected = { answer: 'done'; corrections: Correction[] };

/**
 * Keeps what a reviewer says is otherwise than the machine read it. Rows are only ever added; what was read stays as it is,
 * and nothing is decided by this.
 */
export function makeCorrect(ports: DeskPorts) {
  return (given: Correcting): Promise<Corrected | Refusal> =>
    whileHeld(ports, given, async ({ lease, now }) => {
      const { submissionId, who, version } = given;
      // what was decided, and what a second person agrees to, is the mail as it stood then
      const decisions = await listDecisions(ports.records, submissionId);
      if (decisions.some(({ decision }) => isOpen(decision)))
        return refused('A decision about this mail is being carried out. Wait for it, or take it back first.');
      const parsed = await parseChanges(ports.records, submissionId, given.changes);
      if ('why' in parsed) return refused(parsed.why);
      if (parsed.changes.length === 0) return refused('There is nothing to save.');
      const saved = await savedBefore(ports, given, parsed.changes);
      if (saved !== null)
        return { writes: [leaseCheck(submissionId, lease)], done: { answer: 'done', corrections: saved } };
      if (parsed.made + parsed.changes.length > correctionsMax)
        return refused(
          `A mail takes no more than ${correctionsMax} corrections. What still differs is said when it is decided.`,
        );
      const corrections = parsed.changes.map((one, i): Correction => {
        return { number: parsed.made + i + 1, at: now, by: who, ...one };
      });
      const codes = corrections.map(({ change }) => change.what);
      const writes = [
        leaseCheck(submissionId, lease),
        { check: submissionKey(submissionId), expect: { version } },
        ...corrections.map((correction) => correctionWrite(submissionId, correction)),
        auditWrite(submissionId, { at: now, by: 'person', action: 'corrected', codes, who }, parsed.made + 1),
      ];
      return { writes, done: { answer: 'done', corrections } };
    });
}

/** The same page sent again, because its answer was lost on the way: what it says is there already. A row is not added twice. */
async function savedBefore(
  { records }: DeskPorts,
  { submissionId, who, made }: Correcting,
  changes: readonly { change: Change }[],
): Promise<Correction[] | null> {
  if (made === undefined) return null;
  const since = (await listCorrections(records, submissionId)).slice(made, made + changes.length);
  const isSame =
    since.length === changes.length &&
    since.every((one, at) => one.by === who && textOf(one.change) === textOf(changes[at]?.change));
  return isSame ? since : null;
}

/** With its parts in the order of the schema. */
const textOf = (change: Change | undefined) => JSON.stringify(changeSchema.safeParse(change).data);
