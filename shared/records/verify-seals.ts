import type { AuditHeads } from '#shared/ports/audit-heads.ts';
import type { RecordStore, StoredRecord } from '#shared/ports/record-store.ts';
import { dayInText, hashOfDay, listSealRows, type SealedDay, type SealedEnd, sealOf } from './audit-seals.ts';
import { type ChainFault, orUnreadable } from './verify-chain.ts';

export type SealsVerified = {
  seals: number;
  /** the newest of them; null where nothing was sealed yet */
  lastDay: string | null;
  /** days that also lie outside the store and say the same; null where nowhere outside was looked at */
  outside: number | null;
  faults: ChainFault[];
  /** what was ever sealed, by chain */
  ends: ReadonlyMap<string, SealedEnd[]>;
};

const seals = 'SEALS';

/** Checks the chain of days, and each day against what was laid down outside the store. */
export async function verifySeals(records: RecordStore, heads: AuditHeads | null): Promise<SealsVerified> {
  const faults: ChainFault[] = [];
  const ends = new Map<string, SealedEnd[]>();
  const take = (day: SealedDay) => {
    for (const end of day.heads) ends.set(end[0], [...(ends.get(end[0]) ?? []), end]);
  };
  // before the seals: what is laid down meanwhile has a seal already
  const laid = heads === null ? [] : await heads.days();
  const listed = await orUnreadable(() => listSealRows(records));
  if (listed === null) faults.push({ chain: seals, row: null, says: 'a seal cannot be read' });
  const rows = listed ?? [];
  const days = new Map<string, string>();
  let previous = '';
  for (const [at, row] of rows.entries()) {
    const read = await orUnreadable(() => sealOf(records, row));
    const says =
      read === null ? 'the seal of this day was changed' : whyBroken(read, row, { number: at + 1, previous });
    if (says !== null) faults.push({ chain: seals, row: row.sk, says });
    if (read === null) continue;
    previous = read.hash;
    days.set(read.day, read.hash);
    take(read);
  }
  const lastDay = rows.at(-1)?.sk ?? null;
  if (heads === null) return { seals: rows.length, lastDay, outside: null, faults, ends };
  const outside = await compare({ heads, laid }, days, lastDay);
  // what lies outside counts, whatever the store says now
  for (const day of outside.others) take(day);
  return { seals: rows.length, lastDay, outside: outside.same, faults: [...faults, ...outside.faults], ends };
}

function whyBroken(
  seal: SealedDay,
  row: StoredRecord,
  { number, previous }: Pick<SealedDay, 'number' | 'previous'>,
): string | null {
  if (seal.hash !== hashOfDay(seal) || seal.day !== row.sk || row.version !== 1)
    return 'the seal of this day was changed';
  if (seal.number !== number) return 'the seal of a day before this one is gone, or one was added';
  return seal.previous === previous ? null : 'the seal of this day does not follow the one before it';
}

type Compared = { same: number; faults: ChainFault[]; others: SealedDay[] };

/** The last day may not be laid down yet: the seal is written first. */
async function compare(
  { heads, laid }: { heads: AuditHeads; laid: readonly string[] },
  days: ReadonlyMap<string, string>,
  last: string | null,
): Promise<Compared> {
  const compared: Compared = { same: 0, faults: [], others: [] };
  const fault = (row: string, says: string) => compared.faults.push({ chain: seals, row, says });
  for (const day of laid) {
    const sealed = dayInText((await heads.read(day)) ?? '');
    if (sealed === null || sealed.day !== day || sealed.hash !== hashOfDay(sealed)) {
      fault(day, 'what was laid down outside for this day was changed');
    } else if (days.get(day) === sealed.hash) compared.same += 1;
    else {
      compared.others.push(sealed);
      fault(
        day,
        days.has(day) ? 'another seal was laid down outside for this day' : 'was sealed, and its seal is gone',
      );
    }
  }
  for (const day of days.keys())
    if (!laid.includes(day) && day !== last) fault(day, 'is not laid down outside, and later days are or should be');
  return compared;
}
