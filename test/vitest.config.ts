import { defineConfig } from 'vitest/config';

/** True to life and long: CI runs them with the pages in a browser. */
export const longTests = [
  'test/faults/*.test.ts',
  'test/functions/canary/packet.test.ts',
  'test/functions/receive/canary-mail.test.ts',
  'test/functions/read-text/pages-as-they-come.test.ts',
  'test/functions/tell-sender/every-outcome*.test.ts',
  'test/functions/watch/ledger.test.ts',
  'test/fuzz/fuzz.test.ts',
  'test/golden/samples.test.ts',
  'test/hostile/canaries.test.ts',
  'test/infra/aws/bundle-lambdas.test.ts',
  'test/infra/aws/canary-lambdas.test.ts',
  'test/infra/aws/desk-rights.test.ts',
  'test/infra/aws/disposal-lambdas.test.ts',
  'test/infra/aws/intake-app.test.ts',
  'test/infra/aws/original-lambdas.test.ts',
  'test/infra/aws/queue-faults.test.ts',
  'test/infra/aws/rights-in-use.test.ts',
  'test/infra/aws/service-faults.test.ts',
  'test/infra/aws/sweep-lambdas.test.ts',
  'test/infra/aws/two-interpreters.test.ts',
  'test/infra/local/backup.test.ts',
  'test/infra/local/canary.test.ts',
  'test/infra/local/rebuild/*.test.ts',
  'test/infra/move/every-kind.test.ts',
  'test/infra/move/interrupted.test.ts',
  'test/infra/move/move.test.ts',
  'test/infra/move/next-day.test.ts',
  'test/journeys/fixtures.test.ts',
  'test/journeys/kill.test.ts',
  'test/journeys/killed-readers.test.ts',
  'test/journeys/sweep-kill.test.ts',
  'test/shared/adapters/aws/dynamo-record-store.test.ts',
  'test/shared/adapters/local/hostile-pages.test.ts',
  'test/shared/adapters/local/pp-ocr-second-reader.test.ts',
  'test/shared/adapters/local/tesseract-text-reader.test.ts',
  'test/simulation/*.test.ts',
];

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // what needs a real browser or plays many days through: `npm run journeys`
    exclude: ['test/**/*.browser.test.ts', ...longTests],
    environment: 'node',
    pool: 'forks',
    maxWorkers: 2,
    // generous: a time limit is for what hangs, never a measure of speed on a busy machine
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: ['default'],
  },
});
