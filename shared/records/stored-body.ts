import type { z } from 'zod';
import { GiveUp } from '#shared/domain/faults.ts';
import type { StoredRecord } from '#shared/ports/record-store.ts';

/** What a row holds, checked again on the way out: a row of an older shape is a fault, never a guess. */
export function bodyOf<Body>(schema: z.ZodType<Body>, record: StoredRecord): Body {
  const parsed = schema.safeParse(record.body);
  if (!parsed.success) throw new GiveUp(`stored row ${named(record.pk)} / ${named(record.sk)} does not have its shape`);
  return parsed.data;
}

/** Rows by which people are found are named by names and addresses: of a key only our own words, ids and numbers are said. */
const named = (key: string) =>
  key
    .split('#')
    .map((part) => (/^(?:[A-Z-]{1,30}|[a-z]+_[0-9a-z_]+|\d{1,6}|[0-9a-f]{64})$/.test(part) ? part : '…'))
    .join('#');
