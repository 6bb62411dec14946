import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Every file of every backup, once, under the hash of its bytes: what did not change is not copied again. */
export const objectPath = (backup: string, sha256: string) => join(backup, 'objects', sha256.slice(0, 2), sha256);

export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('hex');
}

export async function hasObject(backup: string, sha256: string, bytes: number): Promise<boolean> {
  const there = await stat(objectPath(backup, sha256)).catch(() => null);
  return there?.size === bytes;
}

export type Copied = { sha256: string; bytes: number };

/** Copies to a name of its own and gives that the name of its bytes once they are on the disk. */
export async function addObject(backup: string, from: string): Promise<Copied> {
  const half = join(backup, 'objects', `half-${randomUUID()}`);
  await mkdir(dirname(half), { recursive: true });
  try {
    await copyFile(from, half);
    const [sha256, { size }] = [await sha256OfFile(half), await stat(half)];
    await synced(half);
    await mkdir(dirname(objectPath(backup, sha256)), { recursive: true });
    await rename(half, objectPath(backup, sha256));
    return { sha256, bytes: size };
  } finally {
    await rm(half, { force: true });
  }
}

export async function synced(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
