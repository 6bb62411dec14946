import { describe } from 'vitest';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { topicChoicesContract } from '#test/contracts/topic-choices.contract.ts';

describe('choices of topics in SQLite', () => {
  topicChoicesContract(async () => openSqliteRecordStore(':memory:'));
});
