import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shareOf, surenessOfSeen } from '#functions/read-fields/second-look/sureness.ts';
import { aField } from '#test/builders/a-document.ts';
import { fitRows, type Point } from './calibration/fit-rows.ts';

const points = (verdict: string, share: (sureness: number) => boolean, count = 100): Point[] =>
  Array.from({ length: count }, (_, at) => {
    const sureness = at / count;
    return { type: 'hours', verdict, sureness, right: share(sureness) };
  });

const seen = (sureness: number, verdict: 'agrees' | 'differs') =>
  aField('3', {
    confidence: sureness,
    source: { medium: 'ocr', engine: 'first-1', sureness },
    witness: { engine: 'second-1', raw: '3', verdict, confidence: 0.9 },
  });

describe('how sure a value is, by what became of values like it', () => {
  test('readings that were right more often the surer they were get a step for it', () => {
    const rows = fitRows(points('agrees', (sureness) => sureness >= 0.5));
    expect(rows.length).toBeGreaterThan(1);
    expect(rows[0]).toMatchObject({ from: 0, right: 0 });
    expect(shareOf(rows.at(-1) ?? { right: 0, seen: 1 })).toBeGreaterThan(0.97);
  });

  test('a surer reading is never less sure, and every value is counted once', () => {
    const some = fc.array(fc.record({ sureness: fc.double({ min: 0, max: 1, noNaN: true }), right: fc.boolean() }), {
      minLength: 1,
      maxLength: 300,
    });
    fc.assert(
      fc.property(some, (own) => {
        const rows = fitRows(own.map((one) => ({ ...one, type: 'date', verdict: 'agrees' })));
        const shares = rows.map(({ right, seen: all }) => right / all);
        expect(shares).toEqual([...shares].sort((a, b) => a - b));
        expect(rows.reduce((sum, row) => sum + row.seen, 0)).toBe(own.length);
      }),
    );
  });

  test('a sort of value of which too many were wrong never passes for certain, even when both looks agree', () => {
    const rows = fitRows(points('agrees', (sureness) => Math.round(sureness * 100) % 10 !== 0));
    const table = { errorTarget: 0.02, rows };
    expect(surenessOfSeen(seen(0.95, 'agrees'), 'hours', table)).toBeLessThan(0.9);
  });

  test('what looks disagree on is never certain, however often the first was right', () => {
    const table = { errorTarget: 0.02, rows: fitRows(points('differs', () => true, 500)) };
    expect(surenessOfSeen(seen(0.99, 'differs'), 'hours', table)).toBeLessThan(0.9);
  });

  test('letters that both read alike, and that are no hours, make nothing certain', () => {
    const table = { errorTarget: 0.02, rows: fitRows(points('agrees', () => true, 500)) };
    expect(surenessOfSeen({ ...seen(0.5, 'agrees'), value: null, raw: 'Y' }, 'hours', table)).toBe(0.5);
  });
});
