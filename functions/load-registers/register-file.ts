import { GiveUp } from '#shared/domain/faults.ts';
import type { LoadReport, makeLoadRegisters } from './load-registers.ts';

type Registers = ReturnType<typeof makeLoadRegisters>;

/** Which register a file is for is in its name: `registers/roster….csv` or `registers/approved….csv`. */
export function makeLoadRegisterFile({ loadRoster, loadApproved }: Registers) {
  return async (key: string, csvText: string): Promise<LoadReport> => {
    const name = key.slice(key.lastIndexOf('/') + 1);
    if (/^roster[a-z0-9._-]*\.csv$/.test(name)) return loadRoster(csvText);
    if (/^approved[a-z0-9._-]*\.csv$/.test(name)) return loadApproved(csvText);
    throw new GiveUp('a register is called roster….csv or approved….csv');
  };
}
