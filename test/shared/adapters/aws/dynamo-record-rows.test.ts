import { afterAll, beforeAll, describe } from 'vitest';
import { openDynamoRecordRows } from '#shared/adapters/aws/dynamo-record-rows.ts';
import { openDynamoRecordStore } from '#shared/adapters/aws/dynamo-record-store.ts';
import { hasMoto, type Moto, startMoto } from '#test/contracts/moto-server.ts';
import { recordRowsContract } from '#test/contracts/record-rows.contract.ts';
import { makeRecordsTable } from '#test/contracts/records-table.ts';

describe.skipIf(!hasMoto)('the rows of a DynamoDB table, against moto', () => {
  let moto: Moto;
  let tables = 0;
  beforeAll(async () => {
    moto = await startMoto();
  });
  afterAll(() => moto?.stop());

  recordRowsContract(async () => {
    const table = `rows${++tables}`;
    const client = await makeRecordsTable(moto.endpoint, table);
    return { rows: openDynamoRecordRows(table, client), store: openDynamoRecordStore(table, client) };
  });
});
