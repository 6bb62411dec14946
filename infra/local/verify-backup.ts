import { stat } from 'node:fs/promises';
import { tableDigest } from '#shared/adapters/local/sqlite-snapshot.ts';
import { GiveUp } from '#shared/domain/faults.ts';
import { listManifests, type Manifest, readManifest } from './backup-manifest.ts';
import { objectPath, sha256OfFile } from './backup-objects.ts';

export type BackupVerified = { backups: number; files: number; faults: string[] };

/** Reads every byte of every backup in a folder, each object once, and names what is damaged or gone. */
export async function verifyBackup(backup: string): Promise<BackupVerified> {
  const known = new Map<string, string | null>();
  const faults: string[] = [];
  let files = 0;
  const names = await listManifests(backup);
  for (const name of names) {
    const manifest = await readManifest(backup, name);
    if (manifest === null) {
      faults.push(`manifests/${name}  was changed or cannot be read`);
      continue;
    }
    const all = [{ path: 'records.sqlite', ...manifest.records }, ...manifest.files];
    files += all.length;
    for (const { path, sha256 } of all) {
      const says = known.get(sha256) ?? (known.has(sha256) ? null : await whyDamaged(backup, sha256));
      known.set(sha256, says);
      if (says !== null) faults.push(`${path}  of ${manifest.at} ${says} (objects/${sha256.slice(0, 2)}/${sha256})`);
    }
    faults.push(...recordsFaults(backup, manifest, known));
  }
  return { backups: names.length, files, faults };
}

async function whyDamaged(backup: string, sha256: string): Promise<string | null> {
  const path = objectPath(backup, sha256);
  if ((await stat(path).catch(() => null)) === null) return 'is gone';
  return (await sha256OfFile(path)) === sha256 ? null : 'was changed';
}

function recordsFaults(backup: string, { at, records }: Manifest, known: ReadonlyMap<string, string | null>): string[] {
  if (known.get(records.sha256) !== null) return [];
  try {
    const { rows, digest } = tableDigest(objectPath(backup, records.sha256));
    return rows === records.rows && digest === records.digest ? [] : [`records.sqlite  of ${at} holds other rows`];
  } catch (fault) {
    if (fault instanceof GiveUp) return [`records.sqlite  of ${at}: ${fault.message}`];
    throw fault;
  }
}
