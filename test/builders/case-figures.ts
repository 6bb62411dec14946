import fc from 'fast-check';
import { type CaseFigures, ends } from '#shared/domain/case-figures.ts';
import { reasonCodes } from '#shared/domain/reason.ts';
import { submissionIdFor } from './a-submission.ts';

/** A mail that the machine accepted by itself on 20 November 2026. */
export function someFigures({ number = 1, ...own }: Partial<CaseFigures> & { number?: number } = {}): CaseFigures {
  return {
    submissionId: submissionIdFor(number),
    receivedAt: '2026-11-20T15:00:00.000Z',
    first: 'accepted',
    now: 'accepted',
    reasons: [],
    decidedAt: null,
    microdollars: 0,
    pagesBought: 0,
    looksBought: 0,
    letters: 0,
    read: [],
    blind: null,
    ...own,
  };
}

/** Any figures of any mail of a November. */
export const anyFigures: fc.Arbitrary<CaseFigures> = fc
  .record({
    number: fc.integer({ min: 1, max: 1_000_000 }),
    day: fc.integer({ min: 1, max: 30 }),
    first: fc.constantFrom(...ends),
    now: fc.constantFrom(...ends),
    reasons: fc.uniqueArray(fc.constantFrom(...reasonCodes), { maxLength: 4 }),
    microdollars: fc.integer({ min: 0, max: 500_000 }),
    blind: fc.constantFrom(null, 'open' as const, 'agrees' as const, 'differs' as const, 'machine-was-right' as const),
  })
  .map(({ day, ...rest }) =>
    someFigures({ ...rest, receivedAt: `2026-11-${String(day).padStart(2, '0')}T12:00:00.000Z` }),
  );
