import type { Disposal, DisposalCase, Retention } from '#shared/domain/retention.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { deskAuditWrite } from '#shared/records/history-records.ts';
import { disposalWrite, listDisposals } from '#shared/records/retention-records.ts';
import { whatIsDue } from './what-is-due.ts';

export type RetentionPorts = { records: RecordStore; clock: Clock; retention: Retention };

/** Lists of which nothing more is asked of anybody. */
const answered: ReadonlySet<Disposal['state']> = new Set(['done', 'refused', 'waiting']);

/** What one row of the log holds, and what somebody can look through before they agree. */
const objectsMax = 500;

/** The machine proposes a list; nothing of it happens before two people agreed. One list at a time. */
export function makeProposeDisposal({ records, clock, retention }: RetentionPorts) {
  return async (): Promise<Disposal | null> => {
    // where nobody has said how long anything is kept, no mail need be looked at
    if (Object.values(retention).every((period) => period === null)) return null;
    const known = await listDisposals(records);
    if (known.some(({ disposal: { state } }) => !answered.has(state))) return null;
    const proposedAt = clock.now();
    // two people agreed to these already, and only a lock is in the way
    const waiting = new Set(known.flatMap(({ disposal }) => disposal.waiting.map(({ key }) => key)));
    const due = (await whatIsDue(records, retention, proposedAt)).cases.map((one) => {
      return { ...one, objects: one.objects.filter(({ key }) => !waiting.has(key)) };
    });
    const cases = upTo(objectsMax, due);
    if (cases.length === 0) return null;
    const disposal: Disposal = {
      ...{ disposalId: proposedAt, proposedAt, periods: retention, cases, state: 'proposed' },
      ...{ approved: null, second: null, refused: null, doneAt: null, kept: [], waiting: [] },
    };
    const codes = [String(cases.length)];
    const audit = deskAuditWrite({ at: proposedAt, by: 'machine', action: 'disposal-proposed', codes });
    return (await records.write([disposalWrite(disposal, null), audit])) === 'written' ? disposal : null;
  };
}

/** Whole cases, as many as have room; the first in any case, or a mail of very many pages would never come to its turn. */
function upTo(most: number, cases: readonly DisposalCase[]): DisposalCase[] {
  const taken: DisposalCase[] = [];
  let count = 0;
  for (const one of cases) {
    if (one.objects.length === 0) continue;
    if (count > 0 && count + one.objects.length > most) break;
    taken.push(one);
    count += one.objects.length;
  }
  return taken;
}
