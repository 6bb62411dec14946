import { expect, test } from 'vitest';
import { GiveUp, TryAgain } from '#shared/domain/faults.ts';

test('the two faults bear the names by which the machine tries again or sets aside', () => {
  expect([new TryAgain('busy').name, new GiveUp('broken').name]).toEqual(['TryAgain', 'GiveUp']);
  expect([new TryAgain('busy').message, new GiveUp('broken').message]).toEqual(['busy', 'broken']);
});
