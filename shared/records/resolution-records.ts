import { type Resolution, resolutionSchema } from '#shared/domain/resolution.ts';
import type { RecordStore, StoredRecord, Write } from '#shared/ports/record-store.ts';
import { listAll } from './list-all.ts';
import { bodyOf } from './stored-body.ts';

/** What waits for a second person, in index1, oldest first. */
const forSecond = 'RESOLUTIONS#FOR-SECOND';
const keyOf = (specialistId: string, year: number, number: number) => {
  return { pk: `PERSON#${specialistId}`, sk: `RESOLUTION#${year}#${String(number).padStart(3, '0')}` };
};

export type VersionedResolution = { resolution: Resolution; version: number };

export function resolutionWrite(resolution: Resolution, version: number | null): Write {
  const { specialistId, year, number, at, state } = resolution;
  const row = { ...keyOf(specialistId, year, number), body: resolutionSchema.parse(resolution) };
  const index1 = { pk: forSecond, sk: `${at}#${specialistId}#${year}` };
  const put = state === 'proposed' ? { ...row, index1 } : row;
  return { put, expect: version === null ? 'absent' : { version } };
}

/** Everything that was ever said about one person's periods, by year and in order. */
export async function listResolutionsOf(records: RecordStore, specialistId: string): Promise<VersionedResolution[]> {
  return (await listAll(records, { pk: `PERSON#${specialistId}`, skStartsWith: 'RESOLUTION#' })).map(asResolution);
}

export async function listResolutionsForSecond(records: RecordStore): Promise<VersionedResolution[]> {
  return (await listAll(records, { pk: forSecond, index: 'index1' })).map(asResolution);
}

function asResolution(record: StoredRecord): VersionedResolution {
  return { resolution: bodyOf(resolutionSchema, record), version: record.version };
}
