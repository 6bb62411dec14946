import { Stryker } from '@stryker-mutator/core';
import { flagsOfCommand } from '#test/builders/flags-of-command.ts';
import { mutated, onlyTests } from './what-is-tried.ts';

/** `npm run mutation`, or `npm run mutation -- --only 'shared/rules/period/*.ts'`: how many mistakes would the tests notice? */
const values = flagsOfCommand(
  "npm run mutation -- [--only 'shared/rules/period/*.ts'] [--tests 'test/shared/rules/period/*.ts'] [--static]",
  {
    only: { type: 'string' },
    tests: { type: 'string' },
    static: { type: 'boolean', default: false },
  },
);
// by some tests only: quicker, and what these notice all of them notice
if (values.tests !== undefined) process.env[onlyTests] = values.tests;

const stryker = new Stryker({
  mutate: values.only === undefined ? mutated : values.only.split(/\s+/),
  testRunner: 'in-process',
  plugins: [new URL('./in-process-runner.ts', import.meta.url).href],
  ignorers: ['shapes'],
  coverageAnalysis: 'perTest',
  // a table or pattern that is made once, when its file is loaded, needs a process and all tests for each mutant: with --static
  ignoreStatic: !values.static,
  concurrency: 1,
  // a process keeps every test file that it loaded anew
  maxTestRunnerReuse: 200,
  // endless loops are found by counting rounds; on a busy machine a shorter time would call slow tests a noticed mistake
  timeoutMS: 60_000,
  tempDirName: '.tmp/mutation',
  ignorePatterns: [
    '/infra',
    '/functions/console',
    '/shared/docs',
    '/test/fixtures',
    '/test/corpus',
    '/dist',
    '/cdk.out',
    '/.tmp',
    '/coverage',
  ],
  // there is none of that name: Stryker would rewrite ours with an interface that TypeScript 7 no longer has
  tsconfigFile: 'no-tsconfig.json',
  reporters: ['progress-append-only', 'clear-text', 'json'],
  jsonReporter: { fileName: '.tmp/mutation.json' },
  clearTextReporter: { allowColor: false, reportTests: false },
  thresholds: { high: 95, low: 90, break: 90 },
});
await stryker.runMutationTest();
