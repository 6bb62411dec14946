import { type AccountName, accountNames, isConserved, type Ledger, missingFrom } from '#shared/domain/ledger.ts';

const words: Readonly<Record<AccountName, string>> = { mails: 'mails', documents: 'files', credits: 'credit lines' };

/** The accounts as a table, what does not add up, and one sentence that says whether it does. */
export function ledgerInLines(ledger: Ledger): string[] {
  const heads = ['received', 'filed', 'repeated', 'refused', 'in flight', 'missing'];
  const rows = accountNames.map((name) => {
    const { received, filed, duplicates, refused, inFlight } = ledger.accounts[name];
    const figures = [received, filed, duplicates, refused, inFlight, missingFrom(ledger.accounts[name])];
    return [words[name], ...figures.map(String)];
  });
  const [first, last] = ledger.months;
  const more = ledger.faultCount - ledger.faults.length;
  return [
    `What was received from ${first} to ${last} (UTC months)`,
    ...[['', ...heads], ...rows].map((cells) => cells.map((cell, at) => aligned(cell, at)).join('')),
    ...ledger.faults.map(({ about, says }) => `${about}  ${says}`),
    ...(more > 0 ? [`and ${more} more`] : []),
    isConserved(ledger)
      ? 'It adds up: nothing is lost and nothing is there twice.'
      : `It does NOT add up: ${ledger.faultCount} things are wrong. The runbook says under "Not conserved" what to do.`,
  ];
}

const aligned = (cell: string, at: number) => (at === 0 ? cell.padEnd(14) : cell.padStart(11));
