import { z } from 'zod';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { bodyOf } from './stored-body.ts';

const leaseSchema = z.object({ until: z.string() });
const keyOf = (segment: string) => ({ pk: `LETTERS-SENDING#${segment}`, sk: 'LEASE' });

/** The version by which it is held. */
export type SendingLease = { version: number };

/** The letters of one segment go out by one call at a time. null: another call is at it; what was cut off is free again by its clock. */
export async function takeSending(
  records: RecordStore,
  segment: string,
  { now, until }: { now: string; until: string },
): Promise<SendingLease | null> {
  const found = await records.find(keyOf(segment));
  if (found !== null && bodyOf(leaseSchema, found).until > now) return null;
  const expect = found === null ? 'absent' : { version: found.version };
  const written = await records.write([{ put: { ...keyOf(segment), body: { until } }, expect }]);
  return written === 'conflict' ? null : { version: (found?.version ?? 0) + 1 };
}

/** One that ran out and was taken by another stays theirs: the row stays where it is, so that no version comes twice. */
export async function giveBackSending(records: RecordStore, segment: string, { version }: SendingLease): Promise<void> {
  await records.write([{ put: { ...keyOf(segment), body: { until: '' } }, expect: { version } }]);
}
