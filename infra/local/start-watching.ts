import { makeSealAudit } from '#functions/seal-audit/seal-audit.ts';
import { makeWatch } from '#functions/watch/watch.ts';
import type { ClockWitness } from '#shared/adapters/local/clock-witness.ts';
import { givingWay } from '#shared/adapters/local/giving-way.ts';
import { systemClock } from '#shared/adapters/local/system-clock.ts';
import { dayIn } from '#shared/domain/calendar.ts';
import type { RunWatcher } from '#shared/ports/workflow-runner.ts';
import { findWatchReport } from '#shared/records/watch-records.ts';
import type { Log } from '#shared/telemetry/log.ts';
import type { LocalParts } from './compose.ts';
import { listFailedRuns } from './journal.ts';
import { makeNightlyRetention } from './nightly-retention.ts';

/** A mail that was promised to be seen after a quarter of an hour is seen by the round after that. */
const minutesBetweenRounds = 15;

/** Here a mail is taken in before its sender hears that it arrived. */
const nobodyToTell = async () => {};

type Parts = Pick<LocalParts, 'records' | 'files' | 'fileDisposal' | 'heads' | 'programme'> & {
  runner: RunWatcher;
  clockWitness: ClockWitness;
};

/**
 * The watchman of one machine: a round at the start and every quarter of an hour, the long one once a day. He gives way to all else that
 * the host does; a round that is cut off leaves the report before it as it was, and the next start makes it anew.
 */
export function startWatching(parts: Parts, log: Log): { stop(): Promise<void> } {
  const { programme, runner, clockWitness } = parts;
  const stopping = new AbortController();
  const stores = givingWay(parts, stopping.signal);
  const failedRuns = () => listFailedRuns(stores.records);
  const clockDoubts = () => clockWitness.doubts();
  const watch = makeWatch({
    ...stores,
    programme,
    clock: systemClock,
    runs: runner,
    failedRuns,
    inboundMails: null,
    announce: nobodyToTell,
    clockDoubts,
  });
  const sealAudit = makeSealAudit({ ...stores, clock: systemClock, timeZone: programme.timeZone });
  const retain = makeNightlyRetention({ ...stores, fileDisposal: parts.fileDisposal, clock: systemClock });
  let lastNight = '';
  /** The last round before this start: a clock that is behind it went back meanwhile. A report nobody can read is no witness. */
  const remembered = findWatchReport(stores.records).then(
    (report) => report !== null && clockWitness.remember(report.at),
    () => false,
  );
  let going: Promise<void> = Promise.resolve();
  /** Before the long round, which looks whether all holds. A seal that could not be made is made the next day, and looked for. */
  const sealed = async () => {
    try {
      const { chains, isNew } = await sealAudit();
      if (isNew) log.info({ step: 'seal-audit', count: chains });
    } catch (fault) {
      if (!stopping.signal.aborted)
        log.error({ step: 'seal-audit', error: fault instanceof Error ? fault.name : 'NotSealed' });
    }
  };
  /** What two people agreed to destroy; then what has become due is proposed to them. */
  const disposed = async () => {
    try {
      const { destroyed, proposed } = await retain();
      if (destroyed > 0) log.info({ step: 'retention', outcome: 'destroyed', count: destroyed });
      if (proposed > 0) log.info({ step: 'retention', outcome: 'proposed', count: proposed });
    } catch (fault) {
      if (!stopping.signal.aborted)
        log.error({ step: 'retention', error: fault instanceof Error ? fault.name : 'NotDisposed' });
    }
  };
  const round = () => {
    const today = dayIn(programme.timeZone, systemClock.now());
    const nightly = today !== lastNight;
    lastNight = today;
    going = remembered
      .then(() => (nightly ? disposed().then(sealed) : undefined))
      .then(() => watch({ nightly }))
      .then(
        ({ checks }) => {
          for (const { code, state, count } of checks)
            if (state === 'found') log.error({ step: 'watch', outcome: code, count });
        },
        () => {
          if (!stopping.signal.aborted) log.error({ step: 'watch', error: 'NotWatched' });
        },
      );
  };
  round();
  const timer = setInterval(round, minutesBetweenRounds * 60_000);
  return {
    async stop() {
      clearInterval(timer);
      stopping.abort();
      await going;
    },
  };
}
