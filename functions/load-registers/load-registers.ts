import type { RecordStore } from '#shared/ports/record-store.ts';
import type { Refused } from './read-csv.ts';
import { readEntries } from './read-entries.ts';
import { approvedRegister, type Register, rosterRegister } from './registers.ts';

/** Every line of the file is in one of the three. `loaded` are new and changed ones; reasons name no person. */
export type LoadReport = { loaded: number; unchanged: number; refused: Refused[] };

/** Fills the two registers from CSV text. What is no longer in a file stays: a person's history must not vanish with a row. */
export function makeLoadRegisters({ records }: { records: RecordStore }) {
  return {
    loadRoster: (csvText: string): Promise<LoadReport> => load(csvText, rosterRegister(records)),
    loadApproved: (csvText: string): Promise<LoadReport> => load(csvText, approvedRegister(records)),
  };
}

async function load<Entry>(csvText: string, register: Register<Entry>): Promise<LoadReport> {
  const { entries, refused } = readEntries(csvText, register);
  const report: LoadReport = { loaded: 0, unchanged: 0, refused };
  for (const { entry } of entries) {
    const result = await register.put(entry);
    if (result === 'unchanged') report.unchanged += 1;
    else report.loaded += 1;
  }
  return report;
}
