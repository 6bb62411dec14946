import type { ApprovedTraining } from '#shared/domain/approved-training.ts';
import { isDay } from '#shared/domain/calendar.ts';
import type { StaffId } from '#shared/domain/staff.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { RecordStore, Write } from '#shared/ports/record-store.ts';
import { deskAuditWrite } from '#shared/records/history-records.ts';
import { findApprovedTraining, putApprovedTraining, trainingHash } from '#shared/records/register-records.ts';
import { approvedLineSchema } from './register-lines.ts';

type Ports = { records: RecordStore; clock: Clock };
export type TrainingAnswer = { answer: 'done' } | { answer: 'refused'; why: string[] };

/** One line of the register of trainings, by hand. A line is never deleted: an approval that ends gets a last day. */
export function makeOneTraining(ports: Ports) {
  return {
    add: (typed: Readonly<Record<string, string>>, who: StaffId) => add(ports, typed, who),
    end: (hash: string, lastDay: string, who: StaffId) => end(ports, hash, lastDay, who),
  };
}

async function add(ports: Ports, typed: Readonly<Record<string, string>>, who: StaffId): Promise<TrainingAnswer> {
  const parsed = approvedLineSchema.safeParse(typed);
  if (!parsed.success)
    return refused(...parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`));
  const hash = trainingHash(parsed.data);
  if ((await findApprovedTraining(ports.records, hash)) !== null)
    return refused(
      'A line of this title, provider and first day is there already. End it, or import a file to put it right.',
    );
  await putApprovedTraining(ports.records, parsed.data, [auditOf(ports, 'training-added', hash, who)]);
  return { answer: 'done' };
}

async function end(ports: Ports, hash: string, lastDay: string, who: StaffId): Promise<TrainingAnswer> {
  const training = await findApprovedTraining(ports.records, hash);
  if (training === null) return refused('There is no such line.');
  const objection = objectionTo(training, lastDay);
  if (objection !== null) return refused(objection);
  const audit = auditOf(ports, 'training-retired', hash, who);
  await putApprovedTraining(ports.records, { ...training, approvedTo: lastDay }, [audit]);
  return { answer: 'done' };
}

function objectionTo({ approvedFrom, approvedTo }: ApprovedTraining, lastDay: string): string | null {
  if (!isDay(lastDay)) return 'Write the last day as 2026-12-31.';
  if (lastDay < approvedFrom) return 'The last day must not come before the first.';
  return lastDay > approvedTo ? 'An approval is only made shorter here. Add a new line for the time after it.' : null;
}

function auditOf({ clock }: Ports, action: string, hash: string, who: StaffId): Write {
  return deskAuditWrite({ at: clock.now(), by: 'person', action, codes: [hash.slice(0, 12)], who }, hash);
}

const refused = (...why: string[]): TrainingAnswer => ({ answer: 'refused', why });
