import { readdir, readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { checkBytes, partsOfKey, sha256Of } from '#shared/adapters/file-key.ts';
import { GiveUp } from '#shared/domain/faults.ts';
import type { FileFolder, FileKey, FilePage, FileStore } from '#shared/ports/file-store.ts';
import { openDurableFolder } from './durable-folder.ts';
import { orFolderFault, systemCodeOf } from './folder-faults.ts';

/** `raw/9f86d0…` lies in `raw/9f/86/9f86d0…`: no folder grows past what a person can list. */
export function openFolderFileStore(dir: string): FileStore {
  const root = resolve(dir);
  const folder = openDurableFolder(root);

  return {
    put: (fileFolder, bytes) =>
      orFolderFault(async () => {
        const key: FileKey = `${fileFolder}/${sha256Of(bytes)}`;
        // a damaged file is written anew; a whole one may still lack its name on the disk
        if (await isWhole(root, key)) await folder.sync(pathOfFile(key));
        else await folder.write(pathOfFile(key), bytes);
        return key;
      }),
    read: (key) =>
      orFolderFault(async () => {
        const bytes = await readIfThere(join(root, pathOfFile(key)));
        if (bytes === null) throw new GiveUp('there is no such file');
        return checkBytes(key, bytes);
      }),
    has: (key) => orFolderFault(async () => isFile(join(root, pathOfFile(key)))),
    list: (fileFolder, after) => orFolderFault(() => pageOf(root, fileFolder, after)),
  };
}

/** A page is what lies in one of the 256 first folders. What is not named like a file of ours is none. */
async function pageOf(root: string, folder: FileFolder, after: FileKey | undefined): Promise<FilePage> {
  const begun = after === undefined ? '' : partsOfKey(after).sha256.slice(0, 2);
  const firsts = (await namesIn(join(root, folder))).filter((name) => /^[0-9a-f]{2}$/.test(name) && name > begun);
  for (const first of firsts) {
    const seconds = await namesIn(join(root, folder, first));
    const found = await Promise.all(seconds.map((second) => namesIn(join(root, folder, first, second))));
    const keys = found
      .flat()
      .filter((name) => /^[0-9a-f]{64}$/.test(name))
      .map((name): FileKey => `${folder}/${name}`);
    const last = keys.at(-1);
    if (last !== undefined) return { keys, after: last };
  }
  return { keys: [] };
}

/** In order; none where there is no such folder. */
async function namesIn(path: string): Promise<string[]> {
  try {
    return (await readdir(path)).sort();
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(systemCodeOf(error) ?? '')) return [];
    throw error;
  }
}

export function pathOfFile(key: FileKey): string {
  const { folder, sha256 } = partsOfKey(key);
  return join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
}

async function isWhole(root: string, key: FileKey): Promise<boolean> {
  const bytes = await readIfThere(join(root, pathOfFile(key)));
  return bytes !== null && sha256Of(bytes) === partsOfKey(key).sha256;
}

async function readIfThere(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return false;
    throw error;
  }
}
