import { z } from 'zod';
import type { RecordStore, Write } from '#shared/ports/record-store.ts';
import { bodyOf } from './stored-body.ts';

const givenSchema = z.object({ at: z.array(z.string()) });

const day = 24 * 60 * 60 * 1000;
const monthDays = 30;
const inMonthMax = 5;

/**
 * That an address was told, of a mail without papers, that the mail came: once a day and five times a month at most. Two machines that
 * answer each other write no papers, and whatever else they say is new each time. Null when the address has heard enough.
 */
export async function receiptWrite(records: RecordStore, address: string, now: string): Promise<Write | null> {
  const key = { pk: `RECEIPTS#${address.toLowerCase()}`, sk: 'GIVEN' };
  const record = await records.find(key);
  const since = (days: number) => Date.parse(now) - days * day;
  const all = record ? bodyOf(givenSchema, record).at : [];
  const given = all.filter((at) => Date.parse(at) > since(monthDays));
  if (given.length >= inMonthMax || given.some((at) => Date.parse(at) > since(1))) return null;
  const put = { ...key, body: { at: [...given, now] } };
  return { put, expect: record ? { version: record.version } : 'absent' };
}
