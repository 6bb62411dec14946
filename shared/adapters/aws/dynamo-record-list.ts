import { type DynamoDBClient, QueryCommand, type QueryCommandInput } from '@aws-sdk/client-dynamodb';
import { z } from 'zod';
import { checkedLimit, type Position, pageOf, positionOf } from '#shared/adapters/record-page.ts';
import { checkKey } from '#shared/adapters/record-writes.ts';
import type { CountQuery, ListQuery, RecordPage, StoredRecord } from '#shared/ports/record-store.ts';
import { answerOf, faultOf } from './aws-faults.ts';
import { type Item, keyItem, recordOf } from './dynamo-record-item.ts';

const answerSchema = z.object({
  Items: z.array(z.unknown()).default([]),
  LastEvaluatedKey: z.record(z.string(), z.object({ S: z.string() })).optional(),
});
const countedSchema = answerSchema.extend({ Count: z.number().int() });

/** Asks for one record more than wanted, so that `after` is given exactly when there is more; a page of DynamoDB ends at 1 MB. */
export async function listFromDynamo(client: DynamoDBClient, table: string, query: ListQuery): Promise<RecordPage> {
  const limit = checkedLimit(query);
  const position = positionOf(query);
  if (isEmptyRange(query)) return { records: [] };
  const input = inputOf(table, query);
  const found: StoredRecord[] = [];
  let start: Item | undefined = position ? startKeyOf(query, position) : undefined;
  do {
    const page = { ...input, Limit: limit + 1 - found.length, ...(start ? { ExclusiveStartKey: start } : {}) };
    const answer = answerOf(answerSchema, await client.send(new QueryCommand(page)).catch(raise));
    found.push(...answer.Items.map(recordOf));
    start = answer.LastEvaluatedKey;
  } while (start && found.length <= limit);
  return pageOf(found, limit, query);
}

/** Nothing is carried over the net but numbers; DynamoDB still reads, and charges for, each megabyte of them. */
export async function countInDynamo(client: DynamoDBClient, table: string, query: CountQuery): Promise<number> {
  checkKey({ pk: query.pk, sk: 'any' });
  const input = { ...inputOf(table, query), Select: 'COUNT' as const };
  let count = 0;
  let start: Item | undefined;
  do {
    const page = { ...input, ...(start ? { ExclusiveStartKey: start } : {}) };
    const answer = answerOf(countedSchema, await client.send(new QueryCommand(page)).catch(raise));
    count += answer.Count;
    start = answer.LastEvaluatedKey;
  } while (start);
  return count;
}

function inputOf(table: string, query: ListQuery): QueryCommandInput {
  const range = rangeOf(query);
  const place = query.index ?? '';
  return {
    TableName: table,
    ...(query.index ? { IndexName: query.index } : { ConsistentRead: true }),
    KeyConditionExpression: ['#pk = :pk', ...range.conditions].join(' AND '),
    ExpressionAttributeNames: { '#pk': `${place}pk`, ...(range.conditions.length > 0 ? { '#sk': `${place}sk` } : {}) },
    ExpressionAttributeValues: { ':pk': { S: query.pk }, ...range.values },
    ScanIndexForward: !query.newestFirst,
  };
}

/** DynamoDB takes one condition on sk: both bounds are one BETWEEN. An empty lower bound bounds nothing. */
function rangeOf({ skStartsWith, skFrom, skTo }: ListQuery): { conditions: string[]; values: Item } {
  if (skStartsWith) return { conditions: ['begins_with(#sk, :prefix)'], values: { ':prefix': { S: skStartsWith } } };
  const values = { ...(skFrom ? { ':from': { S: skFrom } } : {}), ...(skTo ? { ':to': { S: skTo } } : {}) };
  if (skFrom && skTo) return { conditions: ['#sk BETWEEN :from AND :to'], values };
  if (skFrom) return { conditions: ['#sk >= :from'], values };
  return { conditions: skTo ? ['#sk <= :to'] : [], values };
}

/** DynamoDB calls it an error when the bounds leave nothing between them. */
function isEmptyRange({ skFrom = '', skTo }: ListQuery): boolean {
  return skTo !== undefined && (skTo === '' || Buffer.compare(Buffer.from(skFrom), Buffer.from(skTo)) > 0);
}

function startKeyOf(query: ListQuery, position: Position): Item {
  if (!query.index || position.indexSk === undefined) return keyItem(position);
  return { ...keyItem(position), [`${query.index}pk`]: { S: query.pk }, [`${query.index}sk`]: { S: position.indexSk } };
}

function raise(error: unknown): never {
  throw faultOf(error);
}
