import type { LocalSettings } from '#shared/config/settings.ts';

/** Said once at the start: whether files are looked at for malicious software, and what happens when they cannot be. */
export function scanInWords({ clamd, whenUnscanned }: Pick<LocalSettings, 'clamd' | 'whenUnscanned'>): string {
  if (clamd === null)
    return 'Files are not scanned for malicious software, and each case says so (--clamd names a scanner).';
  const where = clamd.path ?? `${clamd.host}:${clamd.port}`;
  const otherwise =
    whenUnscanned === 'person' ? 'what it cannot look at waits for a person' : 'what it cannot look at goes on';
  return `Files are scanned by clamd at ${where}; ${otherwise}.`;
}
