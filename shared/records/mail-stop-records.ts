import {
  type MailStop,
  mailStopSchema,
  plainAddress,
  type StopRequest,
  stopRequestSchema,
} from '#shared/domain/mail-stop.ts';
import type { RecordStore, Write } from '#shared/ports/record-store.ts';
import { listAll } from './list-all.ts';
import { bodyOf } from './stored-body.ts';

const personPk = (specialistId: string) => `PERSON#${specialistId}`;
const stopKey = (specialistId: string, address: string) => {
  return { pk: personPk(specialistId), sk: `MAIL-STOP#${plainAddress(address)}` };
};
const stopsPk = 'MAIL-STOPS';
const requestsPk = 'STOPS-ASKED';

export type VersionedStop = { stop: MailStop; version: number };
export type VersionedRequest = { request: StopRequest; version: number };

/** index2 lists those that hold, for the office to find other addresses. */
export function mailStopWrite(stop: MailStop, version: number | null): Write {
  const { specialistId, address, at, over } = stop;
  const row = { ...stopKey(specialistId, address), body: stop };
  const put = over === null ? { ...row, index2: { pk: stopsPk, sk: `${at}#${specialistId}` } } : row;
  return { put, expect: version === null ? 'absent' : { version } };
}

export async function findMailStop(
  records: RecordStore,
  specialistId: string,
  address: string,
): Promise<VersionedStop | null> {
  const row = await records.find(stopKey(specialistId, address));
  return row ? { stop: bodyOf(mailStopSchema, row), version: row.version } : null;
}

/** Whether no reminder may go there. A stop that a person of the office called over does not hold. */
export async function isStopped(records: RecordStore, specialistId: string, address: string): Promise<boolean> {
  const found = await findMailStop(records, specialistId, address);
  return found !== null && found.stop.over === null;
}

export async function listMailStopsOf(records: RecordStore, specialistId: string): Promise<VersionedStop[]> {
  const rows = await listAll(records, { pk: personPk(specialistId), skStartsWith: 'MAIL-STOP#' });
  return rows.map((row) => ({ stop: bodyOf(mailStopSchema, row), version: row.version }));
}

/** Every address that takes no reminders, the newest stop first. */
export async function pageOfMailStops(
  records: RecordStore,
  paging: { limit: number; after?: string },
): Promise<{ stops: MailStop[]; after?: string }> {
  const page = await records.list({ pk: stopsPk, index: 'index2', newestFirst: true, ...paging });
  const stops = page.records.map((row) => bodyOf(mailStopSchema, row));
  return page.after === undefined ? { stops } : { stops, after: page.after };
}

export function stopRequestWrite(request: StopRequest, version: number | null): Write {
  const { specialistId, submissionId, state, at } = request;
  const row = { pk: personPk(specialistId), sk: `STOP-ASKED#${submissionId}`, body: request };
  const put = state === 'open' ? { ...row, index2: { pk: requestsPk, sk: `${at}#${specialistId}` } } : row;
  return { put, expect: version === null ? 'absent' : { version } };
}

export async function listStopRequestsOf(records: RecordStore, specialistId: string): Promise<VersionedRequest[]> {
  const rows = await listAll(records, { pk: personPk(specialistId), skStartsWith: 'STOP-ASKED#' });
  return rows.map((row) => ({ request: bodyOf(stopRequestSchema, row), version: row.version }));
}

/** Everybody who asked for no more letters and waits for an answer of the office, the longest first. */
export async function listOpenStopRequests(records: RecordStore): Promise<StopRequest[]> {
  const rows = await listAll(records, { pk: requestsPk, index: 'index2' });
  return rows.map((row) => bodyOf(stopRequestSchema, row));
}
