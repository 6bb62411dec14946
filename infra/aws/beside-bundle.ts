import type { Plugin } from 'esbuild';

/** Code that lies beside a bundle (bundle-extras.ts copies it) and is loaded only when it is needed. */
export const besideBundle: Plugin = {
  name: 'beside-bundle',
  setup(build) {
    build.onResolve({ filter: /^libheif-js\// }, () => ({ path: './libheif.cjs', external: true }));
  },
};
