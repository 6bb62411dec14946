import { cp, glob, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { besideBundle } from '#infra/aws/beside-bundle.ts';
import { type BundleExtra, bundleExtras } from '#infra/aws/bundle-extras.ts';
import { bundleFolder } from '#infra/aws/bundle-folder.ts';
import { leaveOut } from '#infra/aws/left-out.ts';

export type Bundle = { name: string; bytes: number };

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Some libraries are CommonJS and ask for `require`, `__dirname` or `__filename`, which a module does not have. */
const banner = [
  "import { createRequire as makeRequire } from 'node:module';",
  "import { fileURLToPath as pathOfUrl } from 'node:url';",
  "import { dirname as folderOfPath } from 'node:path';",
  'const require = makeRequire(import.meta.url);',
  'const __filename = pathOfUrl(import.meta.url);',
  'const __dirname = folderOfPath(__filename);',
].join('\n');

const plug = '.lambda.ts';

/** Every functions/…/x.lambda.ts, or those asked for, into dist/lambda/x/index.mjs in one run, with what it reads beside it. */
export async function bundleLambdas(folder = bundleFolder, only: (name: string) => boolean = () => true) {
  const plugs = (await Array.fromAsync(glob(`functions/*/*${plug}`, { cwd: root }))).sort();
  const entries = plugs.map((path) => ({ path, name: basename(path, plug) })).filter(({ name }) => only(name));
  await rm(folder, { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    entryPoints: entries.map(({ path, name }) => ({ in: path, out: join(name, 'index') })),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    minify: true,
    charset: 'utf8',
    plugins: [besideBundle, leaveOut],
    platform: 'node',
    format: 'esm',
    target: 'node24',
    mainFields: ['module', 'main'],
    banner: { js: banner },
    legalComments: 'none',
    logLevel: 'warning',
  });
  return Promise.all(entries.map(({ name }) => finish(name, folder)));
}

async function finish(name: string, folder: string): Promise<Bundle> {
  const extras = bundleExtras.filter(({ wantedBy }) => wantedBy.includes(name));
  for (const extra of extras) await copyBeside(extra, join(folder, name));
  const { size } = await stat(join(folder, name, 'index.mjs'));
  return { name, bytes: size };
}

function copyBeside({ from, to, only }: BundleExtra, folder: string): Promise<void> {
  const filter = async (source: string) =>
    only === undefined || only.test(source) || (await stat(source)).isDirectory();
  return cp(join(root, from), join(folder, to), { recursive: true, filter });
}
