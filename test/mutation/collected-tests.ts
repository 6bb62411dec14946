import { expect as expectOfVitest } from 'vitest';

/**
 * Stands in for `vitest` while mutants are tried: the same test files say what they hold, and one process runs them again
 * and again. Starting vitest for each of some thousand mutants takes two seconds a mutant; this takes milliseconds.
 */
type Body = (...args: readonly unknown[]) => unknown;
export type CollectedTest = { id: string; run: () => unknown };

let file = '';
let above: readonly string[] = [];
let collected: CollectedTest[] = [];

/** Everything a test file registers while it is loaded. */
export async function testsOf(path: string, load: () => Promise<unknown>): Promise<CollectedTest[]> {
  file = path;
  above = [];
  collected = [];
  await load();
  return collected;
}

function add(title: string, run: () => unknown): void {
  const name = [...above, title].join(' > ');
  const same = collected.filter(({ id }) => id.startsWith(`${file}#${name}`)).length;
  collected.push({ id: `${file}#${name}${same === 0 ? '' : ` (${same})`}`, run });
}

function within(title: string, body: () => unknown): void {
  const before = above;
  above = [...above, title];
  body();
  above = before;
}

function eachOf(place: (title: string, body: () => unknown) => void) {
  return (rows: readonly unknown[]) =>
    (title: string, body: Body): void => {
      for (const [at, row] of rows.entries()) {
        place(`${title} [${at}]`, () => (Array.isArray(row) ? body(...row) : body(row)));
      }
    };
}

export const expect = expectOfVitest;
export const describe = Object.assign(within, { each: eachOf(within) });
export const test = Object.assign(add, { each: eachOf(add) });
export const it = test;
