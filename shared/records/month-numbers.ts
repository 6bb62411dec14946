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

/**
 * The numbers of the mails that came from one full hour up to another, which is not in it: a year that begins at midnight
 * somewhere begins on a full hour of UTC in all of America.
 */
export async function numbersBetween(records: RecordStore, from: string, until: string): Promise<Numbers> {
  const parts: Numbers[] = [];
  for (const month of monthsBetween(from, until)) {
    const rows = await listAll(records, { pk: hourKey(month).pk });
    for (const row of rows.filter(({ sk }) => sk >= hourOf(from) && sk < hourOf(until)))
      parts.push(bodyOf(hourSchema, row).numbers ?? (await addUpHour(records, row)));
  }
  return merge(parts);
}

const hourOf = (instant: string) => hourKey(instant).sk;

/** UTC months (`yyyy-mm`) that have an instant of the time in them. */
export function monthsBetween(from: string, until: string): string[] {
  const months: string[] = [];
  for (let at = `${from.slice(0, 7)}-01T00:00:00.000Z`; at < until; at = nextMonth(at)) months.push(at.slice(0, 7));
  return months;
}

function nextMonth(first: string): string {
  const [year, month] = [Number(first.slice(0, 4)), Number(first.slice(5, 7))];
  return new Date(Date.UTC(year, month, 1)).toISOString();
}

/** Kept only if nothing of the hour changed while its mails were read: else the next reader does it again. */
async function addUpHour(records: RecordStore, { sk, version }: StoredRecord): Promise<Numbers> {
  const numbers = addUp(await listFiguresOfHour(records, sk));
  await records.write([{ put: { ...hourKey(sk), body: { numbers } }, expect: { version } }]);
  return numbers;
}
