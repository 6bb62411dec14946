import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { FileDisposal } from '#shared/ports/file-disposal.ts';
import { orFolderFault } from './folder-faults.ts';
import { pathOfFile } from './folder-file-store.ts';

/** A folder keeps one version of a file and knows no locks; backups of it go by their own age. */
export function openFolderFileDisposal(dir: string): FileDisposal {
  const root = resolve(dir);
  return {
    lockOf: (key) =>
      orFolderFault(async () => {
        pathOfFile(key);
        return null;
      }),
    destroy: (key) => orFolderFault(() => rm(join(root, pathOfFile(key)), { force: true })),
  };
}
