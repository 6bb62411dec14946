import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSealAudit } from '#functions/seal-audit/seal-audit.ts';
import { openFolderAuditHeads } from '#shared/adapters/local/folder-audit-heads.ts';
import { auditPartitions } from '#shared/adapters/local/sqlite-audit-partitions.ts';
import { verifyAudit } from '#shared/records/verify-audit.ts';
import { type AuditedOffice, anAuditedOffice, type DatabaseRow, someTrails } from '#test/builders/an-audited-office.ts';

let office: AuditedOffice;
let heads: ReturnType<typeof openFolderAuditHeads>;
let rows: DatabaseRow[] = [];

/** Two nights are sealed, and more has happened since. */
beforeAll(async () => {
  office = anAuditedOffice();
  const { records, folder } = office;
  heads = openFolderAuditHeads(`${folder}/audit-heads`);
  for (const day of ['02', '03']) {
    await someTrails(office, Number(day) * 10);
    const clock = { now: () => `2026-12-${day}T20:00:00.000Z` };
    await makeSealAudit({ records, heads, clock, timeZone: 'America/Chicago' })();
  }
  await someTrails(office, 40);
  rows = office.rows();
});
afterAll(() => office.close());

const verify = (where: typeof heads | null = heads) =>
  verifyAudit({ records: office.records, heads: where, alsoIn: auditPartitions(office.file) });

/** Changes rows past the store, looks, and puts everything back. */
async function tampered(change: () => void) {
  change();
  const verified = await verify();
  const wanted = new Map(rows.map((row) => [`${row.pk} ${row.sk}`, row]));
  for (const row of office.rows()) if (!same(row, wanted.get(`${row.pk} ${row.sk}`))) office.remove(row);
  const there = new Set(office.rows().map((row) => `${row.pk} ${row.sk}`));
  for (const [key, row] of wanted) if (!there.has(key)) office.insert(row);
  return verified;
}
const same = (one: DatabaseRow, other: DatabaseRow | undefined) => JSON.stringify(one) === JSON.stringify(other);
const swapped = (row: DatabaseRow, to: DatabaseRow) => {
  office.remove(row);
  office.remove(to);
  office.insert(to);
};
const isRow = ({ pk, sk }: DatabaseRow) =>
  /^(?:AUDIT|OPENED)#/.test(String(sk)) || String(pk).startsWith('DESK#AUDIT#');
/** The ends of trails are written each time: how often is the store's own count, and says nothing. */
const isSaid = (row: DatabaseRow) => isRow(row) || row.pk === 'SEALS';

