import { describe } from 'vitest';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { leasesContract } from '#test/contracts/leases.contract.ts';

describe('leases in SQLite', () => {
  leasesContract(async () => openSqliteRecordStore(':memory:'), { races: 200 });
});
