import { describe, expect, it } from 'vitest';
import { boundsAsFacts, boundsIn } from '#shared/rules/bounds.ts';

describe('an amount known from and to', () => {
  it.each([
    [
      { least: 300, most: 800 },
      { 'live hours, at least': 300, 'live hours, at most': 800 },
    ],
    [{ least: 300, most: null }, { 'live hours, at least': 300 }],
    [{ least: 300, most: 300 }, { 'live hours': 300 }],
  ])('%o is kept as facts, and found again', (bounds, facts) => {
    expect(boundsAsFacts('live hours', bounds)).toEqual(facts);
    expect(boundsIn(facts, 'live hours')).toEqual(bounds);
  });

  it('begins at nothing where only its end is known', () => {
    expect(boundsIn({ 'live hours, at most': 800 }, 'live hours')).toEqual({ least: 0, most: 800 });
  });

  it('is exact where the amount itself is known, whatever else is said', () => {
    const facts = { 'live hours': 500, 'live hours, at least': 300, 'live hours, at most': 800 };

    expect(boundsIn(facts, 'live hours')).toEqual({ least: 500, most: 500 });
  });

  it('is not there for another fact, nor where no number says it', () => {
    expect(boundsIn({ 'live hours, at least': 300 }, 'core hours')).toBeUndefined();
    expect(boundsIn({ 'live hours': 'many', 'live hours, at least': 'few' }, 'live hours')).toBeUndefined();
  });
});
