import { Paced } from '#shared/domain/faults.ts';
import type { Reason } from '#shared/domain/reason.ts';
import { isHeldUnscanned, isThreat, type Scan, type WhenUnscanned } from '#shared/domain/scan.ts';
import type { FileKey } from '#shared/ports/file-store.ts';
import type { MalwareScanner, ScanAnswer } from '#shared/ports/malware-scanner.ts';

export type ScanPorts = { scanner: MalwareScanner; whenUnscanned: WhenUnscanned };
type Kept = { key: FileKey; bytes: Uint8Array };

const minutesMax = 15;

export const threatFound: Reason = {
  code: 'unsafe-file',
  text: 'The scanner found malicious software in the e-mail.',
};
const notLookedAt: Reason = {
  code: 'unsafe-file',
  text: 'The scanner could not look at everything in this e-mail; a person will.',
};

/**
 * Each of these, in its order. The first threat ends it: nothing of the mail is read then. One that is down for the first is not asked about
 * the others, or a mail of many files would wait for it as many times. Throws `Paced` while the scanner has yet to say something:
 * it looks at each file by itself, after it was laid down, and nothing failed.
 */
export async function scanAll(ports: ScanPorts, kept: readonly Kept[], now: string): Promise<Scan[]> {
  const scans: Scan[] = [];
  for (const one of kept) {
    const before = scans.at(-1);
    const isDown = before?.result === 'not-scanned' && before.because === 'unavailable';
    scans.push(isDown ? before : asScan(await ports.scanner.scan(one), ports, now));
  }
  return scans;
}

function asScan(answer: ScanAnswer, { whenUnscanned }: ScanPorts, now: string): Scan {
  if (answer.result === 'pending') {
    const waited = Date.parse(now) - Date.parse(answer.since);
    if (waited < minutesMax * 60_000) throw new Paced('the scanner has not looked at this mail yet');
    return { result: 'not-scanned', by: null, because: 'late', at: now, isHeld: whenUnscanned === 'person' };
  }
  if (answer.result !== 'not-scanned') return { ...answer, at: now };
  // an office without a scanner counts on none
  return { ...answer, at: now, isHeld: answer.because !== 'no-scanner' && whenUnscanned === 'person' };
}

/** The doubt that keeps a mail from being decided by machine. */
export function scanConcerns(scans: readonly Scan[]): Reason[] {
  return scans.some(isHeldUnscanned) ? [notLookedAt] : [];
}

/** The scanner had its quarter of an hour, and said nothing. */
export const isLate = (scan: Scan): boolean => scan.result === 'not-scanned' && scan.because === 'late';

export const anyThreat = (scans: readonly Scan[]) => scans.some(isThreat);
