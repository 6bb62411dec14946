import { basename } from 'node:path';
import { build } from 'esbuild';
import { bundleOptions } from '#infra/aws/bundle-lambdas.ts';
import type { RowUse } from '#infra/aws/row-uses.ts';

/** What each use of the table looks like in our own code, once what nobody calls is left out of it. */
const looks: Readonly<Record<RowUse, RegExp>> = {
  // the end of an audit trail is looked up by the store itself, as it writes
  find: /^(?!.*findHeadRecord = ).*\brecords\d*\.find\(/m,
  // asked of the table itself, where no index is named
  list: /(?:listAll\(\w+, |\.(?:list|count)\()\{(?![^}]*\bindex: )[^}]*\bpk: /,
  index1: /\bindex: "index1"/,
  index2: /\bindex: "index2"/,
  put: /\bput: /,
  remove: /\bremove: [^\n]*expect/,
  check: /\bcheck: [^\n]*expect/,
};
const uses: readonly RowUse[] = ['find', 'list', 'index1', 'index2', 'put', 'remove', 'check'];

/** Where requests of the table are put together. What adapters do is the same for all, and libraries do nothing to it. */
const ownFolders = /^(?:functions|shared\/(?:records|domain|rules))\//;

/**
 * By the name of each Lambda what its code could ask of the table, whatever happens: read off the bundle as esbuild writes it, with the
 * name of each file over its part.
 */
export async function rightsInCode(): Promise<Map<string, readonly RowUse[]>> {
  const { entryPoints, ...options } = await bundleOptions();
  const { outputFiles } = await build({
    ...options,
    entryPoints,
    outdir: '/nowhere',
    write: false,
    minify: false,
    minifySyntax: true,
  });
  return new Map(
    outputFiles
      .filter(({ path }) => path.endsWith('/index.mjs'))
      .map(({ path, text }) => {
        const own = text.split(/^\/\/ (?=\S+\.ts$)/m).filter((part) => ownFolders.test(part));
        return [
          basename(path.slice(0, -'/index.mjs'.length)),
          uses.filter((use) => own.some((part) => looks[use].test(part))),
        ];
      }),
  );
}
