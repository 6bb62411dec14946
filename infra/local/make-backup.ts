import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { basename, join, resolve, sep } from 'node:path';
import { systemCodeOf } from '#shared/adapters/local/folder-faults.ts';
import { snapshotOf, tableDigest } from '#shared/adapters/local/sqlite-snapshot.ts';
import { GiveUp } from '#shared/domain/faults.ts';
import { type BackedUpFile, type Manifest, writeManifest } from './backup-manifest.ts';
import { addObject, hasObject } from './backup-objects.ts';

export type BackupMade = { manifest: Manifest; copied: number };

/** The database has its own way; a lock and what is half written belong to whoever works there now. */
const leftOut = /^(?:records\.sqlite.*|host\.lock.*)$|(?:^|\/)(?:tmp|\.[^/]+)(?:\/|$)/;

/**
 * A copy of a data folder while the host works in it. Rows first: a file is written before the row that names it, so whatever the rows of
 * that moment name is there when the files are copied after. Files are named by their bytes and never change.
 */
export async function makeBackup(data: string, to: string, at: string): Promise<BackupMade> {
  const database = join(data, 'records.sqlite');
  if (!existsSync(database)) throw new GiveUp(`Nothing is stored in ${data}. Name the data folder with --data.`);
  if (`${resolve(to)}${sep}`.startsWith(`${resolve(data)}${sep}`))
    throw new GiveUp('A backup inside the data folder is lost with it. Name another folder with --to.');
  await mkdir(join(to, 'objects'), { recursive: true });
  const records = await copyOfRecords(database, to);
  const files: BackedUpFile[] = [];
  let copied = 0;
  for (const path of await pathsIn(data)) {
    const file = await backedUp(data, to, path);
    if (file === null) continue;
    files.push(file.file);
    if (file.isNew) copied += 1;
  }
  return { manifest: await writeManifest(to, { at, records, files }), copied };
}

async function copyOfRecords(database: string, to: string): Promise<Manifest['records']> {
  const half = join(to, 'objects', 'half-records');
  await rm(half, { force: true });
  try {
    await snapshotOf(database, half);
    return { ...tableDigest(half), ...(await addObject(to, half)) };
  } finally {
    await rm(half, { force: true });
  }
}

async function pathsIn(data: string): Promise<string[]> {
  const entries = await readdir(data, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name).slice(join(data, sep).length));
  return paths
    .map((path) => path.split(sep).join('/'))
    .filter((path) => !leftOut.test(path))
    .sort();
}

/** Null where it is gone by now: what was half written has its name, or none. */
async function backedUp(
  data: string,
  to: string,
  path: string,
): Promise<{ file: BackedUpFile; isNew: boolean } | null> {
  const from = join(data, path);
  try {
    const name = basename(path);
    const { size } = await stat(from);
    // named by its bytes: there already when a backup has it, as its check proves
    if (/^[0-9a-f]{64}$/.test(name) && (await hasObject(to, name, size)))
      return { file: { path, sha256: name, bytes: size }, isNew: false };
    const { sha256, bytes } = await addObject(to, from);
    if (/^[0-9a-f]{64}$/.test(name) && name !== sha256)
      throw new GiveUp(`The file ${path} no longer has the bytes it is named by: the data folder is damaged.`);
    return { file: { path, sha256, bytes }, isNew: true };
  } catch (fault) {
    if (systemCodeOf(fault) === 'ENOENT') return null;
    throw fault;
  }
}
