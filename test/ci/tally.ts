import { readFileSync } from 'node:fs';
import { z } from 'zod';

const resultsSchema = z.looseObject({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  numFailedTestSuites: z.number(),
});

/** The closing line of CI from vitest's JSON report: a suite that did not even load counts as a failure. */
const [path = ''] = process.argv.slice(2);
const results = resultsSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
const failed = results.numFailedTests > 0 ? results.numFailedTests : results.numFailedTestSuites;
console.log(
  `${results.numPassedTests} passed, ${failed} failed, ${results.numPendingTests + results.numTodoTests} skipped`,
);
