import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';

/** A half-written file older than this belongs to nobody, whatever its process number says. */
const orphanMilliseconds = 60 * 60 * 1000;

/** A folder whose files appear whole or not at all, and stay after a power cut. */
export interface DurableFolder {
  /** `path` is relative to the folder. Replaces what is there. Returns when bytes and name are on the disk. */
  write(path: string, bytes: Uint8Array): Promise<void>;
  /** Makes sure that a name already there is on the disk. */
  sync(path: string): Promise<void>;
}

/** Half-written files of dead processes are removed at opening. */
export function openDurableFolder(dir: string): DurableFolder {
  const tmp = join(dir, 'tmp');
  mkdirSync(tmp, { recursive: true });
  removeOrphans(tmp);

  return {
    async write(path, bytes) {
      const target = join(dir, path);
      const half = join(tmp, `${process.pid}-${randomUUID()}`);
      try {
        await writeSynced(half, bytes);
        const made = await mkdir(dirname(target), { recursive: true });
        await rename(half, target);
        await syncFolders(dirname(target), made === undefined ? dirname(target) : dir);
      } catch (error) {
        await rm(half, { force: true });
        throw error;
      }
    },
    async sync(path) {
      await syncFolders(dirname(join(dir, path)), dir);
    },
  };
}

async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Syncs `lowest` and every folder above it up to `highest`: a new folder's name lives in its parent. */
async function syncFolders(lowest: string, highest: string): Promise<void> {
  for (let path = lowest; path === highest || path.startsWith(highest + sep); path = dirname(path)) {
    const folder = await open(path, 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  }
}

function removeOrphans(tmp: string): void {
  for (const name of readdirSync(tmp)) {
    const path = join(tmp, name);
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0);
    if (age > orphanMilliseconds || !isAlive(Number(name.split('-')[0]))) rmSync(path, { force: true });
  }
}

function isAlive(processId: number): boolean {
  if (!Number.isInteger(processId) || processId < 1) return false;
  try {
    process.kill(processId, 0);
    return true;
  } catch {
    return false;
  }
}
