import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sourceFiles } from './source-files.ts';

/**
 * Who may import whom; shared/docs/architecture.md shows the same. `own`: our folders, `node`: modules of Node,
 * `packages`: from npm. A file outside every row may import nothing.
 */
type Row = { from: RegExp; own: RegExp; node?: RegExp; packages?: RegExp };
const none = /^$/;
const table: Row[] = [
  { from: /^shared\/domain\//, own: /^shared\/domain\//, packages: /^zod$/ },
  { from: /^shared\/rules\//, own: /^shared\/(domain|rules)\//, node: /^node:crypto$/, packages: /^zod$/ },
  { from: /^shared\/workflow\//, own: /^shared\/(domain|workflow)\//, packages: /^zod$/ },
  { from: /^shared\/ports\//, own: /^shared\/(domain|workflow|ports)\// },
  { from: /^shared\/config\//, own: /^shared\/(domain|config)\//, node: /^node:util$/, packages: /^zod$/ },
  { from: /^shared\/telemetry\//, own: /^shared\/(domain|telemetry)\//, packages: /^zod$/ },
  { from: /^shared\/records\//, own: /^shared\/(domain|ports|records)\//, node: /^node:crypto$/, packages: /^zod$/ },
  {
    from: /^shared\/mail\//,
    own: /^shared\/(domain|ports|mail)\//,
    node: /^node:(crypto|zlib|buffer|stream|util)/,
    packages: /^(?!@aws-sdk)/,
  },
  {
    from: /^shared\/reading\//,
    own: /^shared\/(domain|ports|reading)\//,
    node: /^node:(crypto|zlib|buffer|stream|util)/,
    packages: /^(?!@aws-sdk)/,
  },
  { from: /^shared\/adapters\/aws\//, own: /^shared\/(?!adapters\/local)/, node: /./, packages: /./ },
  { from: /^shared\/adapters\//, own: /^shared\/(?!adapters\/aws)/, node: /./, packages: /^(?!@aws-sdk)/ },
  {
    from: /^functions\/[^/]+\/[^/]+\.lambda\.ts$/,
    own: /^(functions|shared\/(?!adapters\/local))/,
    node: /./,
    packages: /^(zod|hono|aws-lambda)/,
  },
  {
    from: /^functions\//,
    own: /^(functions|shared\/(domain|rules|workflow|ports|records|mail|reading|telemetry))\//,
    node: /^node:crypto$/,
    packages: /^(zod|hono|csv-parse|fflate)/,
  },
  {
    from: /^infra\/local\//,
    own: /^(functions|infra\/local|shared\/(?!adapters\/aws))/,
    node: /./,
    packages: /^(?!@aws-sdk|aws-cdk)/,
  },
  // from one of the two places to the other: the only code that knows both
  { from: /^infra\/move\//, own: /^(infra\/move|shared)\//, node: /./ },
  {
    from: /^infra\/aws\//,
    // of the rules only whether they can be read, and by whose clock they live
    own: /^(infra\/aws|shared\/(workflow|config|ports|domain))\/|^shared\/(adapters\/aws\/bundle-pages|rules\/(read-programme|topics\/topic-book))\.ts$/,
    node: /./,
    packages: /^(aws-cdk-lib|constructs|cdk-nag|esbuild|zod)/,
  },
];

const isOwn = (target: string) => /^(shared|functions|infra|test)\//.test(target);

function isAllowed(row: Row, target: string): boolean {
  if (isOwn(target)) return row.own.test(target);
  return (target.startsWith('node:') ? (row.node ?? none) : (row.packages ?? none)).test(target);
}

type Import = { file: string; target: string };

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\b[^'";]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g,
  );
  return Array.from(found, (match) => ({ file, target: place(file, match[1] ?? match[2] ?? '') }));
}

/** `#shared/x` and `./x` as paths from the root; packages as they are. */
function place(file: string, specifier: string): string {
  if (specifier.startsWith('#')) return specifier.slice(1);
  if (!specifier.startsWith('.')) return specifier;
  return relative(process.cwd(), new URL(specifier, `file://${process.cwd()}/${file}`).pathname);
}

/** What plugs the console into AWS gives it the judging of "what if", as the host of one machine does. */
const handsOver = ({ file }: Import) => file === 'functions/console/console.lambda.ts';

const imports = sourceFiles().flatMap(importsOf);

describe('who may import whom', () => {
  test('every import is allowed by the table', () => {
    const forbidden = imports.filter(({ file, target }) => {
      const row = table.find(({ from }) => from.test(file));
      return !row || !isAllowed(row, target);
    });
    expect(imports.length).toBeGreaterThan(200);
    expect(forbidden.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
  });

  // the desk is no step: it is what a person may do, and the console is how they do it
  test('a step never imports another step; the console alone calls the desk, the registers and the end of a year', () => {
    const folderOf = (path: string) => path.split('/')[1];
    const crossing = imports.filter(
      ({ file, target }) =>
        file.startsWith('functions/') && target.startsWith('functions/') && folderOf(file) !== folderOf(target),
    );
    const calls = ({ file, target }: Import) =>
      folderOf(file) === 'console' && /^functions\/(?:desk|load-registers|year-end)\//.test(target);
    expect(crossing.filter((one) => !calls(one) && !handsOver(one))).toEqual([]);
  });

  test('the product never reads what lies beside the repository', () => {
    const outside = sourceFiles().filter((file) =>
      /\.\.\/shared\/(samples|score|mails|textract)/.test(readFileSync(file, 'utf8')),
    );
    expect(outside).toEqual([]);
  });

  test('no file climbs more than one folder up', () => {
    const climbing = sourceFiles().filter((file) => /from ['"]\.\.\/\.\.\//.test(readFileSync(file, 'utf8')));
    expect(climbing).toEqual([]);
  });
});
