import { describe, expect, it } from 'vitest';
import { systemIds } from '#shared/adapters/local/system-ids.ts';
import { submissionIdSchema } from '#shared/domain/ids.ts';

describe('new ids', () => {
  it('are 26 letters that read aloud well, and make a submission id', () => {
    const id = systemIds().next();
    expect(id).toMatch(/^[0-9a-hjkmnp-tv-z]{26}$/);
    expect(submissionIdSchema.safeParse(`sub_${id}`).success).toBe(true);
  });

  it('are sorted by the time of making, thousands in one millisecond too', () => {
    const ids = systemIds(() => 1_795_000_000_000);
    const made = Array.from({ length: 5000 }, () => ids.next());
    expect(made.toSorted()).toEqual(made);
    expect(new Set(made).size).toBe(5000);
  });

  it('go on upwards when the clock is set back', () => {
    const times = [2000, 1000, 1000, 3000];
    const ids = systemIds(() => times.shift() ?? 0);
    const made = [ids.next(), ids.next(), ids.next(), ids.next()];
    expect(made.toSorted()).toEqual(made);
  });

  it('of two processes in the same millisecond are different', () => {
    const now = () => 1_795_000_000_000;
    expect(systemIds(now).next()).not.toBe(systemIds(now).next());
  });

  it('begin with the time: ten letters of milliseconds', () => {
    expect(
      systemIds(() => 0)
        .next()
        .slice(0, 10),
    ).toBe('0000000000');
    expect(
      systemIds(() => 31)
        .next()
        .slice(0, 10),
    ).toBe('000000000z');
    expect(
      systemIds(() => 32)
        .next()
        .slice(0, 10),
    ).toBe('0000000010');
  });
});
