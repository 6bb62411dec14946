import { z } from 'zod';
import { addUp, merge, type Numbers, numbersSchema } from '#shared/domain/numbers.ts';
import type { RecordStore, StoredRecord } from '#shared/ports/record-store.ts';
import { hourKey, listFiguresOfHour } from './figures-records.ts';
import { listAll } from './list-all.ts';
import { bodyOf } from './stored-body.ts';

/** `FIGURES#HOURS#2026-11` / `2026-11-20T15`; null: something of that hour changed since it was added up */
const hourSchema = z.object({ numbers: numbersSchema.nullable() });

/**
 * The numbers of the mails that came in a UTC month (`yyyy-mm`), from the sums of its hours: a month of twenty thousand mails
 * is then a few hundred rows. Hours that changed are added up anew and kept for the next reader.
 */
export async function numbersOfMonth(records: RecordStore, month: string): Promise<Numbers> {
  const hours: Numbers[] = [];
  for (const row of await listAll(records, { pk: hourKey(month).pk }))
    hours.push(bodyOf(hourSchema, row).numbers ?? (await addUpHour(records, row)));
  return merge(hours);
}

/** Kept only if nothing of the hour changed while its mails were read: else the next reader does it again. */
async function addUpHour(records: RecordStore, { sk, version }: StoredRecord): Promise<Numbers> {
  const numbers = addUp(await listFiguresOfHour(records, sk));
  await records.write([{ put: { ...hourKey(sk), body: { numbers } }, expect: { version } }]);
  return numbers;
}
