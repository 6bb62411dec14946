import type { MalwareScanner } from '#shared/ports/malware-scanner.ts';

/** Where nobody set up a scanner: says so of every file. */
export const noScanner: MalwareScanner = {
  scan: async () => ({ result: 'not-scanned', by: null, because: 'no-scanner' }),
};
