import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openSqliteRecordRows } from '#shared/adapters/local/sqlite-record-rows.ts';
import { tableDigest } from '#shared/adapters/local/sqlite-snapshot.ts';
import type { FileKey } from '#shared/ports/file-store.ts';
import { fileFolders } from '#shared/ports/file-store.ts';
import type { StoredRecord } from '#shared/ports/record-store.ts';
import { isMoveMark } from '#shared/records/move-records.ts';
import type { Place } from './place.ts';

/** What a place holds, as hashes: equal where the places hold the same, whatever they are made of. */
export type Digest = {
  rows: number;
  rowsHash: string;
  files: number;
  filesHash: string;
  seals: number;
  sealsHash: string;
};

/** `scratch`: a folder in which people's rows may lie for a moment. */
export async function digestOf(place: Place, scratch: string): Promise<Digest> {
  const { rows, digest } = await rowsDigest(place, scratch);
  const files = hashed(keysOf(place));
  const seals = hashed(sealsOf(place));
  const [all, kept] = [await files, await seals];
  return { rows, rowsHash: digest, files: all.count, filesHash: all.hash, seals: kept.count, sealsHash: kept.hash };
}

/** The rows of a programme: all but the mark that it moves. */
export async function* rowsOf({ rows }: Place): AsyncGenerator<StoredRecord> {
  for await (const row of rows.all()) if (!isMoveMark(row)) yield row;
}

/** Of rows in any order: laid into a file of their own, which reads them in theirs. */
async function rowsDigest(place: Place, scratch: string) {
  const folder = await mkdtemp(join(scratch, 'rows-'));
  try {
    const copy = openSqliteRecordRows(join(folder, 'rows.sqlite'));
    for await (const some of inBatches(rowsOf(place))) await copy.putAsTheyAre(some);
    copy.close();
    return tableDigest(join(folder, 'rows.sqlite'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export async function* inBatches(rows: AsyncIterable<StoredRecord>, size = 500): AsyncGenerator<StoredRecord[]> {
  let batch: StoredRecord[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length === size) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

/** Every file by its name, which is the hash of its bytes: `move` reads each one and compares. */
export async function* keysOf({ files }: Place): AsyncGenerator<FileKey> {
  for (const folder of fileFolders) {
    let after: FileKey | undefined;
    do {
      const page = await files.list(folder, after);
      yield* page.keys;
      after = page.after;
    } while (after !== undefined);
  }
}

async function* sealsOf({ heads }: Place): AsyncGenerator<string> {
  for (const day of await heads.days()) yield `${day} ${await heads.read(day)}`;
}

async function hashed(texts: AsyncIterable<string>): Promise<{ count: number; hash: string }> {
  const hash = createHash('sha256');
  let count = 0;
  for await (const text of texts) {
    hash.update(`${text}\n`);
    count += 1;
  }
  return { count, hash: hash.digest('hex') };
}
