import { setTimeout } from 'node:timers/promises';
import {
  type AttributeValue,
  BatchWriteItemCommand,
  DynamoDBClient,
  ScanCommand,
  type WriteRequest,
} from '@aws-sdk/client-dynamodb';
import { z } from 'zod';
import { bodyText } from '#shared/adapters/record-writes.ts';
import { TryAgain } from '#shared/domain/faults.ts';
import type { RecordRows } from '#shared/ports/record-rows.ts';
import type { StoredRecord } from '#shared/ports/record-store.ts';
import { answerOf, faultOf } from './aws-faults.ts';
import { type Item, keyItem, recordOf } from './dynamo-record-item.ts';

const scannedSchema = z.object({
  Items: z.array(z.unknown()).optional(),
  LastEvaluatedKey: z.custom<Record<string, AttributeValue>>().optional(),
});
const rowsAtOnce = 25;
const triesMax = 12;

/** The rows of one table, by scan and in batches. The Lambdas may do neither: this is for whoever moves a programme. */
export function openDynamoRecordRows(TableName: string, client = new DynamoDBClient({})): RecordRows {
  async function putBatch(rows: readonly StoredRecord[]): Promise<void> {
    let waiting: WriteRequest[] = rows.map((row) => ({ PutRequest: { Item: itemOf(row) } }));
    for (let time = 0; waiting.length > 0; time += 1) {
      if (time === triesMax) throw new TryAgain('the table takes no more rows at this moment; start again');
      if (time > 0) await setTimeout(Math.random() * Math.min(5_000, 50 * 2 ** time));
      const command = new BatchWriteItemCommand({ RequestItems: { [TableName]: waiting } });
      const { UnprocessedItems = {} } = await client.send(command).catch(raise);
      waiting = UnprocessedItems[TableName] ?? [];
    }
  }

  return {
    async *all() {
      let from: Record<string, AttributeValue> | undefined;
      do {
        const asked = { TableName, ConsistentRead: true, ...(from && { ExclusiveStartKey: from }) };
        const page = answerOf(scannedSchema, await client.send(new ScanCommand(asked)).catch(raise));
        for (const item of page.Items ?? []) yield recordOf(item);
        from = page.LastEvaluatedKey;
      } while (from !== undefined);
    },
    async putAsTheyAre(rows) {
      for (let at = 0; at < rows.length; at += rowsAtOnce) await putBatch(rows.slice(at, at + rowsAtOnce));
    },
  };
}

function itemOf({ pk, sk, version, body, index1, index2 }: StoredRecord): Item {
  return {
    ...keyItem({ pk, sk }),
    version: { N: String(version) },
    body: { S: bodyText(body) },
    ...(index1 && { index1pk: { S: index1.pk }, index1sk: { S: index1.sk } }),
    ...(index2 && { index2pk: { S: index2.pk }, index2sk: { S: index2.sk } }),
  };
}

function raise(error: unknown): never {
  throw faultOf(error);
}
