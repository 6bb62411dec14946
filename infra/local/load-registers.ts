import { readFile } from 'node:fs/promises';
import { makeLoadRegisters } from '#functions/load-registers/load-registers.ts';
import { GiveUp } from '#shared/domain/faults.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';

type Paths = { rosterCsv: string | null; approvedCsv: string | null };
type Report = Awaited<ReturnType<ReturnType<typeof makeLoadRegisters>['loadRoster']>>;

/** Loads roster and register of approved trainings before the first mail. Returns what to tell whoever started it. */
export async function loadRegisters(records: RecordStore, { rosterCsv, approvedCsv }: Paths): Promise<string[]> {
  const load = makeLoadRegisters({ records });
  const said: string[] = [];
  if (rosterCsv === null) said.push('roster: no --roster given, so only people of an earlier start are known');
  else said.push(inWords('roster', rosterCsv, await load.loadRoster(await readText(rosterCsv))));
  if (approvedCsv !== null)
    said.push(inWords('approved trainings', approvedCsv, await load.loadApproved(await readText(approvedCsv))));
  return said;
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (fault) {
    throw new GiveUp(`The file ${path} cannot be read. Give the path of a CSV file.`, { cause: fault });
  }
}

/** Lines that cannot be used are named by number, never by what they hold; the others count. A file without any stops the start. */
function inWords(name: string, path: string, { loaded, unchanged, refused }: Report): string {
  const counts = `${name}: ${loaded} loaded, ${unchanged} unchanged, ${refused.length} not used`;
  const said = [counts, ...refused.map(({ line, reason }) => `  line ${line} not used: ${reason}`)].join('\n');
  const isUseless = refused.length > 0 && loaded + unchanged === 0;
  if (isUseless) throw new GiveUp(`${said}\n  Put ${path} right and start again.`);
  return said;
}
