import { describe, expect, it } from 'vitest';
import { waitsForSecond } from '#shared/domain/verification.ts';
import { ben } from '#test/builders/staff.ts';

const second = { by: ben, at: '2026-11-20T16:00:00.000Z' };

describe('a letter that says how somebody stands', () => {
  it('waits for another person where it says "not active", and for nobody else', () => {
    expect(waitsForSecond({ answer: 'not-active' })).toBe(true);
    expect(waitsForSecond({ answer: 'not-active', second })).toBe(false);
    for (const answer of ['active', 'cannot-tell'] as const) expect(waitsForSecond({ answer })).toBe(false);
  });
});
