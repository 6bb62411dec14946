import type { Clock, Ids } from '#shared/ports/clock.ts';

/** A clock that stands until somebody moves it on; never back. */
export type SetClock = Clock & { moveTo(instant: string): void; moveBy(seconds: number): void };

export function setClock(from: string): SetClock {
  let at = Date.parse(from);
  const moveTo = (milliseconds: number) => {
    at = Math.max(at, milliseconds);
  };
  return {
    now: () => new Date(at).toISOString(),
    moveTo: (instant) => moveTo(Date.parse(instant)),
    moveBy: (seconds) => moveTo(at + seconds * 1000),
  };
}

/** Numbers in order, as wide as any id: the same ones in each run, and sorted as they were made. */
export function countedIds(): Ids {
  let last = 0;
  return {
    next() {
      last += 1;
      return String(last).padStart(26, '0');
    },
  };
}
