import { type CaseFigures, caseFiguresSchema } from '#shared/domain/case-figures.ts';
import type { SubmissionId } from '#shared/domain/ids.ts';
import type { RecordStore, StoredRecord, Write } from '#shared/ports/record-store.ts';
import { listAll } from './list-all.ts';
import { bodyOf } from './stored-body.ts';

/** `FIGURES#2026-11`: by the month in which the mail came; index1 `FIGURES#DECIDED#2026-11`: in which a person decided. */
const receivedPk = (instant: string) => `FIGURES#${instant.slice(0, 'yyyy-mm'.length)}`;
const decidedPk = (instant: string) => `FIGURES#DECIDED#${instant.slice(0, 'yyyy-mm'.length)}`;
const figuresKey = (id: SubmissionId, receivedAt: string) => ({
  pk: receivedPk(receivedAt),
  sk: `${receivedAt}#${id}`,
});

export type VersionedFigures = { figures: CaseFigures; version: number };

export function figuresWrite(figures: CaseFigures, version: number | null): Write {
  const { submissionId, receivedAt, decidedAt } = figures;
  const row = { ...figuresKey(submissionId, receivedAt), body: caseFiguresSchema.parse(figures) };
  const put =
    decidedAt === null ? row : { ...row, index1: { pk: decidedPk(decidedAt), sk: `${decidedAt}#${submissionId}` } };
  return { put, expect: version === null ? 'absent' : { version } };
}

export async function findFigures(
  records: RecordStore,
  id: SubmissionId,
  receivedAt: string,
): Promise<VersionedFigures | null> {
  const record = await records.find(figuresKey(id, receivedAt));
  return record ? { figures: asFigures(record), version: record.version } : null;
}

/** Every mail that came in a UTC month (`yyyy-mm`), the oldest first; `from`: only since that instant. */
export async function listFigures(records: RecordStore, month: string, from?: string): Promise<CaseFigures[]> {
  const since = from === undefined ? {} : { skFrom: from };
  return (await listAll(records, { pk: receivedPk(month), ...since })).map(asFigures);
}

/** Every mail that a person decided in a UTC month, by when they did. */
export async function listDecidedFigures(records: RecordStore, month: string, from: string): Promise<CaseFigures[]> {
  return (await listAll(records, { pk: decidedPk(month), index: 'index1', skFrom: from })).map(asFigures);
}

const asFigures = (record: StoredRecord) => bodyOf(caseFiguresSchema, record);
