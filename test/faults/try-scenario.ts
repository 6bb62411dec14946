import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadRegisters } from '#infra/local/load-registers.ts';
import { auditPartitions } from '#shared/adapters/local/sqlite-audit-partitions.ts';
import type { OutgoingMail } from '#shared/ports/mail-sender.ts';
import { verifyAudit } from '#shared/records/verify-audit.ts';
import { type OfficeProcess, type Outside, startOffice, tickingClock } from './an-office-process.ts';
import { type EndState, endStateOf } from './end-state.ts';
import type { Memory, Scenario } from './memory.ts';
import { type FaultPlan, faultsBy } from './one-fault.ts';

export type Laid = { scenario: Scenario; folder: string; letters: readonly OutgoingMail[]; until: string };
export type Tried = { end: EndState; calls: readonly string[]; wasMet: boolean; auditFaults: number };

/** In memory where there is such a folder: processes are killed here, no power is cut, so nothing has to wait for a disk. */
const place = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
const root = await mkdtemp(join(place, 'faults-'));
let folders = 0;
export function newFolder(): string {
  folders += 1;
  return join(root, String(folders));
}
export const removeAll = () => rm(root, { recursive: true, force: true });

/** The office before it happens, once: each try begins with a copy of it. */
export async function layOut(scenario: Scenario): Promise<Laid> {
  const folder = newFolder();
  await mkdir(folder);
  const letters: OutgoingMail[] = [];
  const clock = tickingClock(scenario.from);
  const office = startOffice({ folder, letters, clock, lost: scenario.lost }, faultsBy(null));
  await loadRegisters(office.own.records, await registersFor(folder, scenario));
  await scenario.lay?.(office);
  office.close();
  return { scenario, folder, letters, until: clock.now() };
}

async function registersFor(folder: string, { people }: Scenario) {
  const roster = await readFile('test/fixtures/roster.csv', 'utf8');
  const [head = '', ...lines] = roster.split('\n');
  const kept = lines.filter((line) => people === undefined || people.includes(line.split(',')[0] ?? ''));
  const rosterCsv = join(folder, 'roster.csv');
  await writeFile(rosterCsv, [head, ...kept].join('\n'));
  return { rosterCsv, approvedCsv: 'test/fixtures/approved-trainings.csv' };
}

/** Looks at what a killed process left, before another comes. */
type AtDeath = (killed: OfficeProcess) => Promise<void>;

/** It happens, with at most one fault. A process that was killed is followed by another over the same folder. */
export async function tryOnce(
  { scenario, folder: laid, letters: before, until }: Laid,
  plan: FaultPlan | null,
  atDeath?: AtDeath,
): Promise<Tried> {
  const folder = newFolder();
  await cp(laid, folder, { recursive: true });
  const letters = [...before];
  const outside: Outside = { folder, letters, clock: tickingClock(until), lost: scenario.lost };
  const memory: Memory = new Map();
  const faults = faultsBy(plan);
  const first = startOffice(outside, faults);
  const played = await Promise.race([scenario.play(first, memory), faults.died]);
  faults.switchOff();
  if (played === 'died') await atDeath?.(first);
  const last = played === 'died' ? await another(first, outside, scenario, memory) : first;
  await last.later();
  const auditFaults = await faultsOfAudit(last, folder);
  last.close();
  const end = endStateOf(folder, letters, outside.clock.now());
  await rm(folder, { recursive: true });
  return { end, calls: faults.calls, wasMet: faults.wasMet(), auditFaults };
}

async function another(
  killed: OfficeProcess,
  outside: Outside,
  { play }: Scenario,
  memory: Memory,
): Promise<OfficeProcess> {
  killed.close();
  const next = startOffice(outside, faultsBy(null));
  await next.start();
  await play(next, memory);
  return next;
}

async function faultsOfAudit({ own }: OfficeProcess, folder: string): Promise<number> {
  const alsoIn = auditPartitions(join(folder, 'records.sqlite'));
  const { faultCount } = await verifyAudit({ records: own.records, heads: own.heads, alsoIn });
  return faultCount;
}
