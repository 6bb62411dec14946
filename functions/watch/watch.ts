import {
  type Check,
  type Checked,
  isNightly,
  type WatchCode,
  type WatchReport,
  watchCodes,
} from '#shared/domain/watch.ts';
import { findWatchReport, keepWatchReport } from '#shared/records/watch-records.ts';
import { auditChain } from './checks/audit-chain.ts';
import { clockSkewCheck } from './checks/clock-skew.ts';
import { conserved } from './checks/conserved.ts';
import { driftingReading } from './checks/drifting-reading.ts';
import { failedRunsCheck } from './checks/failed-runs.ts';
import { lateQueue } from './checks/late-queue.ts';
import { lostLeases } from './checks/lost-leases.ts';
import { oddMails } from './checks/odd-mails.ts';
import { oldOutbox } from './checks/old-outbox.ts';
import { settlingTooLong, stuckCases } from './checks/stuck-cases.ts';
import { sweepFindings, sweptNights } from './checks/swept-nights.ts';
import { untakenMails } from './checks/untaken-mails.ts';
import { waitingCases } from './checks/waiting-cases.ts';
import type { WatchPorts } from './watch-ports.ts';

type Look = (ports: WatchPorts, now: string) => Promise<Check>;

const looks: Readonly<Record<WatchCode, Look>> = {
  'mail-untaken': untakenMails,
  'case-stuck': stuckCases,
  'settling-too-long': settlingTooLong,
  'lease-lost': lostLeases,
  'outbox-old': oldOutbox,
  'odd-mails': oddMails,
  'clock-skew': clockSkewCheck,
  'run-failed': failedRunsCheck,
  'queue-late': lateQueue,
  'case-waiting': waitingCases,
  'reading-drift': driftingReading,
  'not-conserved': conserved,
  'audit-chain': auditChain,
  'night-missed': sweptNights,
  'sweep-finding': sweepFindings,
};

export type Watch = (asked: { nightly: boolean }) => Promise<WatchReport>;

/**
 * The watchman's round: each check by itself, so that one that breaks off hides none of the others. What is looked at once a night
 * stays in the report of the day as it was found, with its hour.
 */
export function makeWatch(ports: WatchPorts): Watch {
  return async ({ nightly }) => {
    const at = ports.clock.now();
    const before = await findWatchReport(ports.records);
    const checks: Checked[] = [];
    for (const code of watchCodes) {
      const known = before?.checks.find((one) => one.code === code);
      const isKept = isNightly(code) && !nightly && known !== undefined;
      checks.push(isKept ? known : { code, at, ...(await lookedAt(ports, code, at)) });
    }
    const report = { at, checks };
    await keepWatchReport(ports.records, report);
    return report;
  };
}

/** A check that cannot be made is itself something a person has to look at. */
async function lookedAt(ports: WatchPorts, code: WatchCode, at: string): Promise<Check> {
  try {
    return await looks[code](ports, at);
  } catch (fault) {
    const name = fault instanceof Error ? fault.name : 'Error';
    const inWords = `This could not be looked at (${name}). What it would have found is not known.`;
    return { state: 'found', inWords, about: [], count: 1 };
  }
}
