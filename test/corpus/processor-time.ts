import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks of Linux a second. */
const ticks = 100;

type Stat = { parent: number; own: number; ended: number };

/** The fields of /proc/<pid>/stat behind the name in brackets, which may hold spaces. */
function statOf(pid: string): Stat | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [, parent = 0] = fields;
    const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11, 15);
    return { parent, own: user + system, ended: endedUser + endedSystem };
  } catch {
    return null;
  }
}

/**
 * Seconds of processor time of this program and all its children, living and ended. What a child used moves to its parent
 * when it ends, so the sum never falls. Null where the system does not tell.
 */
export function processorSeconds(): number | null {
  const own = statOf('self');
  if (own === null) return null;
  const stats = new Map<number, Stat>();
  for (const name of readdirSync('/proc')) {
    const stat = /^\d+$/.test(name) ? statOf(name) : null;
    if (stat) stats.set(Number(name), stat);
  }
  const isOurs = (pid: number): boolean => {
    const parent = stats.get(pid)?.parent;
    return parent !== undefined && (parent === process.pid || isOurs(parent));
  };
  let sum = own.own + own.ended;
  for (const [pid, stat] of stats) if (isOurs(pid)) sum += stat.own + stat.ended;
  return sum / ticks;
}
