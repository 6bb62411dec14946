import { DynamoDBClient, GetItemCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { z } from 'zod';
import { chainedRecordStore } from '#shared/adapters/chained-record-store.ts';
import { checkKey, checkWrites } from '#shared/adapters/record-writes.ts';
import { Paced } from '#shared/domain/faults.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { answerOf, errorNameOf, faultOf } from './aws-faults.ts';
import { cancelledBecause, isHeldBack, sendPatiently, type Waiting } from './dynamo-held-back.ts';
import { keyItem, recordOf } from './dynamo-record-item.ts';
import { countInDynamo, listFromDynamo } from './dynamo-record-list.ts';
import { transactItemOf } from './dynamo-record-write.ts';

const foundSchema = z.object({ Item: z.unknown().optional() });

/**
 * One table with pk and sk and two sparse indexes (`index1`: index1pk, index1sk; `index2` alike; all attributes). A write is always a
 * transaction, even of one record: its request token makes the SDK's own repeats harmless, so "conflict" is never our
 * own earlier attempt. Reads of the table are consistent; the indexes follow a moment later.
 */
export function openDynamoRecordStore(
  tableName: string,
  client = new DynamoDBClient({}),
  waiting?: Waiting,
): RecordStore {
  return chainedRecordStore({
    async find(key) {
      checkKey(key);
      const command = new GetItemCommand({ TableName: tableName, Key: keyItem(key), ConsistentRead: true });
      const { Item } = answerOf(foundSchema, await client.send(command).catch(raise));
      return Item ? recordOf(Item) : null;
    },
    list: (query) => listFromDynamo(client, tableName, query),
    count: (query) => countInDynamo(client, tableName, query),
    async write(writes) {
      checkWrites(writes);
      const TransactItems = writes.map((write) => transactItemOf(tableName, write));
      try {
        await sendPatiently(() => client.send(new TransactWriteItemsCommand({ TransactItems })), waiting);
        return 'written';
      } catch (error) {
        return conflictOrFault(error);
      }
    },
  });
}

function conflictOrFault(error: unknown): 'conflict' {
  if (cancelledBecause(error).includes('ConditionalCheckFailed')) return 'conflict';
  if (isHeldBack(error)) throw new Paced(`others write too much at once (${errorNameOf(error)})`);
  throw faultOf(error);
}

function raise(error: unknown): never {
  throw faultOf(error);
}
