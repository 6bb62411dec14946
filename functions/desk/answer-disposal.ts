import type { Disposal } from '#shared/domain/retention.ts';
import type { StaffId } from '#shared/domain/staff.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { deskAuditWrite } from '#shared/records/history-records.ts';
import { disposalWrite, listDisposals } from '#shared/records/retention-records.ts';

export type Answer = { done: true } | { done: false; why: string };

export const refusedFor = (why: string): Answer => ({ done: false, why });
export const somebodyFaster = refusedFor('Somebody else was faster. Look at the page again.');

type Says = { disposalId: string; who: StaffId; says: 'yes' | 'no' };

/** A first person approves, a second, other one agrees, either refuses. */
export function makeAnswerDisposal({ records, clock }: { records: RecordStore; clock: Clock }) {
  return async ({ disposalId, who, says }: Says): Promise<Answer> => {
    const found = (await listDisposals(records)).find(({ disposal }) => disposal.disposalId === disposalId);
    if (!found || !['proposed', 'approved'].includes(found.disposal.state))
      return refusedFor('This list is no longer open.');
    if (says === 'yes' && found.disposal.approved?.by === who)
      return refusedFor('You approved this list. A second, other person has to agree.');
    const next = answered(found.disposal, says, { by: who, at: clock.now() });
    const entry = {
      at: clock.now(),
      by: 'person',
      action: `disposal-${next.state}`,
      codes: [disposalId],
      who,
    } as const;
    const audit = deskAuditWrite({ ...entry, codes: [...entry.codes] });
    return (await records.write([disposalWrite(next, found.version), audit])) === 'written'
      ? { done: true }
      : somebodyFaster;
  };
}

function answered(disposal: Disposal, says: 'yes' | 'no', signed: NonNullable<Disposal['approved']>): Disposal {
  if (says === 'no') return { ...disposal, state: 'refused', refused: signed };
  if (disposal.approved === null) return { ...disposal, state: 'approved', approved: signed };
  return { ...disposal, state: 'agreed', second: signed };
}
