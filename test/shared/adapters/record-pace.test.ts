import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from 'vitest';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { paceContract } from '#test/contracts/pace.contract.ts';

describe('turns kept in SQLite', () => {
  paceContract(async () => openSqliteRecordStore(join(mkdtempSync(join(tmpdir(), 'pace-')), 'records.sqlite')));
});
