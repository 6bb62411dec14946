import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sourceFiles } from './source-files.ts';

const holding = (pattern: RegExp) => sourceFiles().filter((file) => pattern.test(readFileSync(file, 'utf8')));

/** Decision 0026. The stores themselves refuse to change such a row or to take it away (test/contracts/audit-trail.contract.ts). */
describe('rows of the audit trail', () => {
  it('are made by one function, and those of who looked by two', () => {
    expect(holding(/prefix: '(?:AUDIT#)?'/)).toEqual([
      'shared/records/audit-records.ts',
      'shared/records/history-records.ts',
      'shared/records/person-history-records.ts',
    ]);
    expect(holding(/sk: [`']AUDIT#/)).toEqual([]);
    expect(holding(/sk: [`']OPENED#/)).toEqual([
      'shared/records/history-records.ts',
      'shared/records/person-history-records.ts',
    ]);
    // one names rows of the desk, one knows them by their name, one finds them in the database
    expect(holding(/DESK#AUDIT#[`'$]/)).toEqual([
      'shared/adapters/local/sqlite-audit-partitions.ts',
      'shared/records/audit-chain.ts',
      'shared/records/history-records.ts',
    ]);
  });

  it('go into both stores through the chain, and into the tables of those by nobody else', () => {
    const stores = ['shared/adapters/aws/dynamo-record-store.ts', 'shared/adapters/local/sqlite-record-store.ts'];
    expect(holding(/[^\w]chainedRecordStore\(\{/)).toEqual(stores);
    expect(holding(/TransactWriteItemsCommand\(/)).toEqual([stores[0]]);
    // these lay down rows as they were, links and all, and only where a whole programme moves or is made anew
    const moved = ['shared/adapters/aws/dynamo-record-rows.ts', 'shared/adapters/local/sqlite-record-rows.ts'];
    expect(holding(/REPLACE INTO records|DELETE FROM records|INSERT INTO records|UPDATE records/)).toEqual([
      moved[1],
      stores[1],
    ]);
    expect(holding(/[^\w](?:PutItem|UpdateItem|DeleteItem|BatchWriteItem)Command\b/)).toEqual([moved[0]]);
    expect(holding(/adapters\/(?:aws|local)\/(?:dynamo|sqlite)-record-rows/)).toEqual([
      // of registers and accounts only
      'infra/local/rebuild/rebuild-store.ts',
      'infra/move/digest.ts',
      'infra/move/place.ts',
    ]);
  });

  it('have their links written by the chain alone, and their ends by the chain and the night that seals them', () => {
    expect(holding(/[^\w]withLink\(/)).toEqual([
      'shared/adapters/chained-record-store.ts',
      'shared/records/audit-chain.ts',
    ]);
    expect(holding(/[^\w]headRecord\(/)).toEqual([
      'functions/seal-audit/seal-audit.ts',
      'shared/adapters/chained-record-store.ts',
      'shared/records/audit-chain.ts',
      'shared/records/verify-chain.ts',
    ]);
  });
});
