import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { GiveUp } from '#shared/domain/faults.ts';
import type { AuditHeads } from '#shared/ports/audit-heads.ts';
import { orFolderFault, systemCodeOf } from './folder-faults.ts';

const named = /^(\d{4}-\d\d-\d\d)\.json$/;

/** A file for each day beside the database, for reading only; a copy elsewhere is what makes it worth something. */
export function openFolderAuditHeads(dir: string): AuditHeads {
  const pathOf = (day: string) => {
    if (!named.test(`${day}.json`)) throw new GiveUp('the ends of audit trails are laid down by day');
    return join(dir, `${day}.json`);
  };
  async function read(day: string): Promise<string | null> {
    return orFolderFault(async () => {
      try {
        return await readFile(pathOf(day), 'utf8');
      } catch (error) {
        if (systemCodeOf(error) === 'ENOENT') return null;
        throw error;
      }
    });
  }
  return {
    async keep(day, text) {
      if (await orFolderFault(() => laidDown(dir, pathOf(day), text))) return 'kept';
      return (await read(day)) === text ? 'there' : 'other';
    },
    read,
    async days() {
      return orFolderFault(async () => {
        await mkdir(dir, { recursive: true });
        return (await readdir(dir)).flatMap((name) => named.exec(name)?.[1] ?? []).sort();
      });
    },
  };
}

/** A name that is given to a finished file: it is there whole or not at all, and never replaces another. */
async function laidDown(dir: string, path: string, text: string): Promise<boolean> {
  await mkdir(dir, { recursive: true });
  const half = join(dir, `.${randomUUID()}`);
  try {
    await writeSynced(half, text);
    await link(half, path);
  } catch (error) {
    if (systemCodeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(half, { force: true });
  }
  const folder = await open(dir, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
  return true;
}

async function writeSynced(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o400);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}
