import { copyFile, mkdir, readdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { tableDigest } from '#shared/adapters/local/sqlite-snapshot.ts';
import { GiveUp } from '#shared/domain/faults.ts';
import { listManifests, type Manifest, readManifest } from './backup-manifest.ts';
import { objectPath, sha256OfFile, synced } from './backup-objects.ts';

/** Makes a new data folder of a backup, the newest or that of `at`; every file is compared with its hash, and the table with its digest. */
export async function restoreBackup(backup: string, data: string, at: string | null): Promise<Manifest> {
  const manifest = await chosen(backup, at);
  if ((await readdir(data).catch(() => [])).length > 0)
    throw new GiveUp(`The folder ${data} is not empty. Restore into a new one: what is there may still be needed.`);
  await mkdir(data, { recursive: true });
  for (const { path, sha256 } of manifest.files) await laidBack(objectPath(backup, sha256), join(data, path), sha256);
  // last, under its name: a host finds nothing in a folder that was restored by half
  const half = join(data, 'records.sqlite-half');
  await laidBack(objectPath(backup, manifest.records.sha256), half, manifest.records.sha256);
  const { rows, digest } = tableDigest(half);
  if (rows !== manifest.records.rows || digest !== manifest.records.digest)
    throw new GiveUp(
      'The database of this backup holds other rows than were backed up. Take an older backup with --at.',
    );
  await rename(half, join(data, 'records.sqlite'));
  return manifest;
}

async function chosen(backup: string, at: string | null): Promise<Manifest> {
  const names = await listManifests(backup);
  const name = at === null ? names.at(-1) : names.find((one) => one === `${at.replaceAll(':', '-')}.json`);
  if (name === undefined) throw new GiveUp(`There is no backup of ${at}. There are: ${names.join(', ')}.`);
  const manifest = await readManifest(backup, name);
  if (manifest === null) throw new GiveUp(`The manifest ${name} is damaged. Take another backup with --at.`);
  return manifest;
}

async function laidBack(from: string, to: string, sha256: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  try {
    await copyFile(from, to);
  } catch (cause) {
    throw new GiveUp(`The backup lacks ${from}. Take an older backup with --at.`, { cause });
  }
  if ((await sha256OfFile(to)) !== sha256)
    throw new GiveUp(`The backup is damaged: ${from} was changed. Take an older backup with --at.`);
  await synced(to);
}
