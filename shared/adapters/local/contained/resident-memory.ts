import { readFileSync } from 'node:fs';

/**
 * Resident memory of a process in bytes; null where the system does not tell (not Linux, or the process is gone). No disk is behind such a
 * file: whoever reads it at once waits for nobody, and is spared the turns of a thread that a read in the background takes.
 */
export function residentBytes(pid: number): number | null {
  const match = /^VmRSS:\s+(\d+) kB$/m.exec(statusOf(pid));
  return match ? Number(match[1]) * 1024 : null;
}

function statusOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return '';
  }
}
