import { globSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

export type BundleAsset = { bytes: Uint8Array; mediaType: string };

const mediaTypes = new Map([
  ['.css', 'text/css; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.woff2', 'font/woff2'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
]);

/** The console's style, fonts and icons beside the code. Only what was listed at the start has a name: no path is built. */
export function listBundleAssets(folder: string, beside: string): (name: string) => Promise<BundleAsset | null> {
  const root = new URL(`${folder}/`, beside);
  const known = new Set(globSync('**/*.{css,js,woff2,svg,png}', { cwd: fileURLToPath(root) }));
  return async (name) => {
    const mediaType = mediaTypes.get(extname(name));
    if (mediaType === undefined || !known.has(name)) return null;
    return { bytes: readFileSync(new URL(name, root)), mediaType };
  };
}
