import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDynamoRecordStore } from '#shared/adapters/aws/dynamo-record-store.ts';
import { readTwiceSnapshots } from '#shared/adapters/read-twice-snapshots.ts';
import { auditTrailContract } from '#test/contracts/audit-trail.contract.ts';
import { clientOf } from '#test/contracts/aws-client.ts';
import { deskRowsContract } from '#test/contracts/desk-rows.contract.ts';
import { leasesContract } from '#test/contracts/leases.contract.ts';
import { hasMoto, type Moto, startMoto } from '#test/contracts/moto-server.ts';
import { paceContract } from '#test/contracts/pace.contract.ts';
import { recordSnapshotsContract } from '#test/contracts/record-snapshots.contract.ts';
import { recordStoreContract } from '#test/contracts/record-store.contract.ts';
import { recordStoreModel } from '#test/contracts/record-store.model.ts';
import { makeRecordsTable } from '#test/contracts/records-table.ts';
import { sendingContract } from '#test/contracts/sending.contract.ts';
import { sweepRecordsContract } from '#test/contracts/sweep-records.contract.ts';
import { topicChoicesContract } from '#test/contracts/topic-choices.contract.ts';

/** One write at a time: moto does not keep concurrent transactions apart, so the race is tried on SQLite only. */
describe.skipIf(!hasMoto)('the DynamoDB record store, against moto', () => {
  let moto: Moto;
  beforeAll(async () => {
    moto = await startMoto();
  });
  afterAll(() => moto?.stop());

  const open = (table: string) => async () =>
    openDynamoRecordStore(table, await makeRecordsTable(moto.endpoint, table));

  recordStoreContract(open('contract'));
  recordStoreModel(open('model'), 15);

  let trails = 0;
  describe('audit trails in DynamoDB', () =>
    auditTrailContract(async () => open(`trails${++trails}`)(), { writers: 0 }));
  describe('leases in DynamoDB', () => leasesContract(open('leases'), { races: 0 }));
  let paces = 0;
  describe('turns in DynamoDB', () => paceContract(async () => open(`paces${++paces}`)()));
  describe('rows of the desk in DynamoDB', () => deskRowsContract(open('desk')));
  describe('choices of topics in DynamoDB', () => topicChoicesContract(open('choices')));
  let sendings = 0;
  describe('two senders over DynamoDB', () =>
    sendingContract(async () => {
      const store = await open(`sendings${++sendings}`)();
      return [store, store];
    }, false));
  describe('rows of the sweep in DynamoDB', () => sweepRecordsContract(open('sweep')));
  let snapshots = 0;
  describe('snapshots of DynamoDB', () =>
    recordSnapshotsContract(async () => {
      const store = await open(`snapshots${++snapshots}`)();
      return { store, snapshots: readTwiceSnapshots(store) };
    }));

  it('gives up on a table that is not there', async () => {
    const store = openDynamoRecordStore('missing', new DynamoDBClient(clientOf(moto.endpoint)));
    await expect(store.find({ pk: 'a', sk: 'b' })).rejects.toMatchObject({ name: 'GiveUp' });
    await expect(store.list({ pk: 'a' })).rejects.toMatchObject({ name: 'GiveUp' });
  });
});
