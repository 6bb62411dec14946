import { createHash } from 'node:crypto';
import { GiveUp } from '#shared/domain/faults.ts';
import type { StoredRecord } from '#shared/ports/record-store.ts';
import { isHalfMoved } from '#shared/records/move-records.ts';
import { type Digest, digestOf, rowsOf } from './digest.ts';
import type { Place } from './place.ts';

/**
 * Nothing moves into a place that holds rows of something else. A place that a move was cut off in may hold a part of what moves; any
 * other has to hold the very same, or nothing. Files are named by their bytes and hurt nobody.
 */
export async function refuseOthers(from: Place, to: Place, scratch: string, before: Digest): Promise<void> {
  const there = new Map<string, string>();
  for await (const row of rowsOf(to)) there.set(hashOf(row), kindOf(row));
  if (there.size === 0) return;
  const held = there.size;
  for await (const row of rowsOf(from)) there.delete(hashOf(row));
  if (there.size > 0) {
    const kinds = [...new Set(there.values())].sort().slice(0, kindsNamed).join(', ');
    throw new GiveUp(
      `${to.name} holds ${there.size} rows that are not of ${from.name} (${kinds}). Move into an empty place, in which nothing is at work.`,
    );
  }
  if (await isHalfMoved(to.records)) return;
  const { rowsHash } = await digestOf(to, scratch);
  if (rowsHash !== before.rowsHash)
    throw new GiveUp(
      `${to.name} holds ${held} rows of ${from.name} and no mark that they came by a move. Move into an empty place.`,
    );
}

const kindsNamed = 8;
/** The word before the first sign: keys themselves may hold an address. */
const kindOf = ({ pk }: StoredRecord) => pk.split('#')[0] ?? '';

const hashOf = ({ pk, sk, version, body, index1, index2 }: StoredRecord) =>
  createHash('sha256')
    .update(JSON.stringify([pk, sk, version, body, index1, index2]))
    .digest('base64');
