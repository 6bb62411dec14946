import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync, type SQLOutputValue } from 'node:sqlite';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { auditWrite } from '#shared/records/audit-records.ts';
import { noteAtDesk, noteOpening } from '#shared/records/history-records.ts';
import { personAuditWrite } from '#shared/records/person-history-records.ts';
import { submissionIdFor } from './a-submission.ts';
import { ann, ben } from './staff.ts';

export type AuditedOffice = ReturnType<typeof anAuditedOffice>;
/** A row as the database holds it. */
export type DatabaseRow = Record<string, SQLOutputValue>;

/** A folder with a store, and a way past the store to its rows: what the store itself lets nobody do. */
export function anAuditedOffice() {
  const folder = mkdtempSync(join(tmpdir(), 'audited-'));
  const file = join(folder, 'records.sqlite');
  const records = openSqliteRecordStore(file);
  const database = new DatabaseSync(file, { timeout: 10_000 });
  return {
    folder,
    file,
    records,
    rows: (): DatabaseRow[] => database.prepare('SELECT * FROM records ORDER BY pk, sk').all(),
    remove: ({ pk, sk }: DatabaseRow) => {
      database.prepare('DELETE FROM records WHERE pk = ? AND sk = ?').run(pk ?? null, sk ?? null);
    },
    insert: (row: DatabaseRow) => {
      const marks = Object.keys(row).map(() => '?');
      database.prepare(`INSERT INTO records VALUES (${marks})`).run(...Object.values(row));
    },
    close() {
      database.close();
      records.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const minute = (number: number) => `2026-12-02T15:${String(number).padStart(2, '0')}:00.000Z`;

/** Mails that people work on, people on the roster, and the desk of a month: some rows of each kind. */
export async function someTrails({ records }: Pick<AuditedOffice, 'records'>, from = 0): Promise<void> {
  for (const number of [1, 2, 3]) {
    const id = submissionIdFor(number);
    for (const [at, action] of ['opened', 'judged', 'claimed', 'decided'].entries())
      await records.write([auditWrite(id, { at: minute(from + at), by: 'person', action, codes: [], who: ann })]);
    await noteOpening(records, id, `${from}#session`, {
      at: minute(from + 5),
      action: 'opened-case',
      codes: [],
      who: ben,
    });
  }
  const entry = { at: minute(from), by: 'person', action: 'roster-changed', codes: ['legalName'], who: ann } as const;
  for (const specialistId of ['RPSS-1', 'RPSS-2']) {
    await records.write([personAuditWrite(specialistId, { ...entry, codes: [...entry.codes] }, { changes: ['a'] })]);
    await records.write([personAuditWrite(specialistId, { ...entry, codes: [...entry.codes] }, { changes: ['b'] })]);
  }
  for (const code of ['one', 'two', 'two'])
    await noteAtDesk(records, { at: minute(from), by: 'person', action: 'link-made', codes: [code], who: ann });
}
