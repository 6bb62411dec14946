import { describe } from 'vitest';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { sweepRecordsContract } from '#test/contracts/sweep-records.contract.ts';

describe('rows of the sweep in SQLite', () => sweepRecordsContract(async () => openSqliteRecordStore(':memory:')));
