import { z } from 'zod';

const count = z.number().int().min(0);

/** What came in, and where it is now. Each thing is in exactly one of the last four. */
export const accountSchema = z.object({
  received: count,
  filed: count,
  duplicates: count,
  refused: count,
  inFlight: count,
});
export type Account = z.infer<typeof accountSchema>;
export type Place = Exclude<keyof Account, 'received'>;

/** What the ledger keeps: mails, the files found in them, and the lines of training that people claim. */
export const accountNames = ['mails', 'documents', 'credits'] as const;
export type AccountName = (typeof accountNames)[number];

/** One thing that does not add up. `about`: the reference of a mail, the key of a file, or a specialist's id and year. */
export const ledgerFaultSchema = z.object({ about: z.string(), says: z.string() });
export type LedgerFault = z.infer<typeof ledgerFaultSchema>;

export const ledgerSchema = z.object({
  at: z.string(),
  /** the first and the last UTC month of receipt that was proved */
  months: z.tuple([z.string(), z.string()]),
  accounts: z.record(z.enum(accountNames), accountSchema),
  /** the first ones, `faultCount` says how many there are */
  faults: z.array(ledgerFaultSchema),
  faultCount: count,
});
export type Ledger = z.infer<typeof ledgerSchema>;

export const emptyAccount = (): Account => ({ received: 0, filed: 0, duplicates: 0, refused: 0, inFlight: 0 });

/** How many are nowhere, or in two places; 0 where everything adds up. */
export const missingFrom = ({ received, filed, duplicates, refused, inFlight }: Account): number =>
  received - filed - duplicates - refused - inFlight;

/** Both at once: the sums are right and nothing was found beside them. */
export function isConserved({ accounts, faultCount }: Pick<Ledger, 'accounts' | 'faultCount'>): boolean {
  return faultCount === 0 && accountNames.every((name) => missingFrom(accounts[name]) === 0);
}
