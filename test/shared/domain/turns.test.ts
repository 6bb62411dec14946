import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { giveTurn, noTurns, type Turns } from '#shared/domain/turns.ts';

const waitMax = 10_000;

/** Owners ask one after the other after pauses; none says whether it used its turn, so any of them may be dead. */
function given(pauses: readonly number[], perSecond: number) {
  let turns: Turns = noTurns;
  let now = 1_000_000;
  const instants: number[] = [];
  const refused: number[] = [];
  pauses.forEach((pause, index) => {
    now += pause;
    const turn = giveTurn(turns, { owner: `owner-${index}`, now, perSecond, waitMax });
    if (turn === 'full') {
      refused.push(turns.next - now);
      return;
    }
    expect(turn.at - now).toBeGreaterThanOrEqual(0);
    expect(turn.at - now).toBeLessThanOrEqual(waitMax);
    turns = turn.after;
    instants.push(turn.at);
  });
  return { instants, refused, turns, now };
}

const pauses = fc.array(fc.integer({ min: 0, max: 3_000 }), { maxLength: 300 });
const rates = fc.integer({ min: 1, max: 25 });

describe('turns at a service', () => {
  it('are never more in any second, or in any other stretch of time, than the rate', () => {
    fc.assert(
      fc.property(pauses, rates, fc.integer({ min: 1, max: 5_000 }), (all, perSecond, stretch) => {
        const { instants } = given(all, perSecond);
        const most = Math.max(
          0,
          ...instants.map((from) => instants.filter((at) => at >= from && at < from + stretch).length),
        );
        expect(most).toBeLessThanOrEqual(Math.ceil((stretch / 1000) * perSecond));
      }),
      { numRuns: 100 },
    );
  });

  it('are refused only where the wait is truly too long', () => {
    fc.assert(
      fc.property(pauses, rates, (all, perSecond) => {
        for (const wait of given(all, perSecond).refused) expect(wait).toBeGreaterThan(waitMax);
      }),
    );
  });

  it('come to who lives, though all before it died with theirs', () => {
    fc.assert(
      fc.property(pauses, rates, (all, perSecond) => {
        const { turns, now } = given(all, perSecond);
        const later = Math.max(now, turns.next);
        expect(giveTurn(turns, { owner: 'alive', now: later, perSecond, waitMax })).toMatchObject({ at: later });
      }),
    );
  });

  it('are the same for an owner who asks again', () => {
    const first = giveTurn(noTurns, { owner: 'one', now: 5, perSecond: 2, waitMax });
    if (first === 'full') throw new Error('nobody was before it');
    const again = giveTurn(first.after, { owner: 'one', now: 5, perSecond: 2, waitMax });

    expect(again).toEqual(first);
  });

  it('that are over leave nothing behind', () => {
    const first = giveTurn(noTurns, { owner: 'one', now: 5, perSecond: 2, waitMax });
    if (first === 'full') throw new Error('nobody was before it');
    const next = giveTurn(first.after, { owner: 'two', now: 9_000, perSecond: 2, waitMax });

    expect(next).toMatchObject({ after: { turns: [{ owner: 'two', at: 9_000 }] } });
  });
});
