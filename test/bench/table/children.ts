import { readdirSync, readFileSync } from 'node:fs';

/** Of Linux: clock ticks a second. */
const ticks = 100;
type Known = { parent: number; milliseconds: number; megabytes: number };

/** A program and all below it, as Linux counts them; empty where the system does not tell. */
function family(pid: number): Known[] {
  const all = new Map<number, Known>();
  for (const name of namesIn('/proc')) {
    const known = /^\d+$/.test(name) ? statOf(name) : null;
    if (known) all.set(Number(name), known);
  }
  const isOurs = (one: number): boolean => {
    if (one === pid) return true;
    const parent = all.get(one)?.parent ?? 0;
    return parent > 1 && isOurs(parent);
  };
  return [...all].filter(([one]) => isOurs(one)).map(([, known]) => known);
}

const sumOf = (all: readonly Known[], read: (one: Known) => number) => all.reduce((sum, one) => sum + read(one), 0);

/** Processor time so far, of those that live and of those that ended and were waited for. */
export const processorMilliseconds = (pid: number): number => sumOf(family(pid), ({ milliseconds }) => milliseconds);

/** Memory that lies in RAM now. Pages that several share are counted for each. */
export const residentMegabytes = (pid: number): number => sumOf(family(pid), ({ megabytes }) => megabytes);

function statOf(pid: string): Known | null {
  const stat = textOf(`/proc/${pid}/stat`);
  // behind the name in brackets, which may hold blanks
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  if (stat === '') return null;
  const used = fields.slice(11, 15).reduce((sum, one) => sum + one, 0);
  const megabytes = ((fields[21] ?? 0) * pageBytes) / 2 ** 20;
  return { parent: fields[1] ?? 0, milliseconds: (used * 1000) / ticks, megabytes };
}

const pageBytes = 4096;

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
