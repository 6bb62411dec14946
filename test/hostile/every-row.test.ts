import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { heldBy, notYet, otherwise } from './coverage.ts';

const table = '../shared/bad-inputs.csv';
const rowsMax = 293;
const every = Array.from({ length: rowsMax }, (_, at) => `B${String(at + 1).padStart(3, '0')}`);

/** Titles of tests that begin with rows: `B001: …`, or `B001, B002: …` */
const titled = /['"`](B\d{3}(?:, B\d{3})*): /g;
const idsIn = (text: string) => text.match(/\bB\d{3}\b/g) ?? [];

/** The rows that each test file names in its titles. */
function titles(): Map<string, Set<string>> {
  const names = readdirSync('test', { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(?:test|contract)\.ts$/.test(name),
  );
  const files = names.map((name): [string, Set<string>] => {
    const text = readFileSync(join('test', name), 'utf8');
    return [join('test', name), new Set(Array.from(text.matchAll(titled), ([, ids]) => idsIn(ids ?? '')).flat())];
  });
  return new Map(files.filter(([, ids]) => ids.size > 0));
}

const listed = new Map(Object.entries(heldBy).map(([file, ids]) => [file, new Set(idsIn(ids))]));
const held = new Set([...listed.values()].flatMap((ids) => [...ids]));

describe('the table of bad inputs', () => {
  test.skipIf(!existsSync(table))('has the rows that we know of', () => {
    const ids = readFileSync(table, 'utf8').match(/^B\d{3}(?=,)/gm);

    expect(ids).toEqual(every);
  });

  test('has a test for every row, or says why it does not hold yet', () => {
    expect(every.filter((id) => !held.has(id) && !(id in notYet))).toEqual([]);
    expect(Object.keys(notYet).filter((id) => held.has(id) || !every.includes(id))).toEqual([]);
  });

  test('names for each row a test whose title begins with it, and forgets none', () => {
    const found = titles();
    const files = new Set([...found.keys(), ...listed.keys()]);
    const missing = [...files].flatMap((file) => {
      const [there, said] = [found.get(file) ?? new Set(), listed.get(file) ?? new Set()];
      const differ = [...new Set([...there, ...said])].filter((id) => !there.has(id) || !said.has(id));
      return differ.length === 0 ? [] : [`${file}: ${differ.join(' ')}`];
    });

    expect(missing).toEqual([]);
  });

  test('says where a row is held otherwise only of rows that are held', () => {
    expect(Object.keys(otherwise).filter((id) => !held.has(id))).toEqual([]);
  });
});
