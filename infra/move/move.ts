import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { partsOfKey } from '#shared/adapters/file-key.ts';
import { GiveUp } from '#shared/domain/faults.ts';
import type { FileFolder, FileKey } from '#shared/ports/file-store.ts';
import type { StoredRecord } from '#shared/ports/record-store.ts';
import { type Digest, digestOf, inBatches, keysOf } from './digest.ts';
import type { Place } from './place.ts';

type Say = (line: string) => void;

const filesAtOnce = 8;

/**
 * Everything of one place to another, then both are hashed and compared. The other is empty, or holds a part of the same from a move
 * that was cut off. Throws `GiveUp` where it holds anything else, and where somebody worked in the first place meanwhile.
 */
export async function move(from: Place, to: Place, say: Say): Promise<Digest> {
  const before = await digestOf(from);
  say(`${from.name} holds ${inWords(before)}.`);
  await refuseOthers(from, to);
  await moveFiles(from, to, before, say);
  await moveSeals(from, to);
  // last: rows name files, and a place without rows is one that nobody works in
  await moveRows(from, to, before, say);
  const [moved, now] = [await digestOf(to), await digestOf(from)];
  if (!isDeepStrictEqual(before, now))
    throw new GiveUp(`Somebody worked in ${from.name} meanwhile. Stop its mail and its host, and empty ${to.name}.`);
  if (!isDeepStrictEqual(before, moved))
    throw new GiveUp(`${to.name} holds ${inWords(moved)}: not the same. Start this again; it goes on from there.`);
  return moved;
}

/** Which rows lie in the other place already, and are they of this one? Files are named by their bytes and hurt nobody. */
async function refuseOthers(from: Place, to: Place): Promise<void> {
  const there = new Set<string>();
  for await (const row of to.rows.all()) there.add(hashOf(row));
  if (there.size === 0) return;
  for await (const row of from.rows.all()) there.delete(hashOf(row));
  if (there.size > 0)
    throw new GiveUp(`${to.name} holds ${there.size} rows that are not of ${from.name}. Move into an empty place.`);
}

const hashOf = ({ pk, sk, version, body, index1, index2 }: StoredRecord) =>
  createHash('sha256')
    .update(JSON.stringify([pk, sk, version, body, index1, index2]))
    .digest('base64');

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

/** Both stores compare the bytes with the name, when they are read and when they are kept. */
async function moveFile(from: Place, to: Place, key: FileKey): Promise<void> {
  if (await to.files.has(key)) return;
  const bytes = await from.files.read(key);
  await to.files.put(folderOf(key), bytes);
}

function folderOf(key: FileKey): FileFolder {
  const { folder } = partsOfKey(key);
  return folder;
}

async function moveSeals(from: Place, to: Place): Promise<void> {
  for (const day of await from.heads.days()) {
    const kept = await to.heads.keep(day, (await from.heads.read(day)) ?? '');
    if (kept === 'other') throw new GiveUp(`${to.name} has another seal of ${day}, which nobody may replace.`);
  }
}

async function moveRows(from: Place, to: Place, { rows: all }: Digest, say: Say): Promise<void> {
  let moved = 0;
  for await (const some of inBatches(from.rows.all())) {
    await to.rows.putAsTheyAre(some);
    moved += some.length;
    if (moved % 5_000 === 0) say(`  ${moved} of ${all} rows`);
  }
}

export const inWords = ({ rows, files, seals }: Digest) => `${rows} rows, ${files} files and ${seals} seals`;
