import { createHash } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { GiveUp } from '#shared/domain/faults.ts';

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);
/** Relative to the data folder, and never out of it. */
const pathSchema = z.string().refine((path) => path !== '' && !path.startsWith('/') && !path.split('/').includes('..'));
const fileSchema = z.object({ path: pathSchema, sha256: sha256Schema, bytes: z.number().int().min(0) });

/** What a backup holds: the database of one moment, what its table says, and every other file of the data folder. */
const manifestSchema = z.object({
  at: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
  records: z.object({ sha256: sha256Schema, bytes: z.number().int(), rows: z.number().int(), digest: sha256Schema }),
  files: z.array(fileSchema),
  hash: sha256Schema,
});
export type Manifest = z.infer<typeof manifestSchema>;
export type BackedUpFile = z.infer<typeof fileSchema>;

const folderOf = (backup: string) => join(backup, 'manifests');
const pathOf = (backup: string, at: string) => join(folderOf(backup), `${at.replaceAll(':', '-')}.json`);
/** Over what it says, in whatever order its keys stand. */
function hashOf({ at, records: { sha256, bytes, rows, digest }, files }: Omit<Manifest, 'hash'>): string {
  const said = [at, sha256, bytes, rows, digest, files.map((file) => [file.path, file.sha256, file.bytes])];
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}

/** Written last: a backup without it never was. */
export async function writeManifest(backup: string, content: Omit<Manifest, 'hash'>): Promise<Manifest> {
  const manifest = { ...content, hash: hashOf(content) };
  await mkdir(folderOf(backup), { recursive: true });
  const path = pathOf(backup, content.at);
  const file = await open(`${path}.half`, 'w', 0o600);
  try {
    await file.writeFile(JSON.stringify(manifest, null, 1));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.half`, path);
  return manifest;
}

/** The names of all backups in a folder, the oldest first. */
export async function listManifests(backup: string): Promise<string[]> {
  const names = await readdir(folderOf(backup)).catch(() => []);
  if (names.length === 0) throw new GiveUp(`There is no backup in ${backup}. Make one with npm run backup -- --to.`);
  return names.filter((name) => name.endsWith('.json')).sort();
}

/** Null when it was changed or cannot be read. */
export async function readManifest(backup: string, name: string): Promise<Manifest | null> {
  try {
    const manifest = manifestSchema.parse(JSON.parse(await readFile(join(folderOf(backup), name), 'utf8')));
    return manifest.hash === hashOf(manifest) ? manifest : null;
  } catch {
    return null;
  }
}
