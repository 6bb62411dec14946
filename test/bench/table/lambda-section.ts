import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { type Asked, quantile, type Row, rounded, row } from './row.ts';
import { ratioOf } from './side-by-side.ts';

/** `intake               1234     2345     210        95     2.2   dynamodb s3`, as `npm run bench:lambdas` prints each function. */
const line = /^(\S+) +(\d+) +(\d+) +(\d+) +(\d+) +([\d.]+) {3}/gm;

/** Each Lambda as it is bundled, imported in a fresh process, beside a handler that makes the same clients and does nothing. */
export async function lambdaSection({ tell }: Asked): Promise<Row[]> {
  tell('lambda: bundling and importing each');
  const program = join(import.meta.dirname, '../lambdas.ts');
  const { stdout, status } = spawnSync(process.execPath, [program, '--times', '3'], { encoding: 'utf8' });
  if (status !== 0) throw new Error('the Lambdas could not be measured: run npm run bench:lambdas to see why');
  const all = Array.from(stdout.matchAll(line), ([, name = '', ...figures]) => {
    const [start = 0, , ms = 0, bare = 0] = figures.map(Number);
    return { name, start, ms, bare };
  });
  const largest = all.toSorted((a, b) => b.start - a.start)[0];
  if (largest === undefined) throw new Error('npm run bench:lambdas prints its lines in another way');
  const middleOf = (read: (one: (typeof all)[number]) => number) => rounded(quantile(all.map(read), 0.5), 0);
  return [
    row({
      ...{ id: 'lambda.import', what: `import of a Lambda, median of ${all.length}` },
      ours: { value: middleOf(({ ms }) => ms), unit: 'ms' },
      peer: { name: 'the same clients and nothing else', value: middleOf(({ bare }) => bare), unit: 'ms' },
      ratio: ratioOf(all.map(({ ms, bare }) => ms / bare)),
      more: { 'kB, median': middleOf(({ start }) => start), 'kB, largest': `${largest.start} (${largest.name})` },
    }),
  ];
}
