import { readFile } from 'node:fs/promises';

/** Resident memory of a process in bytes; null where the system does not tell (not Linux, or the process is gone). */
export async function residentBytes(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const match = /^VmRSS:\s+(\d+) kB$/m.exec(status);
  return match ? Number(match[1]) * 1024 : null;
}
