import { beforeEach, describe, expect, it } from 'vitest';
import type { NewRecord, RecordStore, Write } from '#shared/ports/record-store.ts';
import { auditWrite } from '#shared/records/audit-records.ts';
import { listHistory, noteAtDesk } from '#shared/records/history-records.ts';
import { personAuditWrite } from '#shared/records/person-history-records.ts';
import { verifyAudit } from '#shared/records/verify-audit.ts';
import { submissionIdFor } from '#test/builders/a-submission.ts';
import { ann } from '#test/builders/staff.ts';

const id = submissionIdFor(1);
const at = '2026-12-02T15:00:00.000Z';
const entry = (action: string) => ({ at, by: 'person', action, codes: [], who: ann }) as const;
const noted = (action: string, about: number | string = '') => auditWrite(id, { ...entry(action), codes: [] }, about);
const row = (sk: string): NewRecord => ({ pk: `SUB#${id}`, sk, body: { of: sk } });

/** What both stores do with rows of the audit trail. `writers`: so many at one moment; 0 where the engine cannot do it. */
export function auditTrailContract(open: () => Promise<RecordStore>, { writers }: { writers: number }): void {
  let records: RecordStore;
  beforeEach(async () => {
    records = await open();
  });
  const faults = async () => (await verifyAudit({ records, heads: null })).faults;

  describe('a row of the audit trail', () => {
    it('is tied to the one before it, in the same transaction, however many one holds', async () => {
      expect(await records.write([noted('opened')])).toBe('written');
      const three = [noted('judged', 1), { put: row('OTHER'), expect: 'absent' } as const, noted('judged', 2)];
      expect(await records.write([...three, personAuditWrite('P-1', { ...entry('said'), codes: [] })])).toBe('written');
      expect(await verifyAudit({ records, heads: null })).toMatchObject({ chains: 2, rows: 4, faults: [] });
      expect(await listHistory(records, id)).toHaveLength(3);
    });

    it('is not there when the rest of its transaction is a conflict, nor does the trail move', async () => {
      await records.write([noted('opened')]);
      const taken: Write = { put: row('TAKEN'), expect: { version: 7 } };
      expect(await records.write([noted('judged'), taken])).toBe('conflict');
      expect(await records.write([noted('opened')])).toBe('conflict');
      expect(await verifyAudit({ records, heads: null })).toMatchObject({ rows: 1, faults: [] });
    });

    it('is never changed or taken away, whoever asks', async () => {
      const { put } = noted('opened') as { put: NewRecord };
      await records.write([{ put, expect: 'absent' }]);
      const tried: Write[] = [
        { put, expect: 'any' },
        { put, expect: { version: 1 } },
        { remove: { pk: put.pk, sk: put.sk }, expect: 'any' },
        { put: { ...put, sk: `${put.sk}#more`, index1: { pk: 'a', sk: 'b' } }, expect: 'absent' },
        { put: { ...put, sk: `${put.sk}#more`, body: { chain: 'mine' } }, expect: 'absent' },
      ];
      for (const write of tried) await expect(records.write([write])).rejects.toMatchObject({ name: 'GiveUp' });
      expect(await faults()).toEqual([]);
    });

    it('takes a second place among the 25 of a transaction, for the end of its trail', async () => {
      const others = (count: number) =>
        Array.from({ length: count }, (_, number): Write => ({ put: row(`ROW#${number}`), expect: 'any' }));
      expect(await records.write([...others(23), noted('judged')])).toBe('written');
      await expect(records.write([...others(24), noted('judged', 2)])).rejects.toMatchObject({ name: 'GiveUp' });
    });
  });

  it.skipIf(writers === 0)(
    'writers of one case at one moment all find their place, and none hinders another case',
    async () => {
      const other = (number: number) => submissionIdFor(number + 100);
      const all = Array.from({ length: writers }, (_, number) => [
        records.write([noted('claimed', number)]),
        records.write([auditWrite(other(number), { ...entry('claimed'), codes: [] })]),
        noteAtDesk(records, { ...entry('signed-in'), codes: [] }).then(() => 'written'),
      ]);
      expect(new Set(await Promise.all(all.flat()))).toEqual(new Set(['written']));
      expect(await verifyAudit({ records, heads: null })).toMatchObject({
        ...{ chains: writers + 2, rows: 3 * writers, faults: [] },
      });
    },
  );
}
