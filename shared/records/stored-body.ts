import type { z } from 'zod';
import { GiveUp } from '#shared/domain/faults.ts';
import type { StoredRecord } from '#shared/ports/record-store.ts';

/** What a row holds, checked again on the way out: a row of an older shape is a fault, never a guess. */
export function bodyOf<Body>(schema: z.ZodType<Body>, record: StoredRecord): Body {
  const parsed = schema.safeParse(record.body);
  if (!parsed.success) throw new GiveUp(`stored row ${record.pk} / ${record.sk} does not have its shape`);
  return parsed.data;
}
