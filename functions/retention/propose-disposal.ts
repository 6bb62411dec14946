import type { Disposal, DisposalCase, Retention } from '#shared/domain/retention.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { deskAuditWrite } from '#shared/records/history-records.ts';
import { disposalWrite, listDisposals } from '#shared/records/retention-records.ts';
import { whatIsDue } from './what-is-due.ts';

export type RetentionPorts = { records: RecordStore; clock: Clock; retention: Retention };

/** What one row of the log holds, and what somebody can look through before they agree. */
const objectsMax = 500;

/** The machine proposes a list; nothing of it happens before two people agreed. One list at a time. */
export function makeProposeDisposal({ records, clock, retention }: RetentionPorts) {
  return async (): Promise<Disposal | null> => {
    // where nobody has said how long anything is kept, no mail need be looked at
    if (Object.values(retention).every((period) => period === null)) return null;
    const known = await listDisposals(records);
    if (known.some(({ disposal: { state } }) => state !== 'done' && state !== 'refused')) return null;
    const proposedAt = clock.now();
    const cases = upTo(objectsMax, (await whatIsDue(records, retention, proposedAt)).cases);
    if (cases.length === 0) return null;
    const disposal: Disposal = {
      ...{ disposalId: proposedAt, proposedAt, periods: retention, cases, state: 'proposed' },
      ...{ approved: null, second: null, refused: null, doneAt: null, kept: [] },
    };
    const codes = [String(cases.length)];
    const audit = deskAuditWrite({ at: proposedAt, by: 'machine', action: 'disposal-proposed', codes });
    return (await records.write([disposalWrite(disposal, null), audit])) === 'written' ? disposal : null;
  };
}

function upTo(most: number, cases: readonly DisposalCase[]): DisposalCase[] {
  let left = most;
  return cases.filter(({ objects }) => {
    left -= objects.length;
    return left >= 0;
  });
}
