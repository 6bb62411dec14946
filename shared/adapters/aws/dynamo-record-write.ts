import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { bodyText, keyOf } from '#shared/adapters/record-writes.ts';
import type { Expectation, NewRecord, RecordKey, Write } from '#shared/ports/record-store.ts';
import { type Item, keyItem } from './dynamo-record-item.ts';

type Condition = {
  ConditionExpression?: string;
  ExpressionAttributeNames?: Record<string, string>;
  ExpressionAttributeValues?: Item;
};

export function transactItemOf(tableName: string, write: Write): TransactWriteItem {
  const base = { TableName: tableName, Key: keyItem(keyOf(write)) };
  if ('put' in write) return { Update: { ...base, ...updateOf(write.put, write.expect) } };
  if ('remove' in write) return { Delete: { ...base, ...conditionOf(write.expect) } };
  const { ConditionExpression = '', ...condition } = conditionOf(write.expect);
  return { ConditionCheck: { ...base, ConditionExpression, ...condition } };
}

/** An update and not a put, since only an update can count the version on by itself. */
function updateOf(record: NewRecord, expect: Expectation) {
  const condition = conditionOf(expect);
  const places = [placeOf('index1', record.index1), placeOf('index2', record.index2)];
  const sets = places.flatMap((place) => place.sets);
  const removes = places.flatMap((place) => place.removes);
  return {
    ...condition,
    UpdateExpression: [
      `SET ${['#version = if_not_exists(#version, :zero) + :one', '#body = :body', ...sets].join(', ')}`,
      ...(removes.length > 0 ? [`REMOVE ${removes.join(', ')}`] : []),
    ].join(' '),
    ExpressionAttributeNames: { ...condition.ExpressionAttributeNames, '#version': 'version', '#body': 'body' },
    ExpressionAttributeValues: {
      ...condition.ExpressionAttributeValues,
      ...Object.assign({}, ...places.map((place) => place.values)),
      ':zero': { N: '0' },
      ':one': { N: '1' },
      ':body': { S: bodyText(record.body) },
    },
  };
}

function placeOf(index: string, key: RecordKey | undefined): { sets: string[]; removes: string[]; values: Item } {
  if (!key) return { sets: [], removes: [`${index}pk`, `${index}sk`], values: {} };
  return {
    sets: [`${index}pk = :${index}pk`, `${index}sk = :${index}sk`],
    removes: [],
    values: { [`:${index}pk`]: { S: key.pk }, [`:${index}sk`]: { S: key.sk } },
  };
}

function conditionOf(expect: Expectation): Condition {
  if (expect === 'any') return {};
  if (expect === 'absent') {
    return { ConditionExpression: 'attribute_not_exists(#pk)', ExpressionAttributeNames: { '#pk': 'pk' } };
  }
  return {
    ConditionExpression: '#version = :expected',
    ExpressionAttributeNames: { '#version': 'version' },
    ExpressionAttributeValues: { ':expected': { N: String(expect.version) } },
  };
}
