import { readFileSync } from 'node:fs';
import { z } from 'zod';

const resultsSchema = z.looseObject({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  numFailedTestSuites: z.number(),
});

/** The closing line of CI from vitest's JSON reports: a suite that did not even load counts as a failure. */
const sum = { passed: 0, failed: 0, skipped: 0 };
for (const path of process.argv.slice(2)) {
  const results = resultsSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  sum.passed += results.numPassedTests;
  sum.failed += results.numFailedTests > 0 ? results.numFailedTests : results.numFailedTestSuites;
  sum.skipped += results.numPendingTests + results.numTodoTests;
}
console.log(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
