import { type CaseFigures, caseFiguresSchema } from '#shared/domain/case-figures.ts';
import type { SubmissionId } from '#shared/domain/ids.ts';
import type { RecordStore, StoredRecord, Write } from '#shared/ports/record-store.ts';
import { listAll } from './list-all.ts';
import { bodyOf } from './stored-body.ts';

/** `FIGURES#2026-11`: by the month in which the mail came; index1 `FIGURES#DECIDED#2026-11`: in which a person decided. */
const receivedPk = (instant: string) => `FIGURES#${monthOf(instant)}`;
const decidedPk = (instant: string) => `FIGURES#DECIDED#${monthOf(instant)}`;
const hoursPk = (instant: string) => `FIGURES#HOURS#${monthOf(instant)}`;
const monthOf = (instant: string) => instant.slice(0, 'yyyy-mm'.length);
const hourOf = (instant: string) => instant.slice(0, 'yyyy-mm-ddThh'.length);
const figuresKey = (id: SubmissionId, receivedAt: string) => ({
  pk: receivedPk(receivedAt),
  sk: `${receivedAt}#${id}`,
});

export const hourKey = (instant: string) => ({ pk: hoursPk(instant), sk: hourOf(instant) });

export type VersionedFigures = { figures: CaseFigures; version: number };

/**
 * The figures of a mail, and that the sum of its hour has to be made anew. The sum's row is emptied and never removed: its
 * version tells whoever adds up whether something changed meanwhile.
 */
export function figuresWrites(figures: CaseFigures, version: number | null): Write[] {
  const { submissionId, receivedAt, decidedAt } = figures;
  const row = { ...figuresKey(submissionId, receivedAt), body: caseFiguresSchema.parse(figures) };
  const put =
    decidedAt === null ? row : { ...row, index1: { pk: decidedPk(decidedAt), sk: `${decidedAt}#${submissionId}` } };
  return [
    { put, expect: version === null ? 'absent' : { version } },
    { put: { ...hourKey(receivedAt), body: { numbers: null } }, expect: 'any' },
  ];
}

export async function findFigures(
  records: RecordStore,
  id: SubmissionId,
  receivedAt: string,
): Promise<VersionedFigures | null> {
  const record = await records.find(figuresKey(id, receivedAt));
  return record ? { figures: asFigures(record), version: record.version } : null;
}

/** Every mail that came in one hour (`yyyy-mm-ddThh`, UTC). */
export async function listFiguresOfHour(records: RecordStore, hour: string): Promise<CaseFigures[]> {
  return (await listAll(records, { pk: receivedPk(hour), skStartsWith: hour })).map(asFigures);
}

/** The figures of the mails that came in one UTC month (`yyyy-mm`), in the order of receipt. */
export async function pageOfFigures(
  records: RecordStore,
  month: string,
  paging: { limit: number; after?: string },
): Promise<{ figures: CaseFigures[]; after?: string }> {
  const page = await records.list({ pk: receivedPk(month), ...paging });
  const figures = page.records.map(asFigures);
  return page.after === undefined ? { figures } : { figures, after: page.after };
}

/** An office that decides more in two weeks has no need of a rate; the forecast then only is too careful. */
const decisionsMax = 5_000;

/** When people decided, since `from`, for the mails whose last decision fell into a UTC month (`yyyy-mm`). */
export async function listDecisionTimes(records: RecordStore, month: string, from: string): Promise<string[]> {
  const times: string[] = [];
  let after: string | undefined;
  do {
    const query = { pk: decidedPk(month), index: 'index1' as const, skFrom: from, newestFirst: true, limit: 1000 };
    const page = await records.list(after === undefined ? query : { ...query, after });
    times.push(...page.records.map(({ index1 }) => index1?.sk.split('#')[0] ?? ''));
    after = page.after;
  } while (after !== undefined && times.length < decisionsMax);
  return times;
}

const asFigures = (record: StoredRecord) => bodyOf(caseFiguresSchema, record);
