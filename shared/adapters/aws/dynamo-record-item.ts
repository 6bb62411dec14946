import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { z } from 'zod';
import { bodyIn } from '#shared/adapters/record-writes.ts';
import type { RecordKey, StoredRecord } from '#shared/ports/record-store.ts';
import { answerOf } from './aws-faults.ts';

export type Item = Record<string, AttributeValue>;

const textSchema = z.object({ S: z.string() });
const itemSchema = z.object({
  pk: textSchema,
  sk: textSchema,
  version: z.object({ N: z.string().regex(/^\d{1,15}$/) }),
  body: textSchema,
  index1pk: textSchema.optional(),
  index1sk: textSchema.optional(),
  index2pk: textSchema.optional(),
  index2sk: textSchema.optional(),
});

export function keyItem(key: RecordKey): Item {
  return { pk: { S: key.pk }, sk: { S: key.sk } };
}

/** The body is kept as JSON text: numbers, empty texts and key order come back exactly as they went in. */
export function recordOf(item: unknown): StoredRecord {
  const { pk, sk, version, body, index1pk, index1sk, index2pk, index2sk } = answerOf(itemSchema, item);
  return {
    pk: pk.S,
    sk: sk.S,
    version: Number(version.N),
    body: bodyIn(body.S),
    ...(index1pk && index1sk ? { index1: { pk: index1pk.S, sk: index1sk.S } } : {}),
    ...(index2pk && index2sk ? { index2: { pk: index2pk.S, sk: index2sk.S } } : {}),
  };
}
