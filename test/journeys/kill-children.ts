import { readdirSync, readFileSync } from 'node:fs';

/** The processes that this one started and that are still there: parsers of mails and readers of papers. */
export function childrenOf(pid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && parentOf(name) === pid)
    .map(Number);
}

function parentOf(processId: string): number | null {
  try {
    const [, parent] = /^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${processId}/status`, 'utf8')) ?? [];
    return parent === undefined ? null : Number(parent);
  } catch {
    return null;
  }
}

/** One of them, at once, as the system does that is short of memory; false when there is none. */
export function killOneChild(pid: number, dice: () => number): boolean {
  const children = childrenOf(pid);
  const chosen = children[Math.floor(dice() * children.length)];
  if (chosen === undefined) return false;
  try {
    return process.kill(chosen, 'SIGKILL');
  } catch {
    return false;
  }
}
