import { expect, test } from 'vitest';
import { answer } from './fuzz-job.ts';
import { targets } from './fuzz-message.ts';
import { seedInputs } from './seed-inputs.ts';

test('a reader that throws is told, with where it did', async () => {
  const told = await answer({ target: 'rules', bytes: Buffer.from('no list of pages') });

  expect(told).toMatchObject({ says: expect.stringContaining('threw: ') });
});

test('whole inputs of every kind are read as promised', async () => {
  const inputs = await seedInputs();

  for (const target of targets)
    for (const bytes of inputs[target])
      expect([target, await answer({ target, bytes })]).toEqual([target, { says: '' }]);
});
