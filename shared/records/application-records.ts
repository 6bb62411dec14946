import { z } from 'zod';
import { type Application, applicationSchema } from '#shared/domain/application.ts';
import type { SubmissionId } from '#shared/domain/ids.ts';
import type { ListQuery, RecordStore, StoredRecord, Write } from '#shared/ports/record-store.ts';
import { listAll } from './list-all.ts';
import { bodyOf } from './stored-body.ts';

const pointerSchema = z.object({ applicationId: z.string() });
const applicationKey = (id: string) => ({ pk: `APPLICATION#${id}`, sk: 'APPLICATION' });
const applicantPk = (address: string) => `APPLICANT#${address.trim().toLowerCase()}`;
const everyApplication = 'APPLICATIONS';

export type VersionedApplication = { application: Application; version: number };

/**
 * `version` is that of the row it was made from; null when it is new, and only its own mail can write it. `from`: the mail
 * that is judged, which may be one of the middle.
 */
export function applicationWrites(application: Application, version: number | null, from?: SubmissionId): Write[] {
  const { applicationId, receivedAt, address, isProved, submissions } = application;
  const sk = `${receivedAt}#${applicationId}`;
  const places = { index2: { pk: everyApplication, sk } };
  const row = {
    ...applicationKey(applicationId),
    body: application,
    ...(isProved && address !== null ? { ...places, index1: { pk: applicantPk(address), sk } } : places),
  };
  const pointer = {
    pk: `SUB#${from ?? submissions.at(-1)}`,
    sk: `APPLICATION#${applicationId}`,
    body: { applicationId },
  };
  return [
    { put: row, expect: version === null ? 'any' : { version } },
    { put: pointer, expect: 'any' },
  ];
}

/** Those that a mail brought or added to. */
export async function applicationsOfMail(records: RecordStore, id: SubmissionId): Promise<Application[]> {
  return (await versionsOfMail(records, id)).map(({ application }) => application);
}

/** The same, to be judged again. */
export async function versionsOfMail(records: RecordStore, id: SubmissionId): Promise<VersionedApplication[]> {
  const pointers = await listAll(records, { pk: `SUB#${id}`, skStartsWith: 'APPLICATION#' });
  const ids = pointers.map((row) => bodyOf(pointerSchema, row).applicationId);
  const found = await Promise.all(ids.map((each) => records.find(applicationKey(each))));
  return found.flatMap((row) => (row ? [asApplication(row)] : []));
}

/** Those that a proved address sent, oldest first. */
export async function applicationsFrom(records: RecordStore, address: string): Promise<VersionedApplication[]> {
  return listed(records, { pk: applicantPk(address), index: 'index1' });
}

/** All that were received from an instant on, in the order of their receipt. */
export async function applicationsSince(records: RecordStore, since: string): Promise<Application[]> {
  const rows = await listed(records, { pk: everyApplication, index: 'index2', skFrom: since });
  return rows.map(({ application }) => application);
}

async function listed(records: RecordStore, query: ListQuery): Promise<VersionedApplication[]> {
  const rows = await listAll(records, query);
  return rows.map(asApplication);
}

const asApplication = (row: StoredRecord): VersionedApplication => {
  return { application: bodyOf(applicationSchema, row), version: row.version };
};
