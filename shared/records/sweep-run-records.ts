import { type SweepProgress, type SweepRun, sweepProgressSchema, sweepRunSchema } from '#shared/domain/sweep-run.ts';
import type { RecordStore, StoredRecord, Write } from '#shared/ports/record-store.ts';
import { listAll } from './list-all.ts';
import { bodyOf } from './stored-body.ts';

const runPk = (runId: string) => `SWEEP#${runId}`;
/** By the year: an office that sweeps each night has 365 rows in one. */
const yearPk = (runId: string) => `SWEEPS#${runId.slice(0, 'yyyy'.length)}`;

export type VersionedRun = { run: SweepRun; version: number };
export type VersionedProgress = { progress: SweepProgress; version: number };

/** Kept for ever: what every night found is part of what the office can be asked about. */
export function sweepRunWrite(run: SweepRun, version: number | null): Write {
  const index1 = { pk: yearPk(run.runId), sk: run.runId };
  const put = { pk: runPk(run.runId), sk: 'RUN', body: sweepRunSchema.parse(run), index1 };
  return { put, expect: version === null ? 'absent' : { version } };
}

export async function findSweepRun(records: RecordStore, runId: string): Promise<VersionedRun | null> {
  const record = await records.find({ pk: runPk(runId), sk: 'RUN' });
  return record ? asRun(record) : null;
}

/** The runs of a year, the newest first. */
export async function pageOfSweepRuns(
  records: RecordStore,
  year: number,
  paging: { limit: number; after?: string },
): Promise<{ runs: SweepRun[]; after?: string }> {
  const page = await records.list({ pk: `SWEEPS#${year}`, index: 'index1', newestFirst: true, ...paging });
  const runs = page.records.map((row) => asRun(row).run);
  return page.after === undefined ? { runs } : { runs, after: page.after };
}

/** The runs of one day, in their order. */
export async function listSweepRunsOf(records: RecordStore, day: string): Promise<VersionedRun[]> {
  const query = { pk: yearPk(day), index: 'index1' as const, skStartsWith: `${day}.` };
  return (await listAll(records, query)).map(asRun);
}

/** The newest run that came to its end, up to and with a day; null when there is none in that year or the one before. */
export async function lastFinishedRun(records: RecordStore, day: string): Promise<SweepRun | null> {
  const year = Number(day.slice(0, 4));
  for (const pk of [`SWEEPS#${year}`, `SWEEPS#${year - 1}`]) {
    const page = await records.list({ pk, index: 'index1', newestFirst: true, skTo: `${day}/`, limit: 50 });
    const found = page.records.map((row) => asRun(row).run).find(({ finishedAt }) => finishedAt !== null);
    if (found) return found;
  }
  return null;
}

export function sweepProgressWrite(progress: SweepProgress, version: number | null): Write {
  const put = { pk: runPk(progress.runId), sk: `SEGMENT#${progress.segment}`, body: progress };
  return { put, expect: version === null ? 'absent' : { version } };
}

export async function findSweepProgress(
  records: RecordStore,
  runId: string,
  segment: string,
): Promise<VersionedProgress | null> {
  const record = await records.find({ pk: runPk(runId), sk: `SEGMENT#${segment}` });
  return record ? { progress: bodyOf(sweepProgressSchema, record), version: record.version } : null;
}

export async function listSweepProgress(records: RecordStore, runId: string): Promise<SweepProgress[]> {
  const rows = await listAll(records, { pk: runPk(runId), skStartsWith: 'SEGMENT#' });
  return rows.map((row) => bodyOf(sweepProgressSchema, row));
}

function asRun(record: StoredRecord): VersionedRun {
  return { run: bodyOf(sweepRunSchema, record), version: record.version };
}
