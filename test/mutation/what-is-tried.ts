import { globSync } from 'node:fs';

/** What is mutated: all that judges. Programmes are pages; every page's examples are tests here. */
export const mutated = ['shared/rules/**/*.ts', 'shared/domain/**/*.ts'];

/**
 * The tests that must notice: all of rules, domain and programmes, and those of steps that only hand on what the domain
 * says. Edge cases of reading papers open real files and judge nothing.
 */
const noticing = [
  'test/shared/{domain,rules}/**/*.test.ts',
  'test/programmes/*.test.ts',
  'test/functions/match-person/*.test.ts',
  'test/functions/apply-rules/{applica*,periods,shadow}.test.ts',
];

/** Some of these tests only, handed on to the processes that run them. */
export const onlyTests = 'MUTATION_TESTS';

export function testFiles(): string[] {
  const some = process.env[onlyTests]?.split(/\s+/) ?? [];
  const wanted = new Set(some.flatMap((pattern) => globSync(pattern)));
  return noticing
    .flatMap((pattern) => globSync(pattern).sort())
    .filter((path) => !path.endsWith('edge-cases-reading.test.ts'))
    .filter((path) => some.length === 0 || wanted.has(path));
}
