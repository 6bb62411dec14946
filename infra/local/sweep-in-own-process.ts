import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { LocalSettings } from '#shared/config/settings.ts';
import { TryAgain } from '#shared/domain/faults.ts';
import type { NightAtWork } from './start-nightly.ts';

/** With room to spare V8 lets three or four times as much lie as is alive; `npm run sweep` has the same bounds. */
export const boundedMemory = ['--max-semi-space-size=8', '--max-old-space-size=256'];

/**
 * A night as `npm run sweep` makes it, beside the host and not in it: bounded in memory, on the other core, and gone at once when the host
 * is stopped. A sweep may be killed at any moment: what it wrote holds, and the next start goes on.
 */
export function sweepInOwnProcess(
  settings: Pick<LocalSettings, 'dataFolder' | 'programmeFolder' | 'mailFrom'>,
): NightAtWork {
  const child = spawn(process.execPath, [...boundedMemory, join(import.meta.dirname, 'sweep.ts')], {
    // flags of the host stand over its environment; nothing else of either is the sweep's
    env: {
      DATA_FOLDER: settings.dataFolder,
      PROGRAMME_FOLDER: settings.programmeFolder,
      MAIL_FROM: settings.mailFrom,
    },
    // by the channel it hears that a host was killed, and does not outlive it
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const done = new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new TryAgain('the sweep did not come to its end'));
    });
  });
  return { done, stop: () => void child.kill('SIGKILL') };
}
