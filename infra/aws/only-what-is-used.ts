import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

const ours = /[\\/](?:shared|functions)[\\/].*\.ts$/;
const schemasOfClient = /[\\/]@aws-sdk[\\/]client-[a-z0-9-]+[\\/]dist-es[\\/]schemas[\\/]schemas_0\.js$/;

/** Two ways of writing that keep esbuild from leaving out what nobody uses. The meaning stays. */
export const onlyWhatIsUsed: Plugin = {
  name: 'only-what-is-used',
  setup(build) {
    // esbuild keeps all of an object that a package exports, and leaves out of a namespace: 75 kB in each bundle
    build.onLoad({ filter: ours }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replace("import { z } from 'zod';", "import * as z from 'zod';"),
      loader: 'ts',
    }));
    build.onLoad({ filter: schemasOfClient }, async ({ path }) => ({
      contents: withPlainKeys(await readFile(path, 'utf8')),
      loader: 'js',
    }));
  },
};

/** A key that is worked out might do something, so esbuild keeps it: `const _x = "y"; … { [_x]: 1 }` becomes `{ "y": 1 }`. 60 kB of S3. */
function withPlainKeys(schemas: string): string {
  const texts = new Map([...schemas.matchAll(/^const (\w+) = ("[^"\\]*");$/gm)].map(([, name, text]) => [name, text]));
  return schemas.replace(/\[(_\w*)\]:/g, (key, name: string) => (texts.has(name) ? `${texts.get(name)}:` : key));
}
