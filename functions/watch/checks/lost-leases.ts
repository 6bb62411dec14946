import { type Check, foundOrFine, minutesBefore } from '#shared/domain/watch.ts';
import { listLeases } from '#shared/records/lease-records.ts';
import { findReview } from '#shared/records/review-records.ts';
import { findSubmission } from '#shared/records/submission-records.ts';
import type { WatchPorts } from '../watch-ports.ts';

/** Whoever took a case in the evening may go on with it in the morning. */
const lostHours = 24;

/** Cases that somebody took, did not give back, and that still wait: what was typed there may be forgotten. */
export async function lostLeases({ records }: WatchPorts, now: string): Promise<Check> {
  const latest = minutesBefore(now, lostHours * 60);
  const ranOut = [...(await listLeases(records))].filter(([, { until }]) => until <= latest).map(([id]) => id);
  const lost: string[] = [];
  for (const id of ranOut) {
    if ((await findReview(records, id))?.state !== 'open') continue;
    lost.push((await findSubmission(records, id))?.submission.reference ?? id);
  }
  return foundOrFine(lost, {
    one: `case was taken by somebody more than ${lostHours} hours ago, and neither decided nor given back`,
    many: `cases were taken by somebody more than ${lostHours} hours ago, and neither decided nor given back`,
    none: 'No case lies with somebody who does not work on it.',
  });
}
