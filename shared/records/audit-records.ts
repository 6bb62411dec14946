import { createHash } from 'node:crypto';
import { TryAgain } from '#shared/domain/faults.ts';
import type { SubmissionId } from '#shared/domain/ids.ts';
import type { StaffId } from '#shared/domain/staff.ts';
import type { RecordStore, Write } from '#shared/ports/record-store.ts';

/**
 * What happened to a submission, in codes. Written in the same transaction as the change, never changed after. `who` is
 * given for what a person of the office did.
 */
export type AuditEntry = { at: string; by: 'machine' | 'person'; action: string; codes: string[]; who?: StaffId };

/** Where entries stand: a partition, and what their key begins with. */
type Place = { pk: string; prefix: string };

/**
 * A row that only ever comes to those there are: its key holds all that it says, so two people at one instant are two rows, and the
 * same twice is a conflict. `body` is what is kept, where that is more than the entry.
 */
export function auditRow({ pk, prefix }: Place, entry: AuditEntry, body: object = entry, about = ''): Write {
  const hash = createHash('sha256').update(JSON.stringify(body)).digest('hex').slice(0, 16);
  const sk = `${prefix}${entry.at}#${entry.action}#${entry.who ?? entry.by}#${hash}${about === '' ? '' : `#${about}`}`;
  return { put: { pk, sk, body }, expect: 'absent' };
}

/** `about` tells two of one kind apart that a clock cannot: the number of a decision, or the version that was changed. */
export function auditWrite(id: SubmissionId, entry: AuditEntry, about: number | string = ''): Write {
  return auditRow({ pk: `SUB#${id}`, prefix: 'AUDIT#' }, entry, entry, String(about));
}

/** More than happens within one thousandth of a second. */
const sameMomentMax = 100;

/** Writes down what changes nothing else. Each time is a row, however many in one instant. */
export async function noteAudit(records: RecordStore, rowFor: (about: string) => Write): Promise<void> {
  for (let time = 1; time <= sameMomentMax; time += 1) {
    if ((await records.write([rowFor(time === 1 ? '' : String(time))])) === 'written') return;
  }
  throw new TryAgain('too much happened at one instant to write it all down');
}
