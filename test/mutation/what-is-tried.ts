import { globSync } from 'node:fs';

/** What is mutated: all that judges. Programmes are pages; every page's examples are tests here. */
export const mutated = ['shared/rules/**/*.ts', 'shared/domain/**/*.ts'];

/** The tests that must notice. Edge cases of reading papers open real files and judge nothing. */
export function testFiles(): string[] {
  return ['test/shared/domain', 'test/shared/rules', 'test/programmes']
    .flatMap((folder) => globSync(`${folder}/**/*.test.ts`).sort())
    .filter((path) => !path.endsWith('edge-cases-reading.test.ts'));
}
