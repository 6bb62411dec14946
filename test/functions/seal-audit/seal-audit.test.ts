import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeSealAudit } from '#functions/seal-audit/seal-audit.ts';
import { openFolderAuditHeads } from '#shared/adapters/local/folder-audit-heads.ts';
import { TryAgain } from '#shared/domain/faults.ts';
import type { AuditHeads } from '#shared/ports/audit-heads.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { dayInText } from '#shared/records/audit-seals.ts';
import { personAuditWrite } from '#shared/records/person-history-records.ts';
import { verifyAudit } from '#shared/records/verify-audit.ts';
import { type AuditedOffice, anAuditedOffice, someTrails } from '#test/builders/an-audited-office.ts';

let office: AuditedOffice;
let heads: AuditHeads;
beforeEach(() => {
  office = anAuditedOffice();
  heads = openFolderAuditHeads(`${office.folder}/audit-heads`);
});
afterEach(() => office.close());

const seal = (now: string, own: { records?: RecordStore; heads?: AuditHeads } = {}) =>
  makeSealAudit({ records: office.records, heads, clock: { now: () => now }, timeZone: 'America/Chicago', ...own })();
const faults = async () => (await verifyAudit({ records: office.records, heads })).faults;

describe('the seal of a night', () => {
  it('takes down the end of each trail that grew since the last one, and ties that to the day before', async () => {
    await someTrails(office);
    expect(await seal('2026-12-03T05:59:00.000Z')).toEqual({ day: '2026-12-02', chains: 6, isNew: true });
    expect(await seal('2026-12-03T06:00:00.000Z')).toEqual({ day: '2026-12-03', chains: 0, isNew: true });
    expect(await seal('2026-12-03T07:00:00.000Z')).toMatchObject({ day: '2026-12-03', isNew: false });
    const [first, second] = await Promise.all(
      (await heads.days()).map(async (day) => dayInText((await heads.read(day)) ?? '')),
    );
    expect(first?.heads.map(([, count]) => count).sort()).toEqual([2, 2, 3, 5, 5, 5]);
    expect(second).toMatchObject({ number: 2, previous: first?.hash, heads: [] });
    expect(await faults()).toEqual([]);
  });

  it('is finished by the next one, wherever it was cut off', async () => {
    await someTrails(office);
    for (let kept = 0; ; kept += 1) {
      const isWhole = await seal(`2026-12-${String(kept + 2).padStart(2, '0')}T20:00:00.000Z`, cutOffAfter(kept)).then(
        () => true,
        () => false,
      );
      await someTrails(office, kept + 6);
      expect(await faults()).toEqual([]);
      if (isWhole) break;
      expect(kept).toBeLessThan(40);
    }
    await seal('2026-12-30T20:00:00.000Z');
    expect(await faults()).toEqual([]);
    expect(await verifyAudit({ records: office.records, heads })).toMatchObject({ lastDay: '2026-12-30' });
  });

  it('of more trails than fit one row is one day, of which every end is there', async () => {
    for (let twelve = 0; twelve < 34; twelve += 1) await office.records.write(twelveTrails(twelve));
    expect(await seal('2026-12-03T20:00:00.000Z')).toMatchObject({ chains: 34 * 12 });
    expect(dayInText((await heads.read('2026-12-03')) ?? '')?.heads).toHaveLength(34 * 12);
    expect(await faults()).toEqual([]);
  });

  it('is never laid over another one of the same day', async () => {
    await someTrails(office);
    await heads.keep('2026-12-02', '{"another":"one"}');
    await expect(seal('2026-12-02T20:00:00.000Z')).rejects.toMatchObject({ name: 'GiveUp' });
    expect((await faults())[0]).toMatchObject({ chain: 'SEALS', row: '2026-12-02' });
  });
});

const twelveTrails = (number: number) =>
  Array.from({ length: 12 }, (_, person) =>
    personAuditWrite(`RPSS-${number}-${person}`, {
      at: '2026-12-03',
      by: 'machine',
      action: 'roster-added',
      codes: [],
    }),
  );

/** Every write from then on fails: to the store, and outside of it. */
function cutOffAfter(writes: number): { records: RecordStore; heads: AuditHeads } {
  let left = writes;
  const count = () => {
    left -= 1;
    if (left < 0) throw new TryAgain('cut off');
  };
  return {
    records: {
      ...office.records,
      write: async (all) => {
        count();
        return office.records.write(all);
      },
    },
    heads: {
      ...heads,
      keep: async (day, text) => {
        count();
        return heads.keep(day, text);
      },
    },
  };
}
