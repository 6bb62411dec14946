import { describe } from 'vitest';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { deskRowsContract } from '#test/contracts/desk-rows.contract.ts';

describe('rows of the desk on one machine', () => deskRowsContract(async () => openSqliteRecordStore(':memory:')));
