import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe } from 'vitest';
import { openSqliteRecordRows } from '#shared/adapters/local/sqlite-record-rows.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { recordRowsContract } from '#test/contracts/record-rows.contract.ts';

const scratch = mkdtempSync(join(tmpdir(), 'rows-'));
const opened: { close(): void }[] = [];
afterAll(() => {
  for (const one of opened) one.close();
  rmSync(scratch, { recursive: true, force: true });
});

describe('the rows of an SQLite file', () =>
  recordRowsContract(async () => {
    const path = join(scratch, `${opened.length}.sqlite`);
    const [rows, store] = [openSqliteRecordRows(path), openSqliteRecordStore(path)];
    opened.push(rows, store);
    return { rows, store };
  }));
