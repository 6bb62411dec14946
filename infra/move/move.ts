import { isDeepStrictEqual } from 'node:util';
import { GiveUp } from '#shared/domain/faults.ts';
import { beginMove, endMove, isHalfMoved } from '#shared/records/move-records.ts';
import { type Digest, digestOf, inBatches, keysOf, rowsOf } from './digest.ts';
import { moveFile } from './move-file.ts';
import type { Place } from './place.ts';
import { refuseOthers } from './refuse-others.ts';

type Say = (line: string) => void;

const filesAtOnce = 8;

/**
 * Everything of one place to another, then both are hashed and compared. The other is empty, or holds a part of the same from a move
 * that was cut off, or the same. Throws `GiveUp` where it holds anything else, and where somebody worked in the first place meanwhile.
 * Until both were found to be equal a mark stands in the other, by which a half programme is known to hosts and to further moves.
 */
export async function move(from: Place, to: Place, say: Say, scratch: string): Promise<Digest> {
  if (await isHalfMoved(from.records))
    throw new GiveUp(`${from.name} holds a half programme: the move into it was cut off. Start that one again first.`);
  const before = await digestOf(from, scratch);
  say(`${from.name} holds ${inWords(before)}.`);
  await refuseOthers(from, to, scratch, before);
  await beginMove(to.records);
  await moveFiles(from, to, before, say);
  await moveSeals(from, to);
  // last: rows name files
  await moveRows(from, to, before, say);
  const [moved, now] = [await digestOf(to, scratch), await digestOf(from, scratch)];
  if (!isDeepStrictEqual(before, now))
    throw new GiveUp(`Somebody worked in ${from.name} meanwhile. Stop its mail and its host, and empty ${to.name}.`);
  if (!isDeepStrictEqual(before, moved))
    throw new GiveUp(
      `${to.name} holds ${inWords(moved)}: ${differingIn(before, moved)} differ. Empty it, and start again.`,
    );
  await endMove(to.records);
  return moved;
}

async function moveFiles(from: Place, to: Place, { files: all }: Digest, say: Say): Promise<void> {
  let moved = 0;
  let going: Promise<void>[] = [];
  for await (const key of keysOf(from)) {
    going.push(moveFile(from, to, key));
    if (going.length < filesAtOnce) continue;
    await Promise.all(going);
    moved += going.length;
    going = [];
    if (moved % 1_000 === 0) say(`  ${moved} of ${all} files`);
  }
  await Promise.all(going);
}

async function moveSeals(from: Place, to: Place): Promise<void> {
  for (const day of await from.heads.days()) {
    const kept = await to.heads.keep(day, (await from.heads.read(day)) ?? '');
    if (kept === 'other') throw new GiveUp(`${to.name} has another seal of ${day}, which nobody may replace.`);
  }
}

async function moveRows(from: Place, to: Place, { rows: all }: Digest, say: Say): Promise<void> {
  let moved = 0;
  for await (const some of inBatches(rowsOf(from))) {
    await to.rows.putAsTheyAre(some);
    moved += some.length;
    if (moved % 5_000 === 0) say(`  ${moved} of ${all} rows`);
  }
}

export const inWords = ({ rows, files, seals }: Digest) => `${rows} rows, ${files} files and ${seals} seals`;

const differingIn = (one: Digest, other: Digest) =>
  [
    ...(one.rowsHash === other.rowsHash ? [] : ['rows']),
    ...(one.filesHash === other.filesHash ? [] : ['files']),
    ...(one.sealsHash === other.sealsHash ? [] : ['seals']),
  ].join(' and ');
