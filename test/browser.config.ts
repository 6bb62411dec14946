import { defineConfig } from 'vitest/config';
import every, { longTests } from './vitest.config.ts';

/** `npm run journeys`: the pages in a real browser, and the long tests. They take about as long as all other tests, so they have a run of their own. */
export default defineConfig({
  ...every,
  test: { ...every.test, include: ['test/**/*.browser.test.ts', ...longTests], exclude: [] },
});
