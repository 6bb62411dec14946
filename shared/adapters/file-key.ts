import { createHash } from 'node:crypto';
import { z } from 'zod';
import { GiveUp } from '#shared/domain/faults.ts';
import type { FileFolder, FileKey } from '#shared/ports/file-store.ts';
import { fileFolders } from '#shared/ports/file-store.ts';

const keySchema = z.tuple([z.enum(fileFolders), z.string().regex(/^[0-9a-f]{64}$/)]);

/** Lower-case hex. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Throws `GiveUp` for anything but `folder/sha256`, so that no key ever climbs out of its folder. */
export function partsOfKey(key: FileKey): {
  folder: FileFolder;
  sha256: string;
} {
  const parsed = keySchema.safeParse(key.split('/'));
  if (!parsed.success) throw new GiveUp('not the key of a file');
  return { folder: parsed.data[0], sha256: parsed.data[1] };
}

/** Throws `GiveUp` when the bytes are no longer those the key was made of. */
export function checkBytes(key: FileKey, bytes: Uint8Array): Uint8Array {
  if (sha256Of(bytes) !== partsOfKey(key).sha256) throw new GiveUp('a stored file no longer matches its name');
  return bytes;
}
