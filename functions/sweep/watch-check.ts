import { findWatchReport } from '#shared/records/watch-records.ts';
import type { SweepCheck } from './sweep-hook.ts';

/** What the watchman reads from the runs themselves: told back, it would be found again every night. */
const ofTheSweep: ReadonlySet<string> = new Set(['night-missed', 'sweep-finding']);

/** What the watchman had found by this night, kept for ever with its run: the watchman itself keeps only what it saw last. */
export const watchCheck: SweepCheck = {
  name: 'watchman',
  async run({ records }) {
    const report = await findWatchReport(records);
    const found = report?.checks.filter(({ code, state }) => state === 'found' && !ofTheSweep.has(code)) ?? [];
    return found.map(({ code, about, count, inWords }) => ({ code, about, count, inWords }));
  },
};
