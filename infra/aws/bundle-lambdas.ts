import { cp, glob, mkdir, rm, stat } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type Metafile } from 'esbuild';
import { besideBundle } from '#infra/aws/beside-bundle.ts';
import { type BundleExtra, bundleExtras } from '#infra/aws/bundle-extras.ts';
import { bundleFolder } from '#infra/aws/bundle-folder.ts';
import { leaveOut } from '#infra/aws/left-out.ts';
import { laterEntries, laterFolder, loadedLater } from '#infra/aws/loaded-later.ts';
import { onlyWhatIsUsed } from '#infra/aws/only-what-is-used.ts';

export type Bundle = {
  name: string;
  /** what is read at the start */
  bytes: number;
  /** with the code that is read when it is first asked for (loaded-later.ts); what bundle-extras.ts lays beside is not counted */
  bytesInAll: number;
  /** of AWS, by package: @aws-sdk/client-… without the beginning */
  clients: string[];
};

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

async function entriesOf(only: (name: string) => boolean) {
  const plugs = (await Array.fromAsync(glob(`functions/*/*${plug}`, { cwd: root }))).sort();
  return plugs.map((path) => ({ path, name: basename(path, plug) })).filter(({ name }) => only(name));
}

/** How all Lambdas, or those asked for, are bundled in one run; a test reads the same bundles in their own words. */
export async function bundleOptions(only: (name: string) => boolean = () => true) {
  const entries = await entriesOf(only);
  return {
    absWorkingDir: root,
    entryPoints: [...entries.map(({ path, name }) => ({ in: path, out: join(name, 'index') })), ...laterEntries],
    outExtension: { '.js': '.mjs' },
    bundle: true,
    minify: true,
    charset: 'utf8',
    plugins: [besideBundle, loadedLater, onlyWhatIsUsed, leaveOut],
    platform: 'node',
    format: 'esm',
    target: 'node24',
    mainFields: ['module', 'main'],
    banner: { js: banner },
    legalComments: 'none',
    logLevel: 'warning',
  } satisfies BuildOptions;
}

/** Every functions/…/x.lambda.ts, or those asked for, into dist/lambda/x/index.mjs in one run, with what it reads beside it. */
export async function bundleLambdas(folder = bundleFolder, only: (name: string) => boolean = () => true) {
  const entries = await entriesOf(only);
  await rm(folder, { recursive: true, force: true });
  const { metafile } = await build({ ...(await bundleOptions(only)), metafile: true, outdir: folder });
  const bundles = await Promise.all(entries.map(({ name }) => finish(name, folder, metafile)));
  await rm(join(folder, laterFolder), { recursive: true });
  return bundles;
}

async function finish(name: string, folder: string, metafile: Metafile): Promise<Bundle> {
  const extras = bundleExtras.filter(({ wantedBy }) => wantedBy.includes(name));
  for (const extra of extras) await copyBeside(extra, join(folder, name));
  const start = outputOf(metafile, join(folder, name, 'index.mjs'));
  const asked = start.imports.map(({ path }) => path).filter((path) => path.startsWith(`./${laterFolder}/`));
  const later = [...new Set(asked)];
  await mkdir(join(folder, name, laterFolder), { recursive: true });
  for (const path of later) await cp(join(folder, path), join(folder, name, path));
  const laterBytes = later.map((path) => outputOf(metafile, join(folder, path)).bytes);
  const clients = Object.keys(start.inputs).map(
    (path) => /node_modules\/@aws-sdk\/client-([a-z0-9-]+)\//.exec(path)?.[1],
  );
  return {
    name,
    bytes: start.bytes,
    bytesInAll: laterBytes.reduce((sum, bytes) => sum + bytes, start.bytes),
    clients: [...new Set(clients)].filter((client) => client !== undefined).sort(),
  };
}

/** esbuild names what it wrote by the way from the root of the repository. */
function outputOf({ outputs }: Metafile, path: string): Metafile['outputs'][string] {
  const output = outputs[relative(root, path)];
  if (!output) throw new Error(`esbuild wrote no ${path}`);
  return output;
}

function copyBeside({ from, to, only }: BundleExtra, folder: string): Promise<void> {
  const filter = async (source: string) =>
    only === undefined || only.test(source) || (await stat(source)).isDirectory();
  return cp(join(root, from), join(folder, to), { recursive: true, filter });
}
