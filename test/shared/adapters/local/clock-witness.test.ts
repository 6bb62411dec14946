import { uptime } from 'node:os';
import { beforeEach, describe, expect, test } from 'vitest';
import { openClockWitness } from '#shared/adapters/local/clock-witness.ts';

let wall: number;
let steady: number;
const clocks = { wall: () => wall, steady: () => steady };
const at = (shiftMs: number) => new Date(wall + shiftMs).toISOString();
/** So much time goes by for everybody. */
const pass = (ms: number) => {
  wall += ms;
  steady += ms;
};

beforeEach(() => {
  wall = Date.parse('2026-12-31T23:00:00.000Z');
  steady = 123_456;
});

describe('what a machine knows of its own clock', () => {
  test('is nothing against it while it goes on as the time since the machine began does', () => {
    const witness = openClockWitness(clocks);
    pass(40 * 24 * 60 * 60_000);
    wall += 4_900;
    expect(witness.doubts()).toEqual([]);
  });

  test.each([
    ['forward', 600_000],
    ['back', -600_000],
    ['by a little more than five seconds', 5_001],
  ])('B189: is that somebody set it %s', (_way, skewMs) => {
    const witness = openClockWitness(clocks);
    pass(60_000);
    wall += skewMs;
    expect(witness.doubts()).toEqual([{ code: 'stepped', skewMs }]);
  });

  test('B189: is that it went back since something was written here, until it has caught up', () => {
    const witness = openClockWitness(clocks);
    witness.remember(at(600_000));
    witness.remember(at(-10));
    expect(witness.doubts()).toEqual([{ code: 'went-back', skewMs: -600_000 }]);
    pass(595_000);
    expect(witness.doubts()).toEqual([]);
  });

  test('B189: is that a mail was stamped in its future by the server in front', () => {
    const witness = openClockWitness(clocks);
    witness.compare(at(600_000), at(0));
    expect(witness.doubts()).toEqual([{ code: 'mail-server', skewMs: -600_000 }]);
    witness.compare(at(-1_000), at(0));
    expect(witness.doubts()).toEqual([]);
  });

  test('B189: is that five mails in a row were handed on late, as no queue holds every mail; one alone may be late', () => {
    const witness = openClockWitness(clocks);
    for (const lateMs of [600_000, 3_600_000, 601_000, 602_000]) witness.compare(at(-lateMs), at(0));
    expect(witness.doubts()).toEqual([]);
    witness.compare(at(-600_500), at(0));
    expect(witness.doubts()).toEqual([{ code: 'mail-server', skewMs: 600_000 }]);
    witness.compare(at(-1_000), at(0));
    expect(witness.doubts()).toEqual([]);
  });

  test('comes from the time since the machine began, which nobody sets', () => {
    expect(openClockWitness().doubts()).toEqual([]);
    expect(uptime()).toBeGreaterThan(0);
  });
});
