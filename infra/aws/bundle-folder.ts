import { fileURLToPath } from 'node:url';

/** Where the bundles lie: one folder for each Lambda, named like its plug, x.lambda.ts. */
export const bundleFolder = fileURLToPath(new URL('../../dist/lambda', import.meta.url));
