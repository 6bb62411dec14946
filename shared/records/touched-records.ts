import { z } from 'zod';
import { type SubmissionId, submissionIdSchema } from '#shared/domain/ids.ts';
import { segmentOf } from '#shared/domain/segment.ts';
import type { RecordKey, RecordStore, Write } from '#shared/ports/record-store.ts';
import { listAll } from './list-all.ts';
import { bodyOf } from './stored-body.ts';

const mailsPk = 'TOUCHED-MAILS';
const segmentPk = (segment: string) => `TOUCHED-SEGMENT#${segment}`;
const personKey = (specialistId: string): RecordKey => ({ pk: `PERSON#${specialistId}`, sk: 'TOUCHED' });

/**
 * Something happened on which a person's standing may hang: the next sweep looks at the person in depth. Belongs into the same
 * transaction as what happened.
 */
export function touchPersonWrite(specialistId: string): Write {
  const index1 = { pk: segmentPk(segmentOf(specialistId)), sk: specialistId };
  return { put: { ...personKey(specialistId), body: {}, index1 }, expect: 'any' };
}

/** What was touched by then has been looked at; a touch that came meanwhile stays. */
export function untouchPersonWrite(specialistId: string, version: number): Write {
  return { remove: personKey(specialistId), expect: { version } };
}

/** The people of one segment whose ids lie between, who were touched; by id, with the version to be taken away. */
export async function listTouchedBetween(
  records: RecordStore,
  segment: string,
  { from, to }: { from: string; to: string },
): Promise<Map<string, number>> {
  const query = { pk: segmentPk(segment), index: 'index1' as const, skFrom: from, skTo: to };
  const rows = await listAll(records, query);
  return new Map(rows.map(({ index1, version }) => [index1?.sk ?? '', version]));
}

/** The version of a person's touch by the table itself; an index may be a moment behind. */
export async function findTouch(records: RecordStore, specialistId: string): Promise<number | null> {
  return (await records.find(personKey(specialistId)))?.version ?? null;
}

const mailSchema = z.object({ submissionId: submissionIdSchema, people: z.array(z.string()) });

/** A mail that changed: one small row for however many people it is about. */
export type TouchedMail = { submissionId: SubmissionId; people: string[]; key: RecordKey; version: number };

/**
 * For the transaction that changes a mail, or case files by it. `people`: whose case files change with it; who the mail itself
 * is about is looked up when the sweep begins. `at`, where people are given, keeps one change from hiding the one before.
 */
export function touchMailWrite(submissionId: SubmissionId, changed?: { people: string[]; at: string }): Write {
  const sk = changed === undefined ? 'TOUCH' : `TOUCH#${changed.at}`;
  const body = { submissionId, people: changed?.people ?? [] };
  const index1 = { pk: mailsPk, sk: `${submissionId}#${sk}` };
  return { put: { pk: `SUB#${submissionId}`, sk, body, index1 }, expect: 'any' };
}

export function untouchMailWrite({ key, version }: TouchedMail): Write {
  return { remove: key, expect: { version } };
}

export async function listTouchedMails(records: RecordStore): Promise<TouchedMail[]> {
  const rows = await listAll(records, { pk: mailsPk, index: 'index1' });
  return rows.map((row) => ({
    ...bodyOf(mailSchema, row),
    key: { pk: row.pk, sk: row.sk },
    version: row.version,
  }));
}
