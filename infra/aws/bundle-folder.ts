import { fileURLToPath } from 'node:url';

/** Where the bundles lie: one folder for each Lambda, named like its folder under functions/. */
export const bundleFolder = fileURLToPath(new URL('../../dist/lambda', import.meta.url));
