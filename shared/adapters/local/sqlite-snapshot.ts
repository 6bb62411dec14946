import { createHash } from 'node:crypto';
import { backup, DatabaseSync } from 'node:sqlite';
import { GiveUp } from '#shared/domain/faults.ts';

/** What a table holds, whatever file it lies in: the same rows have the same digest. */
export type TableDigest = { rows: number; digest: string };

/** All pages at once: the copy is of one moment, and writers go on meanwhile (WAL). In steps it would begin anew at each write. */
const allPages = 2 ** 30;

/** A copy of a database that is written to, as it is at one moment, in one file that can be read without changing anything. */
export async function snapshotOf(path: string, to: string): Promise<void> {
  const database = new DatabaseSync(path, { timeout: 10_000 });
  try {
    await backup(database, to, { rate: allPages });
  } finally {
    database.close();
  }
  const copy = new DatabaseSync(to);
  try {
    copy.exec('PRAGMA journal_mode = DELETE');
  } finally {
    copy.close();
  }
}

/** Throws `GiveUp` when the file is damaged or no database of ours. */
export function tableDigest(path: string): TableDigest {
  try {
    const database = new DatabaseSync(path, { readOnly: true, timeout: 10_000 });
    try {
      const sound = database.prepare('PRAGMA quick_check').get()?.quick_check;
      if (sound !== 'ok') throw new GiveUp('the database is damaged');
      const hash = createHash('sha256');
      let rows = 0;
      for (const row of database.prepare('SELECT * FROM records ORDER BY pk, sk').iterate()) {
        hash.update(`${JSON.stringify(Object.values(row))}\n`);
        rows += 1;
      }
      return { rows, digest: hash.digest('hex') };
    } finally {
      database.close();
    }
  } catch (cause) {
    if (cause instanceof GiveUp) throw cause;
    throw new GiveUp('the database cannot be read', { cause });
  }
}
