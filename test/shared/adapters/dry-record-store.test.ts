import { describe, expect, it } from 'vitest';
import { dryRecordStore } from '#shared/adapters/dry-record-store.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import type { StoredRecord } from '#shared/ports/record-store.ts';
import { recordStoreContract } from '#test/contracts/record-store.contract.ts';
import { recordStoreModel } from '#test/contracts/record-store.model.ts';

const row = (sk: string, index1?: string) => {
  return { pk: 'P', sk, body: { sk }, ...(index1 === undefined ? {} : { index1: { pk: 'LIST', sk: index1 } }) };
};

describe('a store that is only tried', () => {
  const open = async () => dryRecordStore(openSqliteRecordStore(':memory:'));
  recordStoreContract(open);
  recordStoreModel(open, 30);

  it('shows what is there and what would be as one, page by page, and writes nothing', async () => {
    const real = openSqliteRecordStore(':memory:');
    await real.write([row('a', '3'), row('b', '1'), row('c'), row('d', '2')].map((put) => ({ put, expect: 'absent' })));
    const dry = dryRecordStore(real);
    await dry.write([
      { remove: { pk: 'P', sk: 'a' }, expect: { version: 1 } },
      { put: row('b', '9'), expect: { version: 1 } },
      { put: row('bb', '2'), expect: 'absent' },
    ]);
    const listed: string[] = [];
    let after: string | undefined;
    do {
      const page = await dry.list({ pk: 'LIST', index: 'index1', limit: 1, ...(after === undefined ? {} : { after }) });
      listed.push(...page.records.map(({ sk }: StoredRecord) => sk));
      after = page.after;
    } while (after !== undefined);
    expect(listed).toEqual(['bb', 'd', 'b']);
    expect((await dry.list({ pk: 'P', newestFirst: true })).records.map(({ sk }) => sk)).toEqual(['d', 'c', 'bb', 'b']);
    expect(await dry.count({ pk: 'LIST', index: 'index1' })).toBe(3);
    expect((await real.list({ pk: 'P' })).records.map(({ sk, version }) => `${sk}${version}`)).toEqual([
      'a1',
      'b1',
      'c1',
      'd1',
    ]);
    expect(
      dry.changes().map(({ key, before, after: then }) => [key.sk, before?.version ?? 0, then?.version ?? 0]),
    ).toEqual([
      ['a', 1, 0],
      ['b', 1, 2],
      ['bb', 0, 1],
    ]);
  });

  it('forgets what would be put and taken away again', async () => {
    const dry = await open();
    await dry.write([{ put: row('a', '1'), expect: 'absent' }]);
    await dry.write([{ remove: { pk: 'P', sk: 'a' }, expect: { version: 1 } }]);
    expect(dry.changes()).toEqual([]);
  });
});
