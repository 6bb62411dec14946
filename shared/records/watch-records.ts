import { type WatchReport, watchReportSchema } from '#shared/domain/watch.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { bodyOf } from './stored-body.ts';

const lastKey = { pk: 'WATCH', sk: 'LAST' };

/** What the watchman saw last. What a night found is kept for ever in the run of the sweep. */
export async function findWatchReport(records: RecordStore): Promise<WatchReport | null> {
  const row = await records.find(lastKey);
  return row ? bodyOf(watchReportSchema, row) : null;
}

export async function keepWatchReport(records: RecordStore, report: WatchReport): Promise<void> {
  await records.write([{ put: { ...lastKey, body: watchReportSchema.parse(report) }, expect: 'any' }]);
}
