import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { GiveUp } from '#shared/domain/faults.ts';

export type FolderLock = { release(): void };

/**
 * Only one host works in a data folder: two would walk the same runs. The lock is the operating system's, held through
 * SQLite, so it is gone with the process, however that ends.
 */
export function lockFolder(dir: string): FolderLock {
  const database = new DatabaseSync(join(dir, 'host.lock'));
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    database.close();
    throw new GiveUp(`Another host is at work in the data folder ${dir}. Stop it, or give another folder.`, { cause });
  }
  return { release: () => database.close() };
}
