import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { z } from 'zod';
import { bundleLambdas } from '#infra/aws/bundle-lambdas.ts';
import { leaveOut } from '#infra/aws/left-out.ts';
import { onlyWhatIsUsed } from '#infra/aws/only-what-is-used.ts';
import { flagsOfCommand } from '#test/builders/flags-of-command.ts';
import { lambdaEnvironment } from '#test/infra/aws/lambda-environment.ts';
import { middle } from './rounds.ts';

/**
 * `npm run bench:lambdas [-- --times 15]`: how large each Lambda is and how long Node takes to import it, in a fresh process each
 * time, beside a handler that makes the same clients of AWS and does nothing else. For a machine that does nothing else meanwhile.
 */
const values = flagsOfCommand('npm run bench:lambdas -- [--times 15]', { times: { type: 'string', default: '15' } });
const times = Number(values.times);
const folder = mkdtempSync(join(tmpdir(), 'bench-lambdas-'));

const clientClass: Record<string, string> = {
  dynamodb: 'DynamoDBClient',
  s3: 'S3Client',
  sesv2: 'SESv2Client',
  sfn: 'SFNClient',
  sqs: 'SQSClient',
  textract: 'TextractClient',
};

const environment = { PATH: process.env.PATH ?? '', ...lambdaEnvironment(folder) };

const importing = [
  'const from = performance.now();',
  'const { handler } = await import(process.argv[1]);',
  'const ms = performance.now() - from;',
  'process.stdout.write(JSON.stringify({ ms, made: typeof handler }));',
  'process.exit(0);',
].join('\n');
const importedSchema = z.object({ ms: z.number(), made: z.literal('function') });

/** Milliseconds until the module has done all that it does at its start. */
function importOnce(file: string): number {
  const node = ['--input-type=module', '--eval', importing, pathToFileURL(file).href];
  const { stdout, stderr } = spawnSync(process.execPath, node, { encoding: 'utf8', env: environment });
  if (stdout === '') throw new Error(`${file} could not be imported:\n${stderr.slice(-500)}`);
  return importedSchema.parse(JSON.parse(stdout)).ms;
}

/** A handler that makes these clients and nothing else, bundled as ours are. */
async function bareHandler(clients: readonly string[]): Promise<string> {
  const outfile = join(folder, 'bare', clients.join('-'), 'index.mjs');
  const lines = clients.flatMap((client, at) => [
    `import { ${clientClass[client]} } from '@aws-sdk/client-${client}';`,
    `const client${at} = new ${clientClass[client]}({});`,
  ]);
  const handler = `export const handler = async () => [${clients.map((_client, at) => `client${at}`).join(', ')}].length;`;
  await build({
    stdin: { contents: [...lines, handler].join('\n'), resolveDir: process.cwd() },
    outfile,
    ...{ bundle: true, minify: true, platform: 'node', format: 'esm', target: 'node24', logLevel: 'warning' },
    mainFields: ['module', 'main'],
    plugins: [onlyWhatIsUsed, leaveOut],
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
  return outfile;
}

/** One after the other in each round, so that a slow minute of the machine is everybody's. */
function medians(files: readonly string[]): Map<string, number> {
  const all = new Map(files.map((file) => [file, [] as number[]]));
  for (const file of files) importOnce(file);
  for (let round = 0; round < times; round += 1) for (const [file, taken] of all) taken.push(importOnce(file));
  return new Map([...all].map(([file, taken]) => [file, middle(taken)]));
}

const bundles = await bundleLambdas(folder);
const bare = new Map<string, string>();
for (const { clients } of bundles)
  if (!bare.has(clients.join('-'))) bare.set(clients.join('-'), await bareHandler(clients));
const fileOf = (name: string) => join(folder, name, 'index.mjs');
const taken = medians([...bundles.map(({ name }) => fileOf(name)), ...bare.values()]);

const kB = (bytes: number) => String(Math.ceil(bytes / 1000)).padStart(9);
console.log(`median of ${times} imports in fresh processes, Node ${process.version}`);
console.log(`${'function'.padEnd(20)} kB start   kB all     ms   bare ms   ratio   clients`);
const rows = bundles.map(({ name, bytes, bytesInAll, clients }) => {
  const ms = taken.get(fileOf(name)) ?? Number.NaN;
  const bareMs = taken.get(bare.get(clients.join('-')) ?? '') ?? Number.NaN;
  return { name, bytes, bytesInAll, clients, ms, bareMs };
});
for (const { name, bytes, bytesInAll, clients, ms, bareMs } of rows.toSorted((a, b) => b.ms - a.ms)) {
  const figures = [ms.toFixed(0).padStart(7), bareMs.toFixed(0).padStart(10), (ms / bareMs).toFixed(1).padStart(8)];
  console.log(`${name.padEnd(20)}${kB(bytes)}${kB(bytesInAll)}${figures.join('')}   ${clients.join(' ')}`);
}
console.log(`median of the functions: ${middle(rows.map(({ ms }) => ms)).toFixed(0)} ms`);
rmSync(folder, { recursive: true, force: true });
