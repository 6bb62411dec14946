import { describe, expect, it } from 'vitest';
import { closestWord, slipsBetween } from '#shared/rules/closest-word.ts';

describe('the slips between two words', () => {
  it.each([
    ['ethics', 'ethics', 0],
    ['ethic', 'ethics', 1],
    ['ethicss', 'ethics', 1],
    ['ethucs', 'ethics', 1],
    ['ehtics', 'ethics', 1],
    ['tehics', 'ethics', 1],
    ['ethisc', 'ethics', 1],
    ['thics', 'ethics', 1],
    ['ehticz', 'ethics', 2],
    ['ab', 'cd', 2],
    ['abc', 'ca', 3],
    ['', 'ethics', 6],
    ['ethics', '', 6],
    ['', '', 0],
    ['mode', 'mood', 2],
    ['aab', 'aba', 1],
    ['kitten', 'sitting', 3],
  ])('"%s" and "%s": %i', (one, other, slips) => {
    expect(slipsBetween(one, other)).toBe(slips);
    expect(slipsBetween(other, one)).toBe(slips);
  });
});

describe('the name that was probably meant', () => {
  it('is the one with the fewest slips, the first of several', () => {
    expect(closestWord('wait until', ['met when', 'wait while', 'applies'])).toBe('wait while');
    expect(closestWord('applys', ['met when', 'wait while', 'applies'])).toBe('applies');
    expect(closestWord('cat', ['bat', 'hat'])).toBe('bat');
    expect(closestWord('hat', ['bat', 'hat'])).toBe('hat');
    expect(closestWord('cat', [])).toBeUndefined();
  });
});
