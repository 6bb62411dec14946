import { describe, expect, it } from 'vitest';
import { type Account, emptyAccount, isConserved, missingFrom } from '#shared/domain/ledger.ts';

const full: Account = { received: 10, filed: 4, duplicates: 3, refused: 2, inFlight: 1 };
const books = (own: Partial<Record<'mails' | 'documents' | 'credits', Account>> = {}) => ({
  mails: full,
  documents: full,
  credits: emptyAccount(),
  ...own,
});

describe('an account of the ledger', () => {
  it('adds up when everything that came is in exactly one place', () => {
    expect(missingFrom(full)).toBe(0);
    expect(missingFrom(emptyAccount())).toBe(0);
    expect(emptyAccount()).toEqual({ received: 0, filed: 0, duplicates: 0, refused: 0, inFlight: 0 });
  });

  it('says how many are nowhere, or in two places', () => {
    for (const place of ['filed', 'duplicates', 'refused', 'inFlight'] as const) {
      expect(missingFrom({ ...full, [place]: full[place] - 1 })).toBe(1);
      expect(missingFrom({ ...full, [place]: full[place] + 1 })).toBe(-1);
    }
    expect(missingFrom({ ...full, received: 12 })).toBe(2);
  });
});

describe('a ledger', () => {
  it('holds when every account adds up and nothing was found beside them', () => {
    expect(isConserved({ accounts: books(), faultCount: 0 })).toBe(true);
    expect(isConserved({ accounts: books(), faultCount: 1 })).toBe(false);
    for (const name of ['mails', 'documents', 'credits'] as const)
      for (const received of [9, 11])
        expect(isConserved({ accounts: books({ [name]: { ...full, received } }), faultCount: 0 })).toBe(false);
  });
});
