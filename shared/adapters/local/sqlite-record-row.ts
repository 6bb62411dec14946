import { z } from 'zod';
import { bodyIn } from '#shared/adapters/record-writes.ts';
import { GiveUp } from '#shared/domain/faults.ts';
import type { StoredRecord } from '#shared/ports/record-store.ts';

const rowSchema = z.object({
  pk: z.string(),
  sk: z.string(),
  version: z.number().int(),
  body: z.string(),
  index1pk: z.string().nullable(),
  index1sk: z.string().nullable(),
  index2pk: z.string().nullable(),
  index2sk: z.string().nullable(),
});

export function recordOf(row: unknown): StoredRecord {
  const parsed = rowSchema.safeParse(row);
  if (!parsed.success) throw new GiveUp('a row of the record store does not have its shape');
  const { pk, sk, version, body, index1pk, index1sk, index2pk, index2sk } = parsed.data;
  return {
    pk,
    sk,
    version,
    body: bodyIn(body),
    ...(index1pk !== null && index1sk !== null ? { index1: { pk: index1pk, sk: index1sk } } : {}),
    ...(index2pk !== null && index2sk !== null ? { index2: { pk: index2pk, sk: index2sk } } : {}),
  };
}
