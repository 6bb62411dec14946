import { expect, test } from 'vitest';
import { targets } from './fuzz-message.ts';
import { runFuzz } from './run-fuzz.ts';

const seconds = 60;

test(`${seconds} seconds of broken mails, files and pages of rules: no reader throws, hangs, swells or breaks its promise`, {
  timeout: 180_000,
}, async () => {
  const { cases, failures } = await runFuzz({ seed: '20261122', seconds });

  expect(failures).toEqual([]);
  expect(Object.keys(cases)).toEqual([...targets]);
  for (const count of Object.values(cases)) expect(count).toBeGreaterThan(5);
});
