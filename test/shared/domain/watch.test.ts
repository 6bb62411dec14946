import { describe, expect, it } from 'vitest';
import {
  cannotTell,
  fine,
  found,
  foundOrFine,
  isNightly,
  minutesBefore,
  ofOneMachine,
  runbookSectionOf,
  watchCodes,
} from '#shared/domain/watch.ts';

describe('what the watchman says', () => {
  it('is that nothing was found, or what, the first twenty by name and all by number', () => {
    const words = { one: 'case is stuck', many: 'cases are stuck', none: 'No case is stuck.' };
    const many = Array.from({ length: 25 }, (_each, at) => `LA-${at}`);

    expect(foundOrFine([], words)).toEqual({ state: 'fine', inWords: 'No case is stuck.', about: [], count: 0 });
    expect(foundOrFine(['LA-1'], words)).toEqual({
      state: 'found',
      inWords: 'One case is stuck.',
      about: ['LA-1'],
      count: 1,
    });
    expect(foundOrFine(many, words)).toEqual({
      state: 'found',
      inWords: '25 cases are stuck.',
      about: many.slice(0, 20),
      count: 25,
    });
    expect(found('Some.', ['a'], 7).count).toBe(7);
    expect(fine('Well.').state).toBe('fine');
    expect(cannotTell('Too few.')).toEqual({ state: 'cannot-tell', inWords: 'Too few.', about: [], count: 0 });
  });

  it('has a section of the runbook for each, a failed run that of the machine', () => {
    expect(watchCodes.filter((code) => runbookSectionOf(code) !== code)).toEqual(['run-failed']);
    expect(runbookSectionOf('run-failed')).toBe('notfiled');
  });

  it('is looked at once a night where that reads much', () => {
    expect(watchCodes.filter(isNightly)).toEqual([
      'queue-late',
      'case-waiting',
      'reading-drift',
      'not-conserved',
      'audit-chain',
    ]);
  });

  it('is only looked at on one machine where the cloud looks itself', () => {
    expect([...ofOneMachine]).toEqual(['run-failed', 'clock-skew']);
  });

  it('counts minutes back over midnight', () => {
    expect(minutesBefore('2026-11-22T00:10:00.000Z', 15)).toBe('2026-11-21T23:55:00.000Z');
  });
});
