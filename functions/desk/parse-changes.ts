import type { Change, Correction } from '#shared/domain/correction.ts';
import type { DocumentRecord, FieldValue } from '#shared/domain/document.ts';
import type { SubmissionId } from '#shared/domain/ids.ts';
import { placeOf } from '#shared/domain/lay-corrections.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { readCorrectedCase } from '#shared/records/corrected-case.ts';
import { listDocuments } from '#shared/records/document-records.ts';
import { findSpecialist } from '#shared/records/roster-records.ts';
import { parseChange, type Surroundings } from './parse-change.ts';
import { type TypedChange, typedChangeSchema } from './typed-change.ts';

export type Parsed = { changes: { change: Change; before?: FieldValue['value'] }[]; made: number };

const changesMax = 20;

/** Changes as a page sent them, for saving or for "what if"; or why not, for the first that cannot be. */
export async function parseChanges(
  records: RecordStore,
  submissionId: SubmissionId,
  typed: readonly unknown[],
): Promise<Parsed | { why: string }> {
  if (typed.length > changesMax) return { why: `Save no more than ${changesMax} changes at once.` };
  const shaped: TypedChange[] = [];
  for (const one of typed) {
    const result = typedChangeSchema.safeParse(one);
    if (!result.success) return { why: 'This change is not one that can be made here.' };
    shaped.push(result.data);
  }
  const around = await lookAround(records, submissionId, shaped);
  const changes: Parsed['changes'] = [];
  for (const one of shaped) {
    const parsed = parseChange(one, around);
    if ('why' in parsed) return parsed;
    changes.push(parsed);
  }
  return { changes, made: around.correctionsMade };
}

async function lookAround(
  records: RecordStore,
  submissionId: SubmissionId,
  typed: readonly TypedChange[],
): Promise<Surroundings> {
  const { corrections, documents } = await readCorrectedCase(records, submissionId);
  const read = await listDocuments(records, submissionId);
  const people = typed.flatMap((one) => (one.what === 'person' && one.specialistId !== null ? [one.specialistId] : []));
  const specialists = await Promise.all([...new Set(people)].map((id) => findSpecialist(records, id)));
  const names = new Map(specialists.flatMap((one) => (one ? [[one.specialistId, one.legalName] as const] : [])));
  const mails = new Set(typed.flatMap((one) => (one.what === 'duplicate-of' ? [one.of.submissionId] : [])));
  const papers = new Map(
    await Promise.all(Array.from(mails, async (id) => [String(id), await listDocuments(records, id)] as const)),
  );
  return {
    // as it stands now: rows by the number they were read with
    documents: documents.map((document, at) => {
      const { trainings = [], sessions = [] } = read[at] ?? {};
      return { ...document, trainings, sessions };
    }),
    rowsOf: (at) => (read[at]?.trainings.length ?? 0) + addedTo(read, at, corrections, 'row-added'),
    sessionsOf: (at) => (read[at]?.sessions.length ?? 0) + addedTo(read, at, corrections, 'session-added'),
    nameOf: (id) => names.get(id) ?? null,
    documentOf: (id, at) => papers.get(id)?.[at] ?? null,
    correctionsMade: corrections.length,
  };
}

function addedTo(
  documents: readonly DocumentRecord[],
  at: number,
  corrections: readonly Correction[],
  what: 'row-added' | 'session-added',
): number {
  const added = corrections.filter(({ change }) => change.what === what);
  return added.filter(({ change }) => 'document' in change && placeOf(documents, change.document) === at).length;
}