describe('the audit trail of an office', () => {
  it('holds as it was written: every row is in a chain, every chain was sealed twice, inside and outside', async () => {
    const verified = await verify();
    expect(verified).toEqual({
      ...{ chains: 6, rows: 3 * (3 * 5 + 2 * 2 + 3), seals: 2, outside: 2 },
      ...{ lastDay: '2026-12-03', faults: [], faultCount: 0 },
    });
    expect(rows.filter(isRow)).toHaveLength(verified.rows);
  });

  it('shows every single row that is gone: of a trail, of the ends of trails, of a seal', async () => {
    const unseen: string[] = [];
    for (const row of rows) {
      const { faultCount } = await tampered(() => office.remove(row));
      if (faultCount === 0) unseen.push(`${row.pk} ${row.sk}`);
    }
    expect(rows.length).toBeGreaterThan(70);
    expect(unseen).toEqual([]);
    expect((await verify()).faultCount).toBe(0);
  });

  it('B274: shows a change of one byte in any column of any row', async () => {
    const place = fc.record({ row: fc.nat(), column: fc.nat(), byte: fc.nat(), by: fc.integer({ min: 1, max: 94 }) });
    await fc.assert(
      fc.asyncProperty(place, async ({ row: at, column, byte, by }) => {
        const row = rows[at % rows.length] ?? {};
        const names = Object.keys(row).filter((name) => row[name] !== null && (name !== 'version' || isSaid(row)));
        const name = names[column % names.length] ?? '';
        const changed = { ...row, [name]: withByte(row[name] ?? '', byte, by) };
        fc.pre(!isSameText(row, changed));
        const { faultCount } = await tampered(() => swapped(row, changed));
        expect(faultCount, `${name} of ${row.pk} ${row.sk}`).toBeGreaterThan(0);
      }),
      { numRuns: 120, seed: 7 },
    );
  }, 60_000);

  it('shows two rows of a trail that changed places, and a row that was slipped in', async () => {
    const trails = rows.filter(isRow);
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), async (at, other) => {
        const [one, two] = [trails[at % trails.length] ?? {}, trails[other % trails.length] ?? {}];
        fc.pre(one.body !== two.body);
        const moved = await tampered(() => {
          swapped(one, { ...one, body: two.body ?? '' });
          swapped(two, { ...two, body: one.body ?? '' });
        });
        expect(moved.faultCount).toBeGreaterThan(0);
        const slipped = await tampered(() => office.insert({ ...one, sk: `${one.sk}#again` }));
        expect(slipped.faultCount).toBeGreaterThan(0);
      }),
      { numRuns: 25, seed: 7 },
    );
  }, 60_000);

  it('names the row that was changed, and the place after one that is gone', async () => {
    const trail = rows.filter((row) => isRow(row) && row.pk === 'PERSON#RPSS-1');
    const [first = {}, second = {}] = trail.sort((a, b) => numberOf(a) - numberOf(b));
    const body = String(first.body).replace('legalName', 'lega1Name');
    expect((await tampered(() => swapped(first, { ...first, body }))).faults[0]).toEqual({
      ...{ chain: 'PERSON#RPSS-1', row: first.sk, says: 'was changed: its hash is not that of what it says' },
    });
    expect((await tampered(() => office.remove(first))).faults[0]).toEqual({
      ...{ chain: 'PERSON#RPSS-1', row: second.sk },
      says: 'should be row 1 and is row 2: a row before it is gone',
    });
  });

  it('B275: shows a whole trail that was taken away with its end, once a night has sealed it', async () => {
    const { faults } = await tampered(() => {
      for (const row of rows) if (String(row.pk).endsWith('PERSON#RPSS-2')) office.remove(row);
    });
    expect(faults.map(({ chain }) => chain)).toContain('PERSON#RPSS-2');
  });

  it('shows by what lies outside that the whole database is another one, however well it fits itself', async () => {
    const other = anAuditedOffice();
    await someTrails(other, 20);
    const clock = { now: () => '2026-12-02T21:00:00.000Z' };
    const theirs = openFolderAuditHeads(`${other.folder}/audit-heads`);
    await makeSealAudit({ records: other.records, heads: theirs, clock, timeZone: 'America/Chicago' })();
    expect((await verifyAudit({ records: other.records, heads: theirs })).faultCount).toBe(0);
    const { faults } = await verifyAudit({ records: other.records, heads });
    expect(faults[0]).toMatchObject({ chain: 'SEALS', row: '2026-12-02' });
    other.close();
  });

  it('can be checked while rows are written', async () => {
    const writing = someTrails(office, 50);
    const looks = await Promise.all([verify(), verify(), verify()]);
    await writing;
    expect(looks.flatMap(({ faults }) => faults)).toEqual([]);
    expect((await verify()).rows).toBeGreaterThan(rows.filter(isRow).length);
    rows = office.rows();
  });
});

const numberOf = (row: DatabaseRow) => Number(/"number":(\d+)/.exec(String(row.body))?.[1]);

/** Another character that can be printed, at that place; a number goes up. */
function withByte(value: NonNullable<DatabaseRow[string]>, byte: number, by: number): string | number {
  if (typeof value === 'number') return value + by;
  const text = String(value);
  const at = byte % text.length;
  const code = 33 + ((text.charCodeAt(at) - 33 + by) % 94);
  return text.slice(0, at) + String.fromCharCode(code) + text.slice(at + 1);
}

function isSameText(one: DatabaseRow, other: DatabaseRow): boolean {
  try {
    return (
      same({ ...one, body: '' }, { ...other, body: '' }) && same(JSON.parse(`${one.body}`), JSON.parse(`${other.body}`))
    );
  } catch {
    return false;
  }
}
