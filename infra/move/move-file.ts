import { partsOfKey } from '#shared/adapters/file-key.ts';
import { GiveUp } from '#shared/domain/faults.ts';
import type { FileKey } from '#shared/ports/file-store.ts';
import type { Place } from './place.ts';

/** Both stores compare the bytes with the name: when they are kept, and here once more where they lie there from before. */
export async function moveFile(from: Place, to: Place, key: FileKey): Promise<void> {
  const bytes = await readWhole(from, key);
  if (await to.files.has(key)) {
    await readWhole(to, key);
    return;
  }
  const { folder } = partsOfKey(key);
  await to.files.put(folder, bytes);
}

async function readWhole(place: Place, key: FileKey): Promise<Uint8Array> {
  try {
    return await place.files.read(key);
  } catch (cause) {
    if (!(cause instanceof GiveUp)) throw cause;
    const sentence = `The file ${key} of ${place.name} cannot be moved: ${cause.message}. Lay the whole one there, from a backup, and start again.`;
    throw new GiveUp(sentence, { cause });
  }
}
