import type { Plugin } from 'esbuild';

/** Code and data that lie beside a bundle (bundle-extras.ts copies them) and are loaded only when they are needed. */
export const besideBundle: Plugin = {
  name: 'beside-bundle',
  setup(build) {
    // what the letters of East Asian mails mean: iconv-lite asks for a table with the first such letter
    build.onResolve({ filter: /^\.\/tables\/[a-z0-9-]+\.json$/ }, ({ path, resolveDir }) =>
      /[\\/]iconv-lite[\\/]/.test(resolveDir)
        ? { path: path.replace('./tables/', './iconv-tables/'), external: true }
        : null,
    );
    build.onResolve({ filter: /^libheif-js\// }, () => ({ path: './libheif.cjs', external: true }));
  },
};
