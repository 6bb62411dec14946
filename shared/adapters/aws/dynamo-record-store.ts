import { setTimeout } from 'node:timers/promises';
import { DynamoDBClient, GetItemCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { z } from 'zod';
import { chainedRecordStore } from '#shared/adapters/chained-record-store.ts';
import { checkKey, checkWrites } from '#shared/adapters/record-writes.ts';
import { TryAgain } from '#shared/domain/faults.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { answerOf, errorNameOf, faultOf } from './aws-faults.ts';
import { keyItem, recordOf } from './dynamo-record-item.ts';
import { countInDynamo, listFromDynamo } from './dynamo-record-list.ts';
import { transactItemOf } from './dynamo-record-write.ts';

const foundSchema = z.object({ Item: z.unknown().optional() });

const cancelledSchema = z.object({
  name: z.literal('TransactionCanceledException'),
  CancellationReasons: z.array(z.object({ Code: z.string().optional() })),
});

/** Two who add to one audit trail at the same moment meet; who is still in the way after a second is told to try later. */
const racesMax = 8;

/** Another writer, or too many at once, stood in the way: the same write may work in a moment. */
const passingReasons = /TransactionConflict|ThroughputExceeded|Throttling/;

/**
 * One table with pk and sk and two sparse indexes (`index1`: index1pk, index1sk; `index2` alike; all attributes). A write is always a
 * transaction, even of one record: its request token makes the SDK's own repeats harmless, so "conflict" is never our
 * own earlier attempt. Reads of the table are consistent; the indexes follow a moment later.
 */
export function openDynamoRecordStore(tableName: string, client = new DynamoDBClient({})): RecordStore {
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
      for (let time = 1; ; time += 1) {
        try {
          await client.send(new TransactWriteItemsCommand({ TransactItems }));
          return 'written';
        } catch (error) {
          if (!isRace(error) || time === racesMax) return conflictOrFault(error);
          await setTimeout(time * 20 * (1 + Math.random()));
        }
      }
    },
  });
}

/** Another transaction held one of the rows in the same thousandth of a second, and nothing else is wrong: the SDK does not ask again. */
function isRace(error: unknown): boolean {
  const cancelled = cancelledSchema.safeParse(error);
  const codes = new Set(cancelled.data?.CancellationReasons.map((reason) => reason.Code ?? 'None'));
  codes.delete('None');
  return codes.size === 1 && codes.has('TransactionConflict');
}

function conflictOrFault(error: unknown): 'conflict' {
  const cancelled = cancelledSchema.safeParse(error);
  const codes = cancelled.data?.CancellationReasons.map((reason) => reason.Code ?? '') ?? [];
  if (codes.includes('ConditionalCheckFailed')) return 'conflict';
  if (codes.some((code) => passingReasons.test(code))) throw new TryAgain(`AWS is busy (${errorNameOf(error)})`);
  throw faultOf(error);
}

function raise(error: unknown): never {
  throw faultOf(error);
}
