import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
};

/** The style, fonts and icons of the console, from folders of this machine. They are read once and kept in memory. */
export type AssetFolders = {
  /** functions/console/assets */
  own: string;
  /** the `dist` folder of @uswds/uswds */
  uswds: string;
};

type Asset = { bytes: Uint8Array; mediaType: string };

export function makeFolderAssets(folders: AssetFolders): (name: string) => Promise<Asset | null> {
  const kept = new Map<string, Asset>();
  return async (name) => {
    const known = kept.get(name);
    if (known !== undefined) return known;
    const mediaType = mediaTypes[extname(name)];
    if (mediaType === undefined || name.split('/').includes('..')) return null;
    const path = name.startsWith('uswds/') ? join(folders.uswds, name.slice('uswds/'.length)) : join(folders.own, name);
    const bytes = await readIfThere(path);
    if (bytes === null) return null;
    kept.set(name, { bytes, mediaType });
    return { bytes, mediaType };
  };
}

async function readIfThere(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path);
  } catch {
    return null;
  }
}
