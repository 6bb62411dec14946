import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // what needs a real browser: `npm run journeys`
    exclude: ['test/**/*.browser.test.ts'],
    environment: 'node',
    pool: 'forks',
    maxWorkers: 2,
    // generous: a time limit is for what hangs, never a measure of speed on a busy machine
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: ['default'],
  },
});
